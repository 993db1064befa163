#pragma once
#include <string>
#include <string_view>

namespace expogate {

/// UTF-8 of a text in GBK (GB 18030); what is no character becomes U+FFFD.
std::string utf8_of_gbk(std::string_view bytes);

}  // namespace expogate
