#pragma once
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "platform/crypto/key_ring.h"

namespace expogate {

/// A sealed value is damaged, was moved to another place, or its key is gone from the ring.
struct CannotOpen final : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Encrypts single columns (ACC-07): AES-256-GCM, stored as base64url of
///
///   version (1 byte, now 1) | kid (2, big-endian) | nonce (12, random) | ciphertext | tag (16)
///
/// `context` names the place, `accounts.mobile|<row id>`. It is authenticated, so a value copied to another
/// row or column does not open there.
class FieldCipher {
 public:
  explicit FieldCipher(KeyRing ring) : ring_(std::move(ring)) {}

  std::string seal(std::string_view plaintext, std::string_view context) const;

  /// Throws CannotOpen.
  std::string open(std::string_view sealed, std::string_view context) const;

  /// The same value under the writing key. Throws CannotOpen.
  std::string reseal(std::string_view sealed, std::string_view context) const;

  /// Which key sealed this; nothing for a text that is no sealed value.
  static std::optional<KeyRing::Kid> kid_of(std::string_view sealed);

  const KeyRing& ring() const { return ring_; }

 private:
  KeyRing ring_;
};

}  // namespace expogate
