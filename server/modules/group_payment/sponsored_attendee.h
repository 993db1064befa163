#pragma once
#include "base/caller.h"
#include "base/page.h"
#include "group_payment/group_payment.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// Whom a group is to pay for (待付款人员列表): sponsored, and neither rejected nor voided (GPY-05).
namespace expogate::group_payment {

struct SponsoredFilter {
  std::optional<TradingGroupId> group_id;         ///< for the bureau: whose; a group sees its own
  std::optional<wire::Text<1, 60>> organization;  ///< part of a name, or a USCC
  std::optional<wire::Text<1, 60>> name;          ///< part of a person's name
  std::optional<wire::Text<1, 60>> number;        ///< a person's
  std::vector<attendee::BadgeType> badge_type;
  std::vector<std::string> entry_option_id;
};
BOOST_DESCRIBE_STRUCT(SponsoredFilter, (),
                      (group_id, organization, name, number, badge_type, entry_option_id))

struct SponsoredRow {
  AttendeeId id;
  std::int64_t serial = 0;
  std::string number, name_zh, name_en, nationality_code, position;
  attendee::BadgeType badge_type = attendee::BadgeType::professional;
  AttendeeState state = AttendeeState::awaiting_review;
  std::string organization_name_zh, organization_name_en;
  std::optional<std::string> entry_option_zh, entry_option_en;
  std::string group_name_zh, group_name_en;  ///< who pays
  std::int64_t fee_fen = 0;
  Instant sponsored_at;
};
BOOST_DESCRIBE_STRUCT(SponsoredRow, (),
                      (id, serial, number, name_zh, name_en, nationality_code, position, badge_type, state,
                       organization_name_zh, organization_name_en, entry_option_zh, entry_option_en,
                       group_name_zh, group_name_en, fee_fen, sponsored_at))

/// What an export is asked for: the list's filters and its order.
struct SponsoredSelection : SponsoredFilter {
  std::optional<std::string> sort;
};
BOOST_DESCRIBE_STRUCT(SponsoredSelection, (SponsoredFilter), (sort))

struct SponsoredTotal {
  std::int64_t persons = 0, total_fen = 0;
};
BOOST_DESCRIBE_STRUCT(SponsoredTotal, (), (persons, total_fen))

namespace store {

Page<SponsoredRow> list_sponsored(db::Tx& tx, const Caller& caller, const SponsoredFilter& filter,
                                  const PageRequest& page);
/// Of everybody whom the filter finds.
SponsoredTotal total_sponsored(db::Tx& tx, const Caller& caller, const SponsoredFilter& filter);
/// The serial numbers of everybody whom the filter finds, in the order of the list; and the rows of some.
std::vector<std::int64_t> list_sponsored_serials(db::Tx& tx, const Caller& caller,
                                                 const SponsoredFilter& filter, const std::string& sort,
                                                 int most);
std::vector<SponsoredRow> list_sponsored_by_serials(db::Tx& tx, const Caller& caller,
                                                    const SponsoredFilter& filter,
                                                    const std::vector<std::int64_t>& serials);

}  // namespace store
}  // namespace expogate::group_payment
