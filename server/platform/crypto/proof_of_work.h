#pragma once
#include <string_view>

namespace expogate {

/// True when the first `bits` bits are all zero.
bool has_leading_zero_bits(std::string_view digest, int bits);

/// The captcha (ACC-02): the browser searched an answer for which SHA-256(salt + answer) begins with
/// `difficulty` zero bits, about 2^difficulty tries; checking takes one.
bool solves_proof_of_work(std::string_view salt, std::string_view answer, int difficulty);

}  // namespace expogate
