#pragma once
#include <array>
#include <boost/describe/enum.hpp>

#include "base/enum_text.h"

namespace expogate::attendee {

/// How far somebody's badge is (证件状态, BDG-01). The badges are the module's above; lists of people show
/// it.
enum class BadgeState {
  awaiting,       ///< approved, in no batch yet
  in_production,  ///< in a batch that is being printed
  made,           ///< ready to be sent or handed over; a reused badge is in its holder's hands
  sent,
  collected,
  revoked,  ///< its person was voided, or another badge took its place
};
BOOST_DESCRIBE_ENUM(BadgeState, awaiting, in_production, made, sent, collected, revoked)

}  // namespace expogate::attendee

namespace expogate {
template <>
inline constexpr auto enum_labels<attendee::BadgeState> = std::to_array<EnumLabel>({
    {"awaiting", "待制证", "Awaiting production"},
    {"in_production", "制证中", "In production"},
    {"made", "已制证", "Produced"},
    {"sent", "已寄出", "Sent"},
    {"collected", "已领取", "Collected"},
    {"revoked", "已注销", "Revoked"},
});
}  // namespace expogate
