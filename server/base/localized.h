#pragma once
#include <string>

#include "base/locale.h"

namespace expogate {

/// The one of two texts that is in this language; the other where it is empty.
inline const std::string& localized(Locale locale, const std::string& zh, const std::string& en) {
  bool is_english = locale == Locale::en ? !en.empty() : zh.empty();
  return is_english ? en : zh;
}

}  // namespace expogate
