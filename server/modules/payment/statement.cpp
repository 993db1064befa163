#include "payment/statement.h"

#include <algorithm>

#include "base/text.h"

namespace expogate::payment {

std::optional<std::int64_t> fen_of_yuan(std::string_view typed) {
  auto text = half_width(trimmed(typed));
  for (std::string_view sign : {"¥", "￥", "CNY", "RMB", "元"}) {
    if (text.starts_with(sign)) text.erase(0, sign.size());
    if (text.ends_with(sign)) text.erase(text.size() - sign.size());
  }
  text = std::string(trimmed(text));
  if (text.starts_with('+')) text.erase(0, 1);
  std::int64_t fen = 0;
  int decimals = -1, since_comma = -1, digits = 0;
  for (char c : text) {
    if (c == ',' && decimals < 0) {
      // Commas stand between thousands; "1234,50" would be read as a hundred times as much.
      bool is_first = since_comma < 0;
      if (digits == 0 || (is_first && digits > 3) || (!is_first && since_comma != 3)) return std::nullopt;
      since_comma = 0;
      continue;
    }
    if (c == '.' && decimals < 0) {
      if (since_comma >= 0 && since_comma != 3) return std::nullopt;
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || decimals == 2 || fen > 1'000'000'000'000) return std::nullopt;
    fen = fen * 10 + (c - '0');
    if (decimals >= 0) {
      ++decimals;
    } else {
      ++digits;
      if (since_comma >= 0) ++since_comma;
    }
  }
  if (decimals < 0 && since_comma >= 0 && since_comma != 3) return std::nullopt;
  for (; decimals < 2; decimals = std::max(decimals, 0) + 1) fen *= 10;
  return fen > 0 ? std::optional(fen) : std::nullopt;
}

}  // namespace expogate::payment
