#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// AES-256-GCM with a nonce of 12 bytes. `context` is authenticated and not encrypted.
namespace expogate::aes_gcm {

inline constexpr std::size_t key_size = 32, nonce_size = 12, tag_size = 16;

/// Ciphertext followed by its tag. A nonce is used once for each key.
std::string seal(std::string_view key, std::string_view nonce, std::string_view context,
                 std::string_view plaintext);

/// The opposite of `seal`; nothing when any of the four was changed.
std::optional<std::string> open(std::string_view key, std::string_view nonce, std::string_view context,
                                std::string_view sealed);

}  // namespace expogate::aes_gcm
