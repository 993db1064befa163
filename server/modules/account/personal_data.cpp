#include "account/personal_data.h"

#include "base/sensitive.h"
#include "base/text.h"
#include "platform/crypto/blind_index.h"

namespace expogate::account {

std::string mobile_index(const FieldCipher& cipher, const std::string& mobile) {
  return blind_index(cipher.ring(), "accounts.mobile", mobile);
}

std::string email_index(const FieldCipher& cipher, const std::string& email) {
  return blind_index(cipher.ring(), "accounts.email", fold_key(email));
}

void set_mobile(Account& account, const FieldCipher& cipher, const std::string& mobile) {
  account.mobile_sealed = cipher.seal(mobile, "accounts.mobile|" + account.id.text);
  account.mobile_index = mobile_index(cipher, mobile);
  account.mobile_masked = mask_mobile(mobile);
}

void set_email(Account& account, const FieldCipher& cipher, const std::string& email) {
  account.email_sealed = cipher.seal(email, "accounts.email|" + account.id.text);
  account.email_index = email_index(cipher, email);
  account.email_masked = mask_email(email);
}

std::optional<std::string> mobile_of(const Account& account, const FieldCipher& cipher) {
  if (!account.mobile_sealed) return std::nullopt;
  return cipher.open(*account.mobile_sealed, "accounts.mobile|" + account.id.text);
}

std::optional<std::string> email_of(const Account& account, const FieldCipher& cipher) {
  if (!account.email_sealed) return std::nullopt;
  return cipher.open(*account.email_sealed, "accounts.email|" + account.id.text);
}

}  // namespace expogate::account
