#include "platform/crypto/totp.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include "base/error.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"

namespace expogate {
namespace {

constexpr std::int64_t step_ms = 30'000;
constexpr std::size_t sha1_size = 20;

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
  std::string mac(sha1_size, '\0');
  std::size_t size = 0;
  auto* made = EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA1", nullptr, key.data(), key.size(),
                         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                         reinterpret_cast<unsigned char*>(mac.data()), mac.size(), &size);
  expect(made != nullptr && size == sha1_size, "HMAC-SHA1 ends");
  return mac;
}

std::string big_endian(std::int64_t number) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes += char(number >> shift & 0xFF);
  return bytes;
}

/// RFC 4226, 5.3: four bytes at the place that the last half-byte names, without the sign.
std::uint32_t truncated(std::string_view mac) {
  auto at = std::size_t(mac.back() & 0x0F);
  std::uint32_t number = 0;
  for (auto byte : mac.substr(at, 4)) number = number << 8 | (unsigned char)byte;
  return number & 0x7FFF'FFFF;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view unreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (char c : text) {
    if (unreserved.find(c) != unreserved.npos)
      encoded += c;
    else
      encoded += fmt::format("%{:02X}", (unsigned char)c);
  }
  return encoded;
}

}  // namespace

std::string new_totp_secret() {
  return base32_encode(random_bytes(sha1_size));
}

std::int64_t totp_step(Instant at) {
  return at.ms / step_ms;
}

std::string totp_code(std::string_view secret, std::int64_t step) {
  auto key = base32_decode(secret);
  expect(key && !key->empty(), "a TOTP secret is base32 text");
  return fmt::format("{:06}", truncated(hmac_sha1(*key, big_endian(step))) % 1'000'000);
}

std::optional<std::int64_t> matched_totp_step(std::string_view secret, std::string_view code, Instant now) {
  auto present = totp_step(now);
  for (auto step : {present, present - 1, present + 1})
    if (equal_in_constant_time(totp_code(secret, step), code)) return step;
  return std::nullopt;
}

std::string totp_uri(std::string_view issuer, std::string_view account_name, std::string_view secret) {
  return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits=6&period=30",
                     percent_encoded(issuer), percent_encoded(account_name), secret);
}

}  // namespace expogate
