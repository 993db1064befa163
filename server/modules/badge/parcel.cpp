#include "badge/parcel.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace expogate::badge {

std::string parcel_number(std::int64_t serial) {
  return fmt::format("K{:07}", serial);
}

std::optional<std::int64_t> read_parcel_number(std::string_view typed) {
  auto plain = half_width(typed);
  auto text = trimmed(plain);
  if (text.size() < 2 || (text.front() != 'K' && text.front() != 'k')) return std::nullopt;
  std::int64_t serial = 0;
  auto* end = text.data() + text.size();
  auto read = std::from_chars(text.data() + 1, end, serial);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return serial;
}

bool is_tracking_number(std::string_view text) {
  auto is_letter_or_digit = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
  };
  return text.size() >= 6 && text.size() <= 40 && std::all_of(text.begin(), text.end(), is_letter_or_digit);
}

}  // namespace expogate::badge
