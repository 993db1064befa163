#include "platform/sheet/digit_pattern.h"

#include <algorithm>

namespace expogate::sheet {
namespace {

constexpr std::size_t longest_pattern = 64;

/// A zero that stands for itself is told apart from the place of a digit.
constexpr char literal_zero = '\1';

}  // namespace

std::string digit_pattern(std::string_view format) {
  format = format.substr(0, format.find(';'));  // positive numbers
  std::string pattern;
  bool is_quoted = false;
  auto add_literal = [&](char c) { pattern += c == '0' ? literal_zero : c; };
  for (std::size_t i = 0; i < format.size(); ++i) {
    char c = format[i];
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (is_quoted) {
      add_literal(c);
    } else if (c == '\\' && i + 1 < format.size()) {
      add_literal(format[++i]);
    } else if (c == '[') {  // a colour, a condition
      i = std::min(format.find(']', i), format.size());
    } else if (c == '0' || std::string_view("-() +").find(c) != std::string_view::npos) {
      pattern += c;
    } else {
      return "";
    }
  }
  bool is_plain = pattern.size() < 2 || pattern.size() > longest_pattern || pattern.find('0') == pattern.npos;
  return is_plain ? "" : pattern;
}

std::string laid_out(std::uint64_t number, std::string_view pattern) {
  auto digits = std::to_string(number);
  auto first = pattern.find('0');
  std::string shown;
  for (auto i = pattern.size(); i-- > 0;) {
    char c = pattern[i];
    if (c == literal_zero) c = '0';
    bool is_place = pattern[i] == '0';
    if (is_place && !digits.empty()) {
      c = digits.back();
      digits.pop_back();
    }
    shown += c;
    if (i == first)
      for (; !digits.empty(); digits.pop_back()) shown += digits.back();
  }
  std::reverse(shown.begin(), shown.end());
  return shown;
}

}  // namespace expogate::sheet
