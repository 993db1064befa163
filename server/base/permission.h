#pragma once
#include <array>
#include <boost/describe/enum.hpp>

#include "base/enum_text.h"

namespace expogate {

/// What can be allowed to a role: verbs on nouns. A route names exactly one.
enum class Permission {
  see_group_work,
  manage_sub_accounts,
  edit_edition,
  edit_catalogues,
  manage_trading_groups,
  see_accounts,
  manage_accounts,
  unmask_personal_data,
  edit_notices,
  see_audit,
  see_jobs,
  retry_jobs,
  see_messages,
  see_bureau_work,
  send_mailings,
  see_organizations,
  review_organizations,
  edit_organizations,
  move_organizations,
  lift_rejections,
  unmask_contacts,
  export_organizations,
  decide_claims,
  invite_past_organizations,
  see_attendees,
  export_attendees,
  review_attendees,
  void_attendees,
  unmask_attendees,
  edit_articles,
  see_money,
  confirm_transfers,
  decide_refunds,
  see_badges,
  make_badges,
  hand_over_badges,
  run_gates,
  see_entries,
  scan_badges,
  see_statistics,
  see_quotas,
  give_quotas,
  upgrade_attendees,
  waive_identity,
  see_sponsored,
  pay_for_attendees,
  permit_group_payment,
};
BOOST_DESCRIBE_ENUM(Permission, see_group_work, manage_sub_accounts, edit_edition, edit_catalogues,
                    manage_trading_groups, see_accounts, manage_accounts, unmask_personal_data, edit_notices,
                    see_audit, see_jobs, retry_jobs, see_messages, see_bureau_work, send_mailings,
                    see_organizations, review_organizations, edit_organizations, move_organizations,
                    lift_rejections, unmask_contacts, export_organizations, decide_claims,
                    invite_past_organizations, see_attendees, export_attendees, review_attendees,
                    void_attendees, unmask_attendees, edit_articles, see_money, confirm_transfers,
                    decide_refunds, see_badges, make_badges, hand_over_badges, run_gates, see_entries,
                    scan_badges, see_statistics, see_quotas, give_quotas, upgrade_attendees, waive_identity,
                    see_sponsored, pay_for_attendees, permit_group_payment)

}  // namespace expogate
