#include "order/order.h"

#include <algorithm>

namespace expogate::order {

namespace {

std::string dated_number(char kind, Instant now) {
  constexpr std::size_t random_length = 4;
  // The moment's text in Shanghai, without what separates its parts: 2025-10-10T09:00:00.123Z.
  auto text = to_rfc3339(now + shanghai_offset);
  std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
  return kind + text + random_digits(random_length);
}

}  // namespace

std::string new_order_number(Instant now) {
  return dated_number('V', now);
}

std::string new_refund_number(Instant now) {
  return dated_number('R', now);
}

}  // namespace expogate::order
