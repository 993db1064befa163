#include "badge/badge.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace expogate::badge {

std::string badge_number(int edition_number, std::int64_t serial) {
  return fmt::format("B{}-{:08}", edition_number, serial);
}

std::optional<BadgeNumber> read_number(std::string_view typed) {
  auto plain = half_width(typed);
  auto text = trimmed(plain);
  if (text.empty() || (text.front() != 'B' && text.front() != 'b')) return std::nullopt;
  BadgeNumber number;
  auto* end = text.data() + text.size();
  auto edition = std::from_chars(text.data() + 1, end, number.edition_number);
  if (edition.ec != std::errc{} || edition.ptr == end || *edition.ptr != '-') return std::nullopt;
  auto serial = std::from_chars(edition.ptr + 1, end, number.serial);
  if (serial.ec != std::errc{} || serial.ptr != end) return std::nullopt;
  return number;
}

}  // namespace expogate::badge
