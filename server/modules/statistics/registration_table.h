#pragma once
#include "base/time.h"
#include "statistics/group_table.h"

namespace expogate::statistics {

/// 注册及审核情况表: how far organizations and their people are, each in all and of which enterprises.
struct RegistrationFigures {
  std::int64_t organizations = 0, enterprises = 0;                     ///< registered
  std::int64_t attendees = 0, enterprise_attendees = 0;                ///< filled in and not voided
  std::int64_t approved_organizations = 0, approved_enterprises = 0;   ///
  std::int64_t locked_attendees = 0, locked_enterprise_attendees = 0;  ///< submitted: in review or approved
  std::int64_t badge_attendees = 0, badge_enterprise_attendees = 0;    ///< approved: a badge is made for them
};
BOOST_DESCRIBE_STRUCT(RegistrationFigures, (),
                      (organizations, enterprises, attendees, enterprise_attendees, approved_organizations,
                       approved_enterprises, locked_attendees, locked_enterprise_attendees, badge_attendees,
                       badge_enterprise_attendees))

struct RegistrationRow : GroupRow, RegistrationFigures {};
BOOST_DESCRIBE_STRUCT(RegistrationRow, (GroupRow, RegistrationFigures), ())

struct RegistrationTable {
  std::vector<RegistrationRow> rows;
  RegistrationFigures total;
  Instant as_of;
};
BOOST_DESCRIBE_STRUCT(RegistrationTable, (), (rows, total, as_of))

/// Whom a table counts.
struct TableFilter {
  std::optional<TradingGroupId> group_id;
  std::optional<CivilDate> from_on, to_on;  ///< registered on these days, in Shanghai
};
BOOST_DESCRIBE_STRUCT(TableFilter, (), (group_id, from_on, to_on))

struct RegistrationCount : RegistrationFigures {
  std::optional<TradingGroupId> trading_group_id;
};
BOOST_DESCRIBE_STRUCT(RegistrationCount, (RegistrationFigures), (trading_group_id))

namespace store {
/// What each group's own organizations and people come to, in two statements.
std::vector<RegistrationCount> count_registrations(db::Tx& tx, const EditionId& edition, Instant from,
                                                   Instant before);
}  // namespace store

}  // namespace expogate::statistics
