#include "account/password.h"

#include <gtest/gtest.h>

namespace expogate::account {
namespace {

// ACC-02
TEST(Password, NeedsLettersDigitsAndSymbols) {
  for (auto weak : {"Ab1#567", "abcdefgh", "12345678", "abcd1234", "abcd####", "1234####"})
    EXPECT_EQ(why_not_password(weak, "shanghaijiaoyituan"), &password_weak) << weak;
  EXPECT_EQ(why_not_password("h7#kmvqe", "shanghaijiaoyituan"), nullptr);
}

TEST(Password, RefusesCommonWordsWithOrnaments) {
  for (auto common : {"Password1!", "admin@123", "P@ssw0rd", "1qaz2wsx!", "Shanghai#1", "Qwerty#123",
                      "Zhang!1985", "Woaini!1314", "Abcd#1234"})
    EXPECT_EQ(why_not_password(common, "someone"), &password_common) << common;
}

TEST(Password, RefusesTheSignInName) {
  EXPECT_EQ(why_not_password("xHaidian9#", "haidian"), &password_like_name);
}

}  // namespace
}  // namespace expogate::account
