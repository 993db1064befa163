#pragma once
#include <optional>
#include <string>

#include "badge/badge.h"
#include "platform/crypto/key_ring.h"

namespace expogate::badge {

/// The address of an electronic badge (BDG-05): of this badge, so that it ends with a re-issue like the code.
/// It is signed, not stored; its secret stands behind
/// `#`, so that it reaches neither logs nor other sites.
class BadgeLinks {
 public:
  BadgeLinks(const KeyRing& ring, std::string public_url)
      : key_(ring.derive("badge-link")), public_url_(std::move(public_url)) {}
  std::string address_of(const BadgeId& badge) const;
  /// Which badge it opens; nothing for a token that was not made here.
  std::optional<BadgeId> read(const std::string& token) const;

 private:
  std::string token_of(const std::string& badge) const;
  std::string key_, public_url_;
};

}  // namespace expogate::badge
