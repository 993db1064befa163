#include "badge/badge_link.h"

#include "platform/crypto/digest.h"

namespace expogate::badge {
namespace {

constexpr char separator = '.';
constexpr std::size_t seal_length = 32;  // 128 bits

}  // namespace

std::string BadgeLinks::token_of(const std::string& attendee) const {
  return attendee + separator + hmac_sha256_hex(key_, attendee).substr(0, seal_length);
}

std::string BadgeLinks::address_of(const attendee::AttendeeId& attendee) const {
  return public_url_ + "/e_badge#" + token_of(attendee.text);
}

std::optional<attendee::AttendeeId> BadgeLinks::read(const std::string& token) const {
  auto attendee = token.substr(0, token.find(separator));
  if (!equal_in_constant_time(token, token_of(attendee))) return std::nullopt;
  return attendee::AttendeeId{attendee};
}

}  // namespace expogate::badge
