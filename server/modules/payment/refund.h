#pragma once
#include "base/caller.h"
#include "base/page.h"
#include "payment/payment.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// Refunds (退款): of people who were rejected, and of money that came for nothing (ORD-05, ORD-08).
namespace expogate::payment {

using RefundId = Id<struct RefundNoun>;

enum class RefundKind {
  rejected,  ///< asked for by the organization, decided by finance
  orphan,    ///< paid twice, or for an order that was closed: goes back by itself
};
BOOST_DESCRIBE_ENUM(RefundKind, rejected, orphan)

enum class RefundState {
  requested,
  processing,  ///< approved; the channel is at it
  done,
  refused,  ///< by finance
  failed,   ///< the channel says no; finance tries again
};
BOOST_DESCRIBE_ENUM(RefundState, requested, processing, done, refused, failed)

enum class RefundAction { approve, refuse, finish, fail, retry };
BOOST_DESCRIBE_ENUM(RefundAction, approve, refuse, finish, fail, retry)

inline constexpr auto refund_transitions = [] {
  using enum RefundState;
  using enum RefundAction;
  return std::to_array<Transition<RefundState, RefundAction>>({
      {requested, approve, processing},
      {requested, refuse, refused},
      {processing, finish, done},
      {processing, fail, failed},
      {failed, retry, processing},
  });
}();
static_assert(has_no_duplicates(refund_transitions));

struct Refund {
  RefundId id;
  std::string number;  ///< ours, the same in every try
  OrderId order_id;
  PaymentId payment_id;
  RefundKind kind = RefundKind::rejected;
  std::int64_t amount_fen = 0;
  RefundState state = RefundState::requested;
  std::string reason, opinion, gateway_number, last_error;
  AccountId requested_by;
  Instant requested_at;
  std::optional<AccountId> decided_by;
  std::optional<Instant> decided_at, check_at, done_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Refund, (),
                      (id, number, order_id, payment_id, kind, amount_fen, state, reason, opinion,
                       gateway_number, last_error, requested_by, requested_at, decided_by, decided_at,
                       check_at, done_at, version))

struct RefundItem {
  RefundId refund_id;
  OrderId order_id;
  order::AttendeeId attendee_id;
  std::int64_t amount_fen = 0;
};
BOOST_DESCRIBE_STRUCT(RefundItem, (), (refund_id, order_id, attendee_id, amount_fen))

struct RefundRow : Refund {
  std::string order_number;
  Channel channel = Channel::alipay;
  bool is_sandbox = false;
  std::string organization_name_zh, organization_name_en;
};
BOOST_DESCRIBE_STRUCT(RefundRow, (Refund),
                      (order_number, channel, is_sandbox, organization_name_zh, organization_name_en))

inline const ErrorCode refund_not_rejected{"refund.not_rejected", "仅审核不通过的人员可以申请退款",
                                           "Only attendees rejected in the review can be refunded"};
inline const ErrorCode refund_asked_already{"refund.asked_already", "该人员已申请退款",
                                            "A refund has already been requested for this attendee"};
inline const ErrorCode refund_order_unpaid{"refund.order_unpaid", "订单未支付，无款可退",
                                           "The order has not been paid; there is nothing to refund"};
inline const ErrorCode refund_decided{"refund.decided", "该退款{state}",
                                      "This refund has already been decided: {state}"};
inline const ErrorCode refund_by_bank_only{
    "refund.by_bank_only", "仅转账支付的退款由财务登记完成",
    "Only refunds of bank transfers are completed manually by finance"};

namespace store {

std::optional<Refund> find_refund(db::Tx& tx, const RefundId& id);
std::optional<Refund> find_refund_by_number(db::Tx& tx, std::string_view number);
std::vector<RefundRow> list_refunds_of_order(db::Tx& tx, const OrderId& order);
/// `f` of refunds, `r` of orders, `p` of payments and `o` of organizations: what a RefundRow has.
extern const std::string_view refund_row_columns;
/// False when this payment's money is going back already.
bool add_refund(db::Tx& tx, const Refund& refund);
void add_refund_item(db::Tx& tx, const RefundItem& item);
/// The payment whose money the order keeps: whatever else came for it goes back as a whole.
std::optional<PaymentId> find_settling_payment(db::Tx& tx, const OrderId& order);
/// Those of an order that are asked for or gone.
std::vector<RefundItem> list_active_items(db::Tx& tx, const OrderId& order);
void release_items(db::Tx& tx, const RefundId& id);
/// A state changes only by compare-and-set.
bool change_refund(db::Tx& tx, const Refund& after, RefundState from);
std::vector<RefundId> take_due_refunds(db::Tx& tx, Instant now, Instant until, int limit);

}  // namespace store
}  // namespace expogate::payment

namespace expogate {
template <>
inline constexpr auto enum_labels<payment::RefundKind> = std::to_array<EnumLabel>({
    {"rejected", "审核不通过退款", "Rejected in review"},
    {"orphan", "多付或订单已关闭，自动退回", "Overpayment or closed order, refunded automatically"},
});
template <>
inline constexpr auto enum_labels<payment::RefundState> = std::to_array<EnumLabel>({
    {"requested", "待财务处理", "Awaiting decision"},
    {"processing", "退款中", "Processing"},
    {"done", "已退款", "Refunded"},
    {"refused", "不予退款", "Refused"},
    {"failed", "退款失败", "Failed"},
});
}  // namespace expogate
