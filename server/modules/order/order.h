#pragma once
#include <vector>

#include "attendee/attendee.h"

/// Orders (订单): what an organization pays for at once (ORD-01).
namespace expogate::order {

using OrderId = Id<struct OrderNoun>;
using attendee::AttendeeId;

enum class OrderState {
  unpaid,
  paid,
  cancelled,
  expired,  ///< nobody paid in time; the people are free again
};
BOOST_DESCRIBE_ENUM(OrderState, unpaid, paid, cancelled, expired)

enum class OrderAction { settle, cancel, expire };
BOOST_DESCRIBE_ENUM(OrderAction, settle, cancel, expire)

// Closed for good: money that comes for a cancelled or expired order goes back (ORD-05).
inline constexpr auto order_transitions = std::to_array<Transition<OrderState, OrderAction>>({
    {OrderState::unpaid, OrderAction::settle, OrderState::paid},
    {OrderState::unpaid, OrderAction::cancel, OrderState::cancelled},
    {OrderState::unpaid, OrderAction::expire, OrderState::expired},
});
static_assert(has_no_duplicates(order_transitions));

/// How an order is paid.
enum class Channel { alipay, wechat, unionpay, b2b, transfer };
BOOST_DESCRIBE_ENUM(Channel, alipay, wechat, unionpay, b2b, transfer)

struct Order {
  OrderId id;
  EditionId edition_id;
  std::int64_t serial = 0;
  std::string number;
  OrganizationId organization_id;
  OrderState state = OrderState::unpaid;
  int persons = 0;
  std::int64_t total_fen = 0, refunded_fen = 0;
  std::optional<Channel> channel;
  AccountId created_by;
  Instant created_at, expires_at;
  std::optional<Instant> closed_at, paid_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Order, (),
                      (id, edition_id, serial, number, organization_id, state, persons, total_fen,
                       refunded_fen, channel, created_by, created_at, expires_at, closed_at, paid_at,
                       version))

/// One person's badge, as it was when it was ordered.
struct OrderItem {
  OrderId order_id;
  AttendeeId attendee_id;
  int position = 0;
  std::string attendee_number, name_zh, name_en, document_masked;
  attendee::BadgeType badge_type = attendee::BadgeType::professional;
  attendee::Collection collection = attendee::Collection::onsite;
  std::string entry_option_zh, entry_option_en;
  std::int64_t fee_fen = 0;
};
BOOST_DESCRIBE_STRUCT(OrderItem, (),
                      (order_id, attendee_id, position, attendee_number, name_zh, name_en, document_masked,
                       badge_type, collection, entry_option_zh, entry_option_en, fee_fen))

/// `V`, the moment in Shanghai to the millisecond, and random digits.
std::string new_order_number(Instant now);
/// The same with `R` for money that goes back.
std::string new_refund_number(Instant now);

constexpr std::size_t most_persons = 200;

inline const ErrorCode order_empty{"order.empty", "请选择要提交办证的人员",
                                   "Please select the attendees to apply for badges for"};
inline const ErrorCode order_too_long{"order.too_long", "一个订单最多 {max} 人",
                                      "An order can contain a maximum of {max} attendees"};
inline const ErrorCode order_notices_unread{"order.notices_unread", "请阅读并同意系统提示",
                                            "Please read and accept the notices"};
inline const ErrorCode order_not_unpaid{"order.not_unpaid", "订单{state}，不能进行此操作",
                                        "Not possible: the order is {state}"};
inline const ErrorCode order_attendee_taken{
    "order.attendee_taken", "所选人员已在其他订单中，请刷新后重试",
    "A selected attendee has been added to another order; please reload and try again"};

}  // namespace expogate::order

namespace expogate {
template <>
inline constexpr auto enum_labels<order::OrderState> = std::to_array<EnumLabel>({
    {"unpaid", "待支付", "Unpaid"},
    {"paid", "已支付", "Paid"},
    {"cancelled", "已取消", "Cancelled"},
    {"expired", "已过期", "Expired"},
});
template <>
inline constexpr auto enum_labels<order::Channel> = std::to_array<EnumLabel>({
    {"alipay", "支付宝", "Alipay"},
    {"wechat", "微信支付", "WeChat Pay"},
    {"unionpay", "银联", "UnionPay"},
    {"b2b", "B2B 网关支付", "B2B gateway"},
    {"transfer", "转账支付", "Bank transfer"},
});
}  // namespace expogate
