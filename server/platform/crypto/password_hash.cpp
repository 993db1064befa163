#include "platform/crypto/password_hash.h"

#include <sodium.h>

#include <mutex>
#include <new>

#include "base/core_places.h"
#include "base/error.h"

namespace expogate {
namespace {

CorePlaces& hashing_places() {
  static CorePlaces places;
  return places;
}

void start_sodium() {
  static const int started = sodium_init();
  expect(started >= 0, "libsodium starts");
}

}  // namespace

std::string hash_password(std::string_view password, const PasswordCost& cost) {
  start_sodium();
  std::lock_guard place(hashing_places());
  char hash[crypto_pwhash_STRBYTES];
  int failed = crypto_pwhash_str_alg(hash, password.data(), password.size(), cost.passes,
                                     cost.memory_kib * 1024, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();  // the only reason libsodium knows
  return hash;
}

bool verify_password(std::string_view hash, std::string_view password) {
  start_sodium();
  std::lock_guard place(hashing_places());
  return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view hash, const PasswordCost& cost) {
  return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), cost.passes, cost.memory_kib * 1024) != 0;
}

void verify_nothing(std::string_view password, const PasswordCost& cost) {
  hash_password(password, cost);
}

}  // namespace expogate
