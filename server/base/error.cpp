#include "base/error.h"

#include <algorithm>
#include <stdexcept>

namespace expogate {
namespace {

std::vector<const ErrorCode*>& registry() {
  static std::vector<const ErrorCode*> codes;
  return codes;
}

}  // namespace

ErrorCode::ErrorCode(std::string_view code, std::string_view zh, std::string_view en)
    : code(code), zh(zh), en(en) {
  registry().push_back(this);
}

std::vector<const ErrorCode*> all_error_codes() {
  auto codes = registry();
  std::sort(codes.begin(), codes.end(), [](auto* a, auto* b) { return a->code < b->code; });
  return codes;
}

std::string message_of(const ErrorCode& code, Locale locale, const Details& details) {
  std::string text(code.words(locale));
  for (auto& [name, detail] : details) {
    auto mark = "{" + name + "}";
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + detail.value.size()))
      text.replace(at, mark.size(), detail.value);
  }
  return text;
}

void expect(bool truth, std::string_view what) {
  if (!truth) throw std::logic_error("expected: " + std::string(what));
}

}  // namespace expogate
