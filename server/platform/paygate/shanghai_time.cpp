#include "platform/paygate/shanghai_time.h"

namespace expogate::paygate {
namespace {

std::string date_of(Instant at) {
  return to_rfc3339(at + shanghai_offset).substr(0, 10);
}
std::string clock_of(Instant at) {
  return to_rfc3339(at + shanghai_offset).substr(11, 8);
}

}  // namespace

std::string rfc3339_of_shanghai(Instant at) {
  return date_of(at) + "T" + clock_of(at) + "+08:00";
}

std::string spaced_time(Instant at) {
  return date_of(at) + " " + clock_of(at);
}

std::optional<Instant> parse_spaced_time(std::string_view text) {
  if (text.size() != 19 || text[10] != ' ') return std::nullopt;
  return parse_rfc3339(std::string(text.substr(0, 10)) + "T" + std::string(text.substr(11)) + "+08:00");
}

std::string compact_time(Instant at) {
  std::string digits;
  for (char c : spaced_time(at))
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

std::optional<Instant> parse_compact_time(std::string_view text) {
  if (text.size() != 14) return std::nullopt;
  std::string spaced(text);
  for (auto [place, mark] : {std::pair{4, '-'}, {7, '-'}, {10, ' '}, {13, ':'}, {16, ':'}})
    spaced.insert(std::size_t(place), 1, mark);
  return parse_spaced_time(spaced);
}

}  // namespace expogate::paygate
