#pragma once
#include <string>
#include <string_view>

#include "base/time.h"

namespace expogate {

/// A finished sheet that is small enough to be answered at once, under the name that people meet it by.
struct SheetFile {
  std::string name, bytes;
};

/// `交易团名单 20251001.xlsx`
std::string sheet_file_name(std::string_view title, Instant now);

}  // namespace expogate
