#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace expogate {

/// What one argon2id hash costs: the default takes about 50 ms of one core. The cost stands in each hash, so
/// it can be raised later; hashes of the old cost go on working and are renewed at the next sign-in.
struct PasswordCost {
  unsigned passes = 3;
  std::size_t memory_kib = 32 * 1024;
};

// No more hashes run at once than the machine has cores: each holds its memory, and more would only be
// slower.

/// ACC-02: argon2id with a salt of its own, as PHC text (`$argon2id$v=19$m=…`).
std::string hash_password(std::string_view password, const PasswordCost& cost = {});

bool verify_password(std::string_view hash, std::string_view password);

/// True when the hash was made at another cost than this one.
bool needs_rehash(std::string_view hash, const PasswordCost& cost = {});

/// Takes as long as `verify_password` and finds nothing: for unknown names, which must not answer faster
/// (ACC-01).
void verify_nothing(std::string_view password, const PasswordCost& cost = {});

}  // namespace expogate
