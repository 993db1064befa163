#include "platform/crypto/password_hash.h"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <semaphore>
#include <thread>

#include "base/error.h"

namespace expogate {
namespace {

/// One place among the hashes that may run at this moment, waited for and given back.
class HashingPlace {
 public:
  HashingPlace() { places().acquire(); }
  ~HashingPlace() { places().release(); }
  HashingPlace(const HashingPlace&) = delete;
  HashingPlace& operator=(const HashingPlace&) = delete;

 private:
  static std::counting_semaphore<>& places() {
    static std::counting_semaphore<> semaphore(std::max(1u, std::thread::hardware_concurrency()));
    return semaphore;
  }
};

void start_sodium() {
  static const int started = sodium_init();
  expect(started >= 0, "libsodium starts");
}

}  // namespace

std::string hash_password(std::string_view password, const PasswordCost& cost) {
  start_sodium();
  HashingPlace place;
  char hash[crypto_pwhash_STRBYTES];
  int failed = crypto_pwhash_str_alg(hash, password.data(), password.size(), cost.passes,
                                     cost.memory_kib * 1024, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();  // the only reason libsodium knows
  return hash;
}

bool verify_password(std::string_view hash, std::string_view password) {
  start_sodium();
  HashingPlace place;
  return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view hash, const PasswordCost& cost) {
  return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), cost.passes, cost.memory_kib * 1024) != 0;
}

void verify_nothing(std::string_view password, const PasswordCost& cost) {
  hash_password(password, cost);
}

}  // namespace expogate
