#include "platform/crypto/random_bytes.h"

#include <openssl/rand.h>

#include "base/error.h"

namespace expogate {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  expect(RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), int(count)) == 1,
         "random bytes are to be had");
  return bytes;
}

}  // namespace expogate
