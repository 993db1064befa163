#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace expogate {

/// A text file as programs on Chinese machines write it, in UTF-8: UTF-16 by its byte order mark, UTF-8, and
/// otherwise GB 18030 (with GBK and GB 2312 in it). Nothing when it is none of these.
std::optional<std::string> decoded_text(std::string_view bytes);

}  // namespace expogate
