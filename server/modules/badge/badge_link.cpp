#include "badge/badge_link.h"

#include "platform/crypto/digest.h"

namespace expogate::badge {
namespace {

constexpr char separator = '.';
constexpr std::size_t seal_length = 32;  // 128 bits

}  // namespace

std::string BadgeLinks::token_of(const std::string& badge) const {
  return badge + separator + hmac_sha256_hex(key_, badge).substr(0, seal_length);
}

std::string BadgeLinks::address_of(const BadgeId& badge) const {
  return public_url_ + "/e_badge#" + token_of(badge.text);
}

std::optional<BadgeId> BadgeLinks::read(const std::string& token) const {
  auto badge = token.substr(0, token.find(separator));
  if (!equal_in_constant_time(token, token_of(badge))) return std::nullopt;
  return BadgeId{badge};
}

}  // namespace expogate::badge
