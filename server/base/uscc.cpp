#include "base/uscc.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace expogate {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t length = 18, division_start = 2, organization_start = 8, organization_length = 8;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string normalized_uscc(std::string_view text) {
  constexpr std::string_view left_out = " \t\r\n-";
  std::string result;
  for (char c : half_width(text))
    if (left_out.find(c) == left_out.npos) result += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
  return result;
}

bool has_uscc_shape(std::string_view code) {
  auto division = code.substr(std::min(division_start, code.size()), 6);
  return code.size() == length && code.find_first_not_of(alphabet) == code.npos &&
         std::all_of(division.begin(), division.end(), is_digit);
}

bool has_valid_check(std::string_view code) {
  return has_uscc_shape(code) && uscc_check(code.substr(0, length - 1)) == code.back();
}

bool has_valid_organization_code(std::string_view code) {
  return has_uscc_shape(code) &&
         organization_code_check(code.substr(organization_start, organization_length)) == code[length - 2];
}

bool has_known_division(std::string_view code) {
  constexpr std::string_view provinces =
      "10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 "
      "82";
  return has_uscc_shape(code) && provinces.find(code.substr(division_start, 2)) != provinces.npos;
}

char uscc_check(std::string_view first_17) {
  expect(first_17.size() == length - 1, "a check character is made over 17");
  int sum = 0, weight = 1;
  for (char c : first_17) {
    auto value = alphabet.find(c);
    if (value == alphabet.npos) return '\0';
    sum += int(value) * weight;
    weight = weight * 3 % 31;
  }
  return alphabet[std::size_t((31 - sum % 31) % 31)];
}

char organization_code_check(std::string_view first_8) {
  constexpr std::array weights{3, 7, 9, 10, 5, 8, 4, 2};
  expect(first_8.size() == weights.size(), "an organization code has 8 characters before its check");
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    sum += weights[i] * (is_digit(first_8[i]) ? first_8[i] - '0' : first_8[i] - 'A' + 10);
  int check = 11 - sum % 11;
  if (check == 11) return '0';
  return check == 10 ? 'X' : char('0' + check);
}

std::string complete_uscc(std::string_view authority_to_division, std::string_view organization) {
  auto code = std::string(authority_to_division) + std::string(organization);
  code += organization_code_check(organization);
  code += uscc_check(code);
  expect(has_valid_check(code), "what was completed is a code");
  return code;
}

}  // namespace expogate
