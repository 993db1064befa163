#include "messaging/message.h"

namespace expogate::messaging {

std::string filled(std::string_view text, const std::map<std::string, std::string>& parameters) {
  std::string out;
  while (!text.empty()) {
    auto open = text.find('{');
    auto close = open == text.npos ? text.npos : text.find('}', open);
    out += text.substr(0, open == text.npos ? text.size() : open);
    if (close == text.npos) break;
    auto found = parameters.find(std::string(text.substr(open + 1, close - open - 1)));
    if (found != parameters.end()) out += found->second;
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace expogate::messaging
