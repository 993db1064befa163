#pragma once
#include <array>
#include <string>
#include <string_view>

namespace expogate {

inline constexpr std::size_t ed25519_seed_bytes = 32, ed25519_public_key_bytes = 32,
                             ed25519_signature_bytes = 64;

/// Signs short messages so that anybody with the public key can check them without asking (RFC 8032).
class Ed25519Key {
 public:
  /// `seed` has 32 secret bytes; the same seed is the same key.
  explicit Ed25519Key(std::string_view seed);
  std::string sign(std::string_view message) const;
  const std::string& public_key() const { return public_key_; }

 private:
  std::string secret_key_, public_key_;
};

/// False also for a public key or a signature of another length.
bool has_signed_ed25519(std::string_view public_key, std::string_view message, std::string_view signature);

}  // namespace expogate
