#include "base/money.h"

#include <fmt/format.h>

namespace expogate {

std::string yuan_text(std::int64_t fen) {
  return fmt::format("{}.{:02}", fen / 100, fen % 100);
}

}  // namespace expogate
