#include "platform/crypto/encoding.h"

#include <cstdint>

#include "base/text.h"

namespace expogate {
namespace {

struct Alphabet {
  std::string_view letters;
  int bits;           ///< that one letter carries
  std::size_t group;  ///< padded to a multiple of so many letters; 1 for no padding
};

constexpr Alphabet base64{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 6, 4};
constexpr Alphabet base64url{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 6, 1};
constexpr Alphabet base32{"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5, 1};
constexpr Alphabet hex{"0123456789abcdef", 4, 1};

std::string encode(const Alphabet& alphabet, std::string_view bytes) {
  const std::uint32_t mask = (1u << alphabet.bits) - 1;
  std::string text;
  text.reserve((bytes.size() * 8) / std::size_t(alphabet.bits) + alphabet.group);
  std::uint32_t pending = 0;
  int available = 0;
  for (unsigned char byte : bytes) {
    pending = pending << 8 | byte;
    for (available += 8; available >= alphabet.bits; available -= alphabet.bits)
      text += alphabet.letters[pending >> (available - alphabet.bits) & mask];
  }
  if (available > 0) text += alphabet.letters[pending << (alphabet.bits - available) & mask];
  while (text.size() % alphabet.group != 0) text += '=';
  return text;
}

std::string_view without_padding(const Alphabet& alphabet, std::string_view text) {
  std::size_t padding = 0;
  while (padding < alphabet.group && padding < text.size() && text[text.size() - 1 - padding] == '=')
    ++padding;
  return text.substr(0, text.size() - padding);
}

std::optional<std::string> decode(const Alphabet& alphabet, std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * std::size_t(alphabet.bits) / 8);
  std::uint32_t pending = 0;
  int available = 0;
  for (char letter : without_padding(alphabet, text)) {
    auto value = alphabet.letters.find(letter);
    if (value == alphabet.letters.npos) return std::nullopt;
    pending = pending << alphabet.bits | std::uint32_t(value);
    available += alphabet.bits;
    if (available >= 8) bytes += char(pending >> (available -= 8) & 0xFF);
  }
  if (encode(alphabet, bytes) != text)
    return std::nullopt;  // padding and spare bits: only the one right text
  return bytes;
}

}  // namespace

std::string base64_encode(std::string_view bytes) {
  return encode(base64, bytes);
}
std::optional<std::string> base64_decode(std::string_view text) {
  return decode(base64, text);
}

std::string base64url_encode(std::string_view bytes) {
  return encode(base64url, bytes);
}
std::optional<std::string> base64url_decode(std::string_view text) {
  return decode(base64url, text);
}

std::string base32_encode(std::string_view bytes) {
  return encode(base32, bytes);
}
std::optional<std::string> base32_decode(std::string_view text) {
  return decode(base32, text);
}

std::string hex_encode(std::string_view bytes) {
  return encode(hex, bytes);
}
std::optional<std::string> hex_decode(std::string_view text) {
  return decode(hex, ascii_lower(text));
}

}  // namespace expogate
