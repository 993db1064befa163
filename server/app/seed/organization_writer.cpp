#include "app/seed/organization_writer.h"

#include "account/account_store.h"
#include "account/personal_data.h"
#include "app/seed/demo_edition.h"
#include "base/text.h"
#include "organization/contact_message.h"
#include "organization/organization_store.h"
#include "organization/sme.h"
#include "platform/crypto/password_hash.h"

namespace expogate::seed {

using namespace organization;

OrganizationWriter::OrganizationWriter(Services& services)
    : services_(services),
      hash_(hash_password(demo_password, {.memory_kib = std::size_t(services.config.password_memory_kib)})) {}

Organization OrganizationWriter::write(db::Tx& tx, MadeOrganization made, const EditionId& edition,
                                       OrganizationState state, Instant registered_at,
                                       const std::optional<Organization>& past,
                                       const std::optional<AccountId>& account) {
  auto& o = made.organization;
  o.id = new_id<OrganizationId>(services_.clock->now());  // ids grow, as they do in life
  o.edition_id = edition;
  o.state = state;
  o.serial = organization::store::next_serial(tx);
  o.number = organization_number(o.origin, std::stoi(edition.text), o.serial);
  o.registered_at = registered_at;
  if (o.category == Category::enterprise && o.employees && o.turnover_wan)
    o.is_sme = is_small_or_medium(made.form.industries, *o.employees, *o.turnover_wan).value_or(true);
  set_mobile(o, services_.cipher, made.mobile);
  set_email(o, services_.cipher, made.email);
  if (past) o.past_organization_id = past->id;
  if (state != OrganizationState::draft) o.submitted_at = registered_at + hours(26);
  if (awaits_people(state)) o.awaiting_since = *o.submitted_at + hours(3);
  if (state == OrganizationState::approved || state == OrganizationState::rejected)
    o.decided_at = *o.submitted_at + hours(20);
  o.account_id = past ? past->account_id : account ? *account : add_account(tx, o, made);
  organization::store::add(tx, o);
  services_.accounts.change_organization(tx, o.account_id, o.id);
  organization::store::replace_choices(tx, o.id, made.choices);
  organization::store::replace_needs(tx, o.id, made.form.purchase_needs, registered_at);
  add_history(tx, o);
  return o;
}

AccountId OrganizationWriter::add_account(db::Tx& tx, const Organization& o, const MadeOrganization& made) {
  using namespace account;
  Account a;
  a.id = new_id<AccountId>(services_.clock->now());
  a.kind = AccountKind::contact;
  a.door = Door::visitor;
  account::set_login_name(a, services_.cipher, o.uscc.value_or(made.email));
  a.password_hash = hash_;
  a.display_name = name_of(o, o.origin == Origin::domestic ? Locale::zh_cn : Locale::en);
  a.role = Role::contact;
  a.scope_level = ScopeLevel::organization;
  a.organization_id = o.id;
  a.created_at = o.registered_at;
  a.locale = o.origin == Origin::domestic ? Locale::zh_cn : Locale::en;
  account::set_mobile(a, services_.cipher, made.mobile);
  account::set_email(a, services_.cipher, made.email);
  account::store::add(tx, a);
  return a.id;
}

void OrganizationWriter::add_history(db::Tx& tx, const Organization& o) {
  using enum OrganizationState;
  auto add = [&](HistoryEvent event, Instant at, const std::string& actor,
                 std::optional<OrganizationState> before, OrganizationState after,
                 const std::string& opinion = "", std::vector<ReviewReason> reasons = {}) {
    organization::store::add_history(tx, o.id, o.account_id,
                                     {event, at, actor, before, after, opinion, reasons});
  };
  auto own = name_of(o, Locale::zh_cn);
  bool is_domestic = o.origin == Origin::domestic;
  add(HistoryEvent::registered, o.registered_at, own, {}, draft);
  if (o.state == draft) return;
  auto at = *o.submitted_at;
  add(HistoryEvent::submitted, at, own, draft, submitted);
  bool is_silent = o.state == approved && o.origin == Origin::domestic &&
                   (o.category == Category::enterprise || o.category == Category::institution);
  if (is_silent)
    return add(HistoryEvent::approved_automatically, at + seconds(3), "系统自动审核", submitted, approved, "",
               {ReviewReason::licence_matches});
  auto reason = o.origin == Origin::overseas ? ReviewReason::overseas
                : o.category == Category::enterprise || o.category == Category::institution
                    ? (o.licence_id ? ReviewReason::name_differs : ReviewReason::licence_unreadable)
                    : ReviewReason::category_for_people;
  add(HistoryEvent::handed_to_people, at + seconds(3), "系统自动审核", submitted, awaiting_review, "",
      {reason});
  if (o.state == awaiting_review) return;
  bool is_in_subgroup = o.trading_group_id != o.top_group_id;
  if (o.state == first_passed || (o.state == approved && is_in_subgroup))
    add(HistoryEvent::passed_first, at + hours(3), "分团审核员", awaiting_review, first_passed);
  auto before = o.state == approved && is_in_subgroup ? first_passed : awaiting_review;
  if (o.state == approved) add(HistoryEvent::approved, at + hours(20), "交易团审核员", before, approved);
  if (o.state == returned)
    add(HistoryEvent::returned, at + hours(20), "交易团审核员", before, returned,
        is_domestic ? "单位名称与证照不一致，请核对后重新提交。"
                    : "The name differs from the certificate. Please check it and submit again.");
  if (o.state == rejected)
    add(HistoryEvent::rejected, at + hours(20), "交易团审核员", before, rejected,
        is_domestic ? "经核实，证照已注销，不符合参会条件。" : "The certificate is no longer valid.");
}

}  // namespace expogate::seed
