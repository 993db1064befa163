#include "platform/crypto/key_ring.h"

#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "platform/crypto/field_cipher.h"

// A ring is refused with its mistakes, or it seals and opens. A sealed value may be anything at all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace expogate;
  std::string_view input(reinterpret_cast<const char*>(data), size);
  try {
    FieldCipher cipher(KeyRing::parse(input));
    expect(cipher.open(cipher.seal(input, "fuzz"), "fuzz") == input, "what was sealed opens");
  } catch (const KeyRingError& error) {
    expect(!error.mistakes().empty(), "a refusal has a reason");
  }
  static const FieldCipher cipher(KeyRing::parse(new_key_ring_text()));
  try {
    cipher.open(input, "fuzz");
    expect(false, "nobody without the key can make a sealed value");
  } catch (const CannotOpen&) {
    // the only way out
  }
  return 0;
}
