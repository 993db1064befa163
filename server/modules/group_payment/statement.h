#pragma once
#include "base/caller.h"
#include "group_payment/group_payment.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// What each group owes for the people whom it pays for (GPY-05).
namespace expogate::group_payment {

struct GroupPaymentFilter {
  std::optional<wire::Text<1, 60>> name;  ///< part of a group's
  std::optional<bool> is_permitted, is_on;
};
BOOST_DESCRIBE_STRUCT(GroupPaymentFilter, (), (name, is_permitted, is_on))

/// A line of the bureau's statement. Its persons and amount are those of the group's own list, to the fen.
struct GroupPaymentRow {
  TradingGroupId id;
  std::optional<TradingGroupId> parent_id;
  std::string name_zh, name_en;
  bool is_permitted = false, is_on = false;
  std::int64_t undecided = 0;  ///< people who wait for the group
  std::int64_t persons = 0, total_fen = 0;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(GroupPaymentRow, (),
                      (id, parent_id, name_zh, name_en, is_permitted, is_on, undecided, persons, total_fen,
                       version))

namespace store {
/// The groups and subgroups that the caller reaches, each top group before its own.
std::vector<GroupPaymentRow> list_statement(db::Tx& tx, const Caller& caller,
                                            const GroupPaymentFilter& filter);
}  // namespace store

}  // namespace expogate::group_payment
