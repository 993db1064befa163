#include "platform/crypto/encoding.h"

#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "base/text.h"

namespace {

using namespace expogate;

/// Every value comes back, and a text that is read is the only text of its value.
template <class Encode, class Decode>
void check(Encode encode, Decode decode, std::string_view input, std::string_view canonical) {
  expect(decode(encode(input)) == input, "every value comes back");
  if (auto value = decode(input)) expect(encode(*value) == canonical, "a value has one text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  check(base64_encode, base64_decode, input, input);
  check(base64url_encode, base64url_decode, input, input);
  check(base32_encode, base32_decode, input, input);
  check(hex_encode, hex_decode, input, ascii_lower(input));
  return 0;
}
