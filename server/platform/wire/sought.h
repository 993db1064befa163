#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "base/error.h"

/// Lists are searched in the address, which proxies, histories and shared links keep. A whole document or
/// mobile number is somebody's identity: it comes in a header of its own instead, percent-encoded (ACC-07).
namespace expogate::wire {

inline constexpr std::string_view sought_names[] = {"document", "mobile"};

inline bool is_sought(std::string_view parameter) {
  return std::find(std::begin(sought_names), std::end(sought_names), parameter) != std::end(sought_names);
}

inline std::string sought_header(std::string_view parameter) {
  return "Sought-" + std::string(1, char(parameter.front() - 'a' + 'A')) + std::string(parameter.substr(1));
}

inline const ErrorCode sought_in_address{"request.sought_in_address",
                                         "请放在请求头 {header} 中，不要写在地址里",
                                         "Please send this in the header {header}, not in the address"};

}  // namespace expogate::wire
