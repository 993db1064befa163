#pragma once
#include <optional>
#include <string>

#include "attendee/attendee.h"
#include "platform/crypto/key_ring.h"

namespace expogate::badge {

/// The address of somebody's electronic badge (BDG-05). It is signed, not stored; its secret stands behind
/// `#`, so that it reaches neither logs nor other sites.
class BadgeLinks {
 public:
  BadgeLinks(const KeyRing& ring, std::string public_url)
      : key_(ring.derive("badge-link")), public_url_(std::move(public_url)) {}
  std::string address_of(const attendee::AttendeeId& attendee) const;
  /// Whose it is; nothing for a token that was not made here.
  std::optional<attendee::AttendeeId> read(const std::string& token) const;

 private:
  std::string token_of(const std::string& attendee) const;
  std::string key_, public_url_;
};

}  // namespace expogate::badge
