#include "platform/text/gbk.h"

#include <unicode/unistr.h>

namespace expogate {

std::string utf8_of_gbk(std::string_view bytes) {
  std::string text;
  return icu::UnicodeString(bytes.data(), int32_t(bytes.size()), "gb18030").toUTF8String(text);
}

}  // namespace expogate
