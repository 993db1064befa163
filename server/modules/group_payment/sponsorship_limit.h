#pragma once
#include "base/caller.h"
#include "base/page.h"
#include "group_payment/group_payment.h"
#include "organization/organization.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// Limits (统付配额): up to how many people of an organization a group pays for without asking again
/// (GPY-04).
namespace expogate::group_payment {

struct LimitFilter {
  std::optional<wire::Text<1, 60>> organization;  ///< part of a name, or a USCC
  std::optional<wire::Text<1, 60>> uscc;          ///< its beginning
  std::optional<wire::Text<1, 60>> number;
  std::vector<std::string> industry;
  std::optional<organization::Category> category;
  std::optional<bool> is_sme;
  std::optional<bool> has_limit;  ///< one of its own
  /// 单位配额人数: its own or the group's default. Without a limit is more than any number.
  std::optional<std::int64_t> limit_from, limit_to;
  std::optional<std::int64_t> attendee_count_from, attendee_count_to;  ///< 参观人数
  std::optional<CivilDate> submitted_from_on, submitted_to_on;         ///< 申报日期
};
BOOST_DESCRIBE_STRUCT(LimitFilter, (),
                      (organization, uscc, number, industry, category, is_sme, has_limit, limit_from,
                       limit_to, attendee_count_from, attendee_count_to, submitted_from_on, submitted_to_on))

/// A line of 统付配额管理.
struct LimitRow {
  OrganizationId id;
  std::int64_t serial = 0;
  std::string number, name_zh, name_en;
  std::optional<std::string> uscc, purchase_5y_code;
  std::string place_zh, place_en;  ///< 所在地: province, city and district, or the country
  std::string contact_name;
  organization::Category category = organization::Category::enterprise;
  std::optional<bool> is_sme;
  std::int64_t attendee_count = 0;
  std::optional<Instant> submitted_at;
  std::optional<std::int64_t> persons;  ///< its own limit; none: the default counts
  std::int64_t sponsored = 0;           ///< 已代付人数
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(LimitRow, (),
                      (id, serial, number, name_zh, name_en, uscc, purchase_5y_code, place_zh, place_en,
                       contact_name, category, is_sme, attendee_count, submitted_at, persons, sponsored,
                       version))

/// What an export is asked for: the list's filters and its order.
struct LimitSelection : LimitFilter {
  std::optional<std::string> sort;
};
BOOST_DESCRIBE_STRUCT(LimitSelection, (LimitFilter), (sort))

namespace store {

Page<LimitRow> list_limits(db::Tx& tx, const Caller& group, const LimitFilter& filter,
                           const PageRequest& page);
/// Those of them that are the group's own.
std::vector<LimitRow> list_limits_of(db::Tx& tx, const Caller& group,
                                     const std::vector<OrganizationId>& organizations);
/// The serial numbers of what the filter finds, in the order of the list; and the rows of some of them.
std::vector<std::int64_t> list_limit_serials(db::Tx& tx, const Caller& group, const LimitFilter& filter,
                                             const std::string& sort, int most);
std::vector<LimitRow> list_limits_by_serials(db::Tx& tx, const Caller& group, const LimitFilter& filter,
                                             const std::vector<std::int64_t>& serials);
/// False when it has changed since it was read.
bool change_limit(db::Tx& tx, const Caller& group, const LimitRow& read, std::optional<std::int64_t> persons);

}  // namespace store
}  // namespace expogate::group_payment
