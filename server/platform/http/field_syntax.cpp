#include "platform/http/field_syntax.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "platform/http/message.h"

namespace expogate::http {
namespace {

bool is_one_of(char c, std::string_view marks) {
  return marks.find(c) != marks.npos;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}
bool is_token_letter(char c) {
  return is_alphanumeric(c) || is_one_of(c, "!#$%&'*+-.^_`|~");
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_one_of(text.front(), " \t")) text.remove_prefix(1);
  while (!text.empty() && is_one_of(text.back(), " \t")) text.remove_suffix(1);
  return text;
}

bool is_port(std::string_view text) {
  return text.size() <= 5 && std::ranges::all_of(text, is_digit) &&
         (text.empty() || std::stoi(std::string(text)) <= 65535);
}

bool is_visible(char c) {
  return c > 0x20 && c < 0x7f;
}

/// Browsers send what RFC 3986 would have escaped in a query (the URL standard's query set), and in a path
/// `|` and brackets: people follow such links. What no browser sends is refused.
bool is_path_letter(char c) {
  return is_visible(c) && !is_one_of(c, "\"<>#\\^`{}");
}
bool is_query_letter(char c) {
  return is_visible(c) && !is_one_of(c, "\"<>#");
}

}  // namespace

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_letter);
}

std::optional<FieldLine> read_field_line(std::string_view line) {
  auto colon = line.find(':');
  if (colon == line.npos || !is_token(line.substr(0, colon))) return std::nullopt;
  auto value = without_blanks(line.substr(colon + 1));
  if (std::ranges::any_of(value, [](char c) { return is_control(c) && c != '\t'; })) return std::nullopt;
  return FieldLine{line.substr(0, colon), value};
}

void for_each_element(std::string_view list, const std::function<void(std::string_view)>& take) {
  bool is_quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= list.size(); ++i) {
    if (i < list.size() && list[i] == '"') is_quoted = !is_quoted;
    if (i < list.size() && (list[i] != ',' || is_quoted)) continue;
    if (auto element = without_blanks(list.substr(begin, i - begin)); !element.empty()) take(element);
    begin = i + 1;
  }
}

double weight_of(std::string_view element) {
  auto parameters = element.substr(std::min(element.size(), element.find(';')));
  while (!parameters.empty()) {
    parameters.remove_prefix(1);
    auto parameter = without_blanks(parameters.substr(0, parameters.find(';')));
    parameters.remove_prefix(std::min(parameters.size(), parameters.find(';')));
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    double weight = 0;
    auto digits = parameter.substr(2);
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), weight);
    return error == std::errc{} ? std::clamp(weight, 0.0, 1.0) : 0;
  }
  return 1;
}

bool has_entity_tag(std::string_view list, std::string_view tag) {
  bool is_held = without_blanks(list) == "*";
  auto opaque = [](std::string_view one) { return one.starts_with("W/") ? one.substr(2) : one; };
  for_each_element(list, [&](std::string_view one) { is_held = is_held || opaque(one) == opaque(tag); });
  return is_held;
}

bool is_host_and_port(std::string_view text) {
  if (text.starts_with('[')) {
    auto end = text.find(']');
    if (end == text.npos || end < 3) return false;
    auto is_address_letter = [](char c) { return is_alphanumeric(c) || is_one_of(c, ":."); };
    if (!std::ranges::all_of(text.substr(1, end - 1), is_address_letter)) return false;
    text.remove_prefix(end + 1);
    return text.empty() || (text.front() == ':' && is_port(text.substr(1)));
  }
  auto name = text.substr(0, text.find(':'));
  auto is_name_letter = [](char c) { return is_alphanumeric(c) || is_one_of(c, "-._~"); };
  if (name.empty() || !std::ranges::all_of(name, is_name_letter)) return false;
  return name.size() == text.size() || is_port(text.substr(name.size() + 1));
}

bool is_path_and_query(std::string_view target) {
  auto path = target.substr(0, target.find('?'));
  auto query = target.substr(path.size());
  if (!path.starts_with('/') || !std::ranges::all_of(path, is_path_letter)) return false;
  if (!std::ranges::all_of(query, is_query_letter)) return false;
  auto decoded = percent_decoded(path);
  return decoded && is_clean_utf8(*decoded) && std::ranges::none_of(*decoded, is_control);
}

}  // namespace expogate::http
