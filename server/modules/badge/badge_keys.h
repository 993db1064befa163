#pragma once
#include "platform/crypto/ed25519.h"
#include "platform/crypto/key_ring.h"

namespace expogate::badge {

/// The keys that sign badges, one for each edition, made from the ring: whoever has a backup and the ring
/// reads old badges for ever (BDG-02).
class BadgeKeys {
 public:
  explicit BadgeKeys(const KeyRing& ring) : ring_(ring) {}
  /// Made anew each time (some 50 µs): any number may be asked for, and none is kept.
  Ed25519Key of(int edition_number) const {
    return Ed25519Key(ring_.derive("badge-signature/" + std::to_string(edition_number)));
  }

 private:
  const KeyRing& ring_;
};

}  // namespace expogate::badge
