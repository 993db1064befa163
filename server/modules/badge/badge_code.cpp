#include "badge/badge_code.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "platform/crypto/encoding.h"

namespace expogate::badge {
namespace {

/// The first byte. Whoever changes what follows takes another one.
constexpr unsigned char version = 1;
constexpr std::size_t edition_bytes = 2, serial_bytes = 5, days_bytes = 2;
constexpr std::size_t message_bytes = 1 + edition_bytes + serial_bytes + 1 + days_bytes;
constexpr std::size_t code_bytes = message_bytes + ed25519_signature_bytes;

void put(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = bytes; i-- > 0;) out += char(value >> (8 * i) & 0xff);
}

std::uint64_t take(std::string_view& in, std::size_t bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(in[i]);
  in.remove_prefix(bytes);
  return value;
}

std::string message_of(const BadgeCode& code) {
  std::string message;
  put(message, version, 1);
  put(message, std::uint64_t(code.edition_number), edition_bytes);
  put(message, std::uint64_t(code.serial), serial_bytes);
  put(message, std::uint64_t(code.type), 1);
  put(message, code.days, days_bytes);
  return message;
}

}  // namespace

std::string signed_code(const BadgeCode& code, const Ed25519Key& key) {
  expect(code.serial > 0 && code.serial < std::int64_t{1} << (8 * serial_bytes),
         "a badge's serial fits its code");
  auto message = message_of(code);
  return base32_encode(message + key.sign(message));
}

std::optional<int> edition_number_of(std::string_view text) {
  auto bytes = base32_decode(trimmed(text));
  if (!bytes || bytes->size() != code_bytes) return std::nullopt;
  std::string_view number(bytes->data() + 1, edition_bytes);
  return int(take(number, edition_bytes));
}

std::string standard_spelling(std::string_view typed) {
  std::string spelled;
  for (char c : ascii_upper(half_width(typed)))
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') spelled += c;
  bool has_kind = spelled.size() > 3 && spelled[0] == ']';
  return has_kind ? spelled.substr(3) : spelled;
}

std::optional<BadgeCode> read_code(std::string_view text, std::string_view public_key) {
  auto bytes = base32_decode(trimmed(text));
  if (!bytes || bytes->size() != code_bytes) return std::nullopt;
  std::string_view message(bytes->data(), message_bytes),
      signature(bytes->data() + message_bytes, ed25519_signature_bytes);
  if (!has_signed_ed25519(public_key, message, signature)) return std::nullopt;
  if (take(message, 1) != version) return std::nullopt;
  BadgeCode code;
  code.edition_number = int(take(message, edition_bytes));
  code.serial = std::int64_t(take(message, serial_bytes));
  code.type = edition::BadgeType(take(message, 1));
  code.days = EntryDays(take(message, days_bytes));
  return code;
}

EntryDays entry_days(const edition::EntryOption& option, const CivilDate& first_entry_day) {
  int from = std::max(0, days_between(first_entry_day, option.from_on));
  int to = std::min(most_entry_days - 1, days_between(first_entry_day, option.to_on));
  EntryDays bits = 0;
  for (int day = from; day <= to; ++day) bits = EntryDays(bits | 1u << day);
  return bits;
}

bool opens_on(EntryDays days, const CivilDate& day, const CivilDate& first_entry_day) {
  int n = days_between(first_entry_day, day);
  return n >= 0 && n < most_entry_days && (days >> n & 1) != 0;
}

}  // namespace expogate::badge
