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

}  // namespace

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
