#pragma once
#include <string>

namespace expogate {

/// 256 random bits as 43 characters of base64url. Whoever has it is let in, so only its SHA-256 is stored
/// (ACC-04).
std::string new_token();

}  // namespace expogate
