#pragma once
#include <vector>

#include "base/page.h"
#include "edition/edition.h"
#include "gate/device.h"
#include "organization/organization_list.h"
#include "platform/wire/text_types.h"

/// Visits (入场记录): who came on which day.
namespace expogate::gate {

using badge::AttendeeId;

struct VisitFilter {
  std::optional<CivilDate> from_on, to_on;        ///< days in Shanghai
  std::optional<wire::Text<1, 60>> name;          ///< part of a person's name
  std::optional<wire::Text<1, 60>> number;        ///< a person's
  std::optional<wire::Text<1, 60>> organization;  ///< part of a name, or a USCC
  std::optional<organization::Placement> placement;
  std::vector<edition::BadgeType> badge_type;
  std::optional<bool> is_inside;
};
BOOST_DESCRIBE_STRUCT(VisitFilter, (),
                      (from_on, to_on, name, number, organization, placement, badge_type, is_inside))

/// What an export is asked for: the list's filters and its order.
struct VisitSelection : VisitFilter {
  std::optional<std::string> sort;
};
BOOST_DESCRIBE_STRUCT(VisitSelection, (VisitFilter), (sort))

/// A person's day at the fair, from the first entry on.
struct VisitRow {
  std::string id;  ///< made of the person and the day
  AttendeeId attendee_id;
  std::string attendee_number, name_zh, name_en;
  edition::BadgeType badge_type = edition::BadgeType::professional;
  OrganizationId organization_id;
  std::string organization_name_zh, organization_name_en;
  std::optional<std::string> group_name_zh, group_name_en;
  CivilDate day;
  Instant first_entered_at, last_at;  ///< `last_at`: of the last passage, in or out
  int entries = 0;
  bool is_inside = false;
};
BOOST_DESCRIBE_STRUCT(VisitRow, (),
                      (id, attendee_id, attendee_number, name_zh, name_en, badge_type, organization_id,
                       organization_name_zh, organization_name_en, group_name_zh, group_name_en, day,
                       first_entered_at, last_at, entries, is_inside))

namespace store {

Page<VisitRow> list_visits(db::Tx& tx, const Caller& caller, const VisitFilter& filter,
                           const PageRequest& page);
/// A piece of the list as it is sorted, behind the row that was read last.
std::vector<VisitRow> list_visits_after(db::Tx& tx, const Caller& caller, const VisitFilter& filter,
                                        const std::string& sort, const std::optional<VisitRow>& last,
                                        int limit);

}  // namespace store
}  // namespace expogate::gate
