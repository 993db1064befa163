#include "payment/payment.h"

#include "base/text.h"

#include <algorithm>

namespace expogate::payment {
namespace {

constexpr std::size_t reference_digits = 10;

/// Luhn's: finds every single mistyped digit and nearly every swap of neighbours (ISO/IEC 7812-1).
char check_digit(std::string_view digits) {
  int sum = 0;
  bool is_doubled = true;
  for (auto c = digits.rbegin(); c != digits.rend(); ++c, is_doubled = !is_doubled) {
    int value = (*c - '0') * (is_doubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return char('0' + (10 - sum % 10) % 10);
}

}  // namespace

Duration wait_before_check(Duration age) {
  if (age < seconds(30)) return seconds(2);
  if (age < minutes(2)) return seconds(10);
  if (age < minutes(15)) return seconds(30);
  return minutes(5);
}

std::string new_transfer_reference() {
  auto digits = random_digits(reference_digits);
  return "T" + digits + check_digit(digits);
}

bool is_transfer_reference(std::string_view text) {
  if (text.size() != reference_digits + 2 || text[0] != 'T') return false;
  auto digits = text.substr(1, reference_digits);
  bool are_digits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return are_digits && text.back() == check_digit(digits);
}

std::vector<std::string> references_in(std::string_view typed) {
  // As people and banks write it: full width, in small letters, with blanks and hyphens between the digits.
  std::string memo;
  for (char c : ascii_upper(half_width(typed)))
    if (c != ' ' && c != '-' && c != '\t' && c != '_' && c != '.') memo += c;
  for (std::string_view blank : {"\u3000", "\u00a0", "\u200b", "\u2013", "\u2014"})
    for (auto at = memo.find(blank); at != memo.npos; at = memo.find(blank)) memo.erase(at, blank.size());
  std::vector<std::string> found;
  constexpr std::size_t length = reference_digits + 2;
  for (std::size_t i = 0; i + length <= memo.size(); ++i) {
    auto candidate = memo.substr(i, length);
    bool is_new = std::find(found.begin(), found.end(), candidate) == found.end();
    if (is_transfer_reference(candidate) && is_new) found.push_back(candidate);
  }
  return found;
}

std::string ledger_channel(Channel channel) {
  return "money/channel/" + std::string(enum_name(channel));
}

std::string ledger_order(const OrderId& order) {
  return "money/order/" + order.text;
}

}  // namespace expogate::payment
