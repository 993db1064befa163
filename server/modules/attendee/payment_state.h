#pragma once
#include <array>
#include <boost/describe/enum.hpp>

#include "base/enum_text.h"

namespace expogate::attendee {

/// What became of somebody's badge fee (支付状态). Orders are the module's above; lists of people are
/// filtered by them.
enum class PaymentState {
  not_needed,  ///< free of charge, or the group pays
  unpaid,
  paid,
  refunded,
};
BOOST_DESCRIBE_ENUM(PaymentState, not_needed, unpaid, paid, refunded)

/// How the newest order stands that somebody is in (订单状态).
enum class OrderStanding { none, unpaid, paid, cancelled, expired };
BOOST_DESCRIBE_ENUM(OrderStanding, none, unpaid, paid, cancelled, expired)

}  // namespace expogate::attendee

namespace expogate {
template <>
inline constexpr auto enum_labels<attendee::PaymentState> = std::to_array<EnumLabel>({
    {"not_needed", "无需支付", "No payment needed"},
    {"unpaid", "未支付", "Unpaid"},
    {"paid", "已支付", "Paid"},
    {"refunded", "已退款", "Refunded"},
});
template <>
inline constexpr auto enum_labels<attendee::OrderStanding> = std::to_array<EnumLabel>({
    {"none", "未下单", "No order"},
    {"unpaid", "待支付", "Unpaid"},
    {"paid", "已支付", "Paid"},
    {"cancelled", "已取消", "Cancelled"},
    {"expired", "已过期", "Expired"},
});
}  // namespace expogate
