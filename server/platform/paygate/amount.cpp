#include "platform/paygate/amount.h"

#include <algorithm>
#include <string>

namespace expogate::paygate {
namespace {

/// Providers end at 100,000,000 yuan; so many digits never overflow.
constexpr std::size_t most_digits = 15;

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= most_digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::int64_t> parse_fen(std::string_view text) {
  if (!is_digits(text) || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  std::int64_t fen = 0;
  for (char c : text) fen = fen * 10 + (c - '0');
  return fen;
}

std::optional<std::int64_t> parse_yuan(std::string_view text) {
  auto point = text.find('.');
  auto yuan = parse_fen(text.substr(0, point));
  if (!yuan || point == text.npos) return yuan ? std::optional(*yuan * 100) : std::nullopt;
  std::string decimals(text.substr(point + 1));
  if (!is_digits(decimals) || decimals.size() > 2) return std::nullopt;
  decimals.resize(2, '0');
  return *yuan * 100 + (decimals[0] - '0') * 10 + (decimals[1] - '0');
}

}  // namespace expogate::paygate
