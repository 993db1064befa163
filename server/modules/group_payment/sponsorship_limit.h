#pragma once
#include "base/caller.h"
#include "base/page.h"
#include "group_payment/group_payment.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// Limits (统付配额): up to how many people of an organization a group pays for without asking again
/// (GPY-04).
namespace expogate::group_payment {

struct LimitFilter {
  std::optional<wire::Text<1, 60>> organization;  ///< part of a name, or a USCC
  std::optional<wire::Text<1, 60>> number;
  std::optional<bool> is_sme;
  std::optional<bool> has_limit;  ///< one of its own
};
BOOST_DESCRIBE_STRUCT(LimitFilter, (), (organization, number, is_sme, has_limit))

/// A line of 统付配额管理.
struct LimitRow {
  OrganizationId id;
  std::string number, name_zh, name_en;
  std::optional<std::string> uscc, purchase_5y_code;
  std::string contact_name;
  std::optional<bool> is_sme;
  std::int64_t attendee_count = 0;
  std::optional<std::int64_t> persons;  ///< its own limit; none: the default counts
  std::int64_t sponsored = 0;           ///< 已代付人数
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(LimitRow, (),
                      (id, number, name_zh, name_en, uscc, purchase_5y_code, contact_name, is_sme,
                       attendee_count, persons, sponsored, version))

namespace store {

Page<LimitRow> list_limits(db::Tx& tx, const Caller& group, const LimitFilter& filter,
                           const PageRequest& page);
/// Those of them that are the group's own.
std::vector<LimitRow> list_limits_of(db::Tx& tx, const Caller& group,
                                     const std::vector<OrganizationId>& organizations);
/// False when it has changed since it was read.
bool change_limit(db::Tx& tx, const Caller& group, const LimitRow& read, std::optional<std::int64_t> persons);

}  // namespace store
}  // namespace expogate::group_payment
