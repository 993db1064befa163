#include "platform/crypto/proof_of_work.h"

#include <bit>
#include <string>

#include "platform/crypto/digest.h"

namespace expogate {

bool has_leading_zero_bits(std::string_view digest, int bits) {
  int zeros = 0;
  for (unsigned char byte : digest) {
    zeros += std::countl_zero(byte);
    if (byte != 0) break;
  }
  return zeros >= bits;
}

bool solves_proof_of_work(std::string_view salt, std::string_view answer, int difficulty) {
  return has_leading_zero_bits(sha256(std::string(salt) + std::string(answer)), difficulty);
}

}  // namespace expogate
