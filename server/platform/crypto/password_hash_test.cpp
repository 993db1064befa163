#include "platform/crypto/password_hash.h"

#include <gtest/gtest.h>

#include <chrono>

namespace expogate {
namespace {

constexpr PasswordCost cheap{.passes = 1, .memory_kib = 1024};

TEST(PasswordHash, VerifiesOnlyTheSamePassword) {
  auto hash = hash_password("Fair-2025!", cheap);
  EXPECT_TRUE(verify_password(hash, "Fair-2025!"));
  EXPECT_FALSE(verify_password(hash, "fair-2025!"));
  EXPECT_FALSE(verify_password(hash, ""));
}

TEST(PasswordHash, IsArgon2idOfTheCostThatWasAsked) {
  EXPECT_TRUE(hash_password("Fair-2025!").starts_with("$argon2id$v=19$m=32768,t=3,p=1$"));
}

TEST(PasswordHash, HasASaltOfItsOwn) {
  EXPECT_NE(hash_password("x", cheap), hash_password("x", cheap));
}

TEST(PasswordHash, WantsARehashWhenTheCostHasChanged) {
  auto hash = hash_password("Fair-2025!", cheap);
  EXPECT_FALSE(needs_rehash(hash, cheap));
  EXPECT_TRUE(needs_rehash(hash, {.passes = 2, .memory_kib = 1024}));
  EXPECT_TRUE(needs_rehash(hash));
}

TEST(PasswordHash, RefusesWhatIsNoHash) {
  for (auto text : {"", "Fair-2025!", "$argon2id$v=19$m=1024,t=1,p=1$c2FsdA$"})
    EXPECT_FALSE(verify_password(text, "Fair-2025!")) << text;
}

TEST(PasswordHash, AnUnknownNameCostsAsMuchAsAWrongPassword) {
  auto hash = hash_password("Fair-2025!");
  auto milliseconds_of = [](auto work) {
    auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 3; ++i) work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  };
  auto wrong = milliseconds_of([&] { verify_password(hash, "wrong"); });
  auto unknown = milliseconds_of([&] { verify_nothing("wrong"); });
  EXPECT_GT(unknown, wrong / 3);  // the machine may be busy; without the hash it would be a thousandth
}

}  // namespace
}  // namespace expogate
