#pragma once
#include "order/order.h"
#include "platform/paygate/payment_gateway.h"

/// Payments (支付): attempts to pay an order, and what became of them.
namespace expogate::payment {

using order::Channel;
using order::OrderId;
using PaymentId = Id<struct PaymentNoun>;

enum class PaymentState {
  pending,  ///< begun; the provider, or the bank, has not told us of money
  paid,     ///< money came: for the order, or to be sent back
  closed,   ///< given up; money that still comes goes back
  failed,   ///< the provider did not take it
};
BOOST_DESCRIBE_ENUM(PaymentState, pending, paid, closed, failed)

struct Payment {
  PaymentId id;
  OrderId order_id;
  Channel channel = Channel::alipay;
  std::string number;  ///< ours, for the provider; for a transfer, the reference to be written on it
  std::int64_t amount_fen = 0;
  PaymentState state = PaymentState::pending;
  bool is_sandbox = false;
  std::optional<std::string> cashier_json;
  std::string gateway_number;
  std::int64_t received_fen = 0;
  std::string last_error;
  Instant created_at, expires_at;
  std::optional<Instant> check_at, paid_at;
};
BOOST_DESCRIBE_STRUCT(Payment, (),
                      (id, order_id, channel, number, amount_fen, state, is_sandbox, cashier_json,
                       gateway_number, received_fen, last_error, created_at, expires_at, check_at, paid_at))

/// What the payer is shown.
struct CashierField {
  std::string name, value;
};
BOOST_DESCRIBE_STRUCT(CashierField, (), (name, value))

struct CashierPage {
  std::string qr_text;  ///< to be drawn; or
  std::string address;  ///< where the browser goes, with these fields
  std::vector<CashierField> fields;
};
BOOST_DESCRIBE_STRUCT(CashierPage, (), (qr_text, address, fields))

/// How long a payer has for one attempt; WeChat's and Alipay's codes live two hours.
constexpr Duration attempt_time = hours(2);

/// When a pending attempt or refund is asked about next: soon at first, then less and less often.
Duration wait_before_check(Duration age);

/// `T`, ten digits and a check digit: easily typed on a transfer form, and found again in a memo.
std::string new_transfer_reference();
bool is_transfer_reference(std::string_view text);
/// The references that stand in a memo.
std::vector<std::string> references_in(std::string_view memo);

/// Where money stands in the ledger: what came by a channel belongs to its order until it goes back.
std::string ledger_channel(Channel channel);
std::string ledger_order(const OrderId& order);

inline const ErrorCode channel_not_offered{"payment.channel_not_offered", "暂不支持此支付方式",
                                           "This payment method is not available"};
inline const ErrorCode gateway_unavailable{
    "payment.gateway_unavailable", "支付机构暂时没有响应，请稍后重试或选择其他支付方式",
    "The payment provider is not responding; please try again later or choose another payment method"};

}  // namespace expogate::payment

namespace expogate {
template <>
inline constexpr auto enum_labels<payment::PaymentState> = std::to_array<EnumLabel>({
    {"pending", "待支付", "Pending"},
    {"paid", "已到账", "Paid"},
    {"closed", "已关闭", "Closed"},
    {"failed", "未成功", "Failed"},
});
}  // namespace expogate
