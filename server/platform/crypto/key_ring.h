#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace expogate {

/// Why a text is no key ring: every mistake with its line, never a key.
class KeyRingError final : public std::runtime_error {
 public:
  explicit KeyRingError(std::vector<std::string> mistakes);
  const std::vector<std::string>& mistakes() const { return mistakes_; }

 private:
  std::vector<std::string> mistakes_;
};

/// The keys of the encrypted fields (ACC-07), kept outside the database. As text, one key a line:
///
///   # kid:key:state
///   index:<base64 of 32 bytes>:active
///   1:<base64 of 32 bytes>:retired
///   2:<base64 of 32 bytes>:active
///
/// `kid` is a number from 1 to 65535. The highest active one writes; every key reads, retired or not. To
/// rotate, add a key with a higher number, let the stored values be resealed, then retire the old key and
/// later remove its line. The one key named `index` is the root of all blind indexes and stays when the
/// others rotate.
class KeyRing {
 public:
  using Kid = std::uint16_t;

  /// These throw KeyRingError.
  static KeyRing parse(std::string_view text);
  static KeyRing from_file(const std::filesystem::path& path);
  static KeyRing from_environment(const std::string& variable);

  Kid writing_kid() const { return writing_kid_; }

  /// Null when the ring has no such key.
  const std::string* find(Kid kid) const;

  /// The 32-byte key for one purpose, such as `blind-index/mobile`. The same purpose gives the same key for
  /// ever.
  std::string derive(std::string_view purpose) const;

 private:
  std::map<Kid, std::string> keys_;
  Kid writing_kid_ = 0;
  std::string index_key_;

  friend class KeyRingReader;
};

/// The text of a new ring: an index key and the active key 1.
std::string new_key_ring_text();

}  // namespace expogate
