#include "base/identity_document.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace expogate {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}
bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}
bool are_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_letter);
}

/// `YYYYMMDD` as a day of the calendar.
std::optional<CivilDate> day_of(std::string_view digits) {
  return parse_civil_date(std::string(digits.substr(0, 4)) + "-" + std::string(digits.substr(4, 2)) + "-" +
                          std::string(digits.substr(6, 2)));
}

bool is_18_digit_card(std::string_view number) {
  return number.size() == 18 && are_digits(number.substr(0, 17)) &&
         resident_id_check(number.substr(0, 17)) == number[17];
}

bool is_foreign_card_of_2023(std::string_view number) {
  return is_18_digit_card(number) && number[0] == '9';
}

/// Three letters (country), four digits (division), six (birth), one, and a check over all before it.
bool is_foreign_card_of_2004(std::string_view number) {
  return number.size() == 15 && are_letters(number.substr(0, 3)) && are_digits(number.substr(3)) &&
         travel_document_check(number.substr(0, 14)) == number[14];
}

bool is_residence_permit(std::string_view number) {
  constexpr std::array<std::string_view, 3> divisions{"810000", "820000", "830000"};
  return is_18_digit_card(number) &&
         std::find(divisions.begin(), divisions.end(), number.substr(0, 6)) != divisions.end();
}

/// H or M and eight digits, with two more when the renewals are counted; HA or MA and seven for those who are
/// not Chinese citizens.
bool is_hk_mo_permit(std::string_view number) {
  if (number.empty() || (number[0] != 'H' && number[0] != 'M')) return false;
  auto rest = number.substr(1);
  if (!rest.empty() && rest[0] == 'A') return rest.size() == 8 && are_digits(rest.substr(1));
  return (rest.size() == 8 || rest.size() == 10) && are_digits(rest);
}

/// Eight digits, ten with the renewals; the old booklet ends in a letter.
bool is_taiwan_permit(std::string_view number) {
  if (number.size() == 11) return are_digits(number.substr(0, 10)) && is_letter(number[10]);
  return (number.size() == 8 || number.size() == 10) && are_digits(number);
}

bool is_passport(std::string_view number) {
  return number.size() >= 5 && number.size() <= 15 &&
         std::all_of(number.begin(), number.end(), [](char c) { return is_digit(c) || is_letter(c); });
}

}  // namespace

std::string normalized_document(std::string_view text) {
  constexpr std::string_view left_out = " \t\r\n-()";
  auto number = ascii_upper(half_width(text));
  std::erase_if(number, [&](char c) { return left_out.find(c) != left_out.npos; });
  return number;
}

char resident_id_check(std::string_view first_17) {
  constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += (first_17[i] - '0') * weights[i];
  return "10X98765432"[sum % 11];
}

char travel_document_check(std::string_view text) {
  constexpr std::array weights{7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    sum += (is_digit(text[i]) ? text[i] - '0' : text[i] - 'A' + 10) * weights[i % 3];
  return char('0' + sum % 10);
}

bool is_document_number(DocumentType type, std::string_view number, const CivilDate& today) {
  auto is_born = [&] {
    auto born = birth_date_in(type, number);
    return born && *born <= today && born->text >= "1900";
  };
  switch (type) {
    case DocumentType::resident_id:
      return is_18_digit_card(number) && is_born();
    case DocumentType::hk_mo_tw_residence:
      return is_residence_permit(number) && is_born();
    case DocumentType::hk_mo_permit:
      return is_hk_mo_permit(number);
    case DocumentType::taiwan_permit:
      return is_taiwan_permit(number);
    case DocumentType::passport:
      return is_passport(number);
    case DocumentType::foreign_permanent_residence:
      return (is_foreign_card_of_2023(number) && is_born()) || is_foreign_card_of_2004(number);
  }
  return false;
}

std::optional<CivilDate> birth_date_in(DocumentType type, std::string_view number) {
  bool has_18 = number.size() == 18 && are_digits(number.substr(0, 17));
  switch (type) {
    case DocumentType::resident_id:
    case DocumentType::hk_mo_tw_residence:
    case DocumentType::foreign_permanent_residence:
      return has_18 ? day_of(number.substr(6, 8)) : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<Gender> gender_in(DocumentType type, std::string_view number) {
  // The 17th digit: odd for men. Of the foreigners' card no source says so.
  bool tells = type == DocumentType::resident_id || type == DocumentType::hk_mo_tw_residence;
  if (!tells || number.size() != 18 || !is_digit(number[16])) return std::nullopt;
  return (number[16] - '0') % 2 == 1 ? Gender::male : Gender::female;
}

}  // namespace expogate
