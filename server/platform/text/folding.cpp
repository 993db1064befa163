#include "platform/text/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/error.h"

namespace expogate {
namespace {

const icu::Normalizer2& normalizer() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
  expect(U_SUCCESS(status), "ICU carries its normalization data");
  return *instance;
}

bool is_letter_or_digit(UChar32 character) {
  return u_hasBinaryProperty(character, UCHAR_ALPHABETIC) || u_isdigit(character);
}

/// Accents and other marks that stand above or below letters of European and Semitic scripts. Marks of other
/// scripts are vowels, or make another letter of it.
bool is_accent(UChar32 character) {
  return (character >= 0x300 && character <= 0x36F) || (character >= 0x591 && character <= 0x5C7) ||
         (character >= 0x64B && character <= 0x65F) || character == 0x670;
}

/// Letters that are not made of a letter and an accent, and are typed as these.
std::string_view plain_letters(UChar32 character) {
  switch (character) {
    case U'đ':
    case U'ð':
      return "d";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'ŧ':
      return "t";
    case U'ŋ':
      return "n";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    default:
      return "";
  }
}

const icu::Normalizer2& instance(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = get(status);
  expect(U_SUCCESS(status), "ICU carries its normalization data");
  return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2& by, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  auto result = by.normalize(text, status);
  expect(U_SUCCESS(status), "every text can be normalized");
  return result;
}

}  // namespace

std::string folded_for_search(std::string_view name) {
  auto folded = folded_name(name);
  auto apart = normalized(instance(icu::Normalizer2::getNFDInstance), icu::UnicodeString::fromUTF8(folded));
  icu::UnicodeString kept;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    auto character = apart.char32At(i);
    if (is_accent(character)) continue;
    if (auto plain = plain_letters(character); !plain.empty())
      kept.append(icu::UnicodeString::fromUTF8({plain.data(), int32_t(plain.size())}));
    else
      kept.append(character);
  }
  std::string result;
  return normalized(instance(icu::Normalizer2::getNFCInstance), kept).toUTF8String(result);
}

std::string folded_name(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  auto text = icu::UnicodeString::fromUTF8({name.data(), int32_t(name.size())});
  auto levelled = normalizer().normalize(text, status);
  expect(U_SUCCESS(status), "every text can be normalized");
  icu::UnicodeString kept;
  for (int32_t i = 0; i < levelled.length(); i = levelled.moveIndex32(i, 1))
    if (auto character = levelled.char32At(i); is_letter_or_digit(character)) kept.append(character);
  std::string result;
  return kept.toUTF8String(result);
}

}  // namespace expogate
