#pragma once
#include <string>

#include "account/account.h"
#include "platform/crypto/field_cipher.h"

/// How mobile numbers and e-mail addresses of accounts are kept: encrypted, found by a blind index, shown
/// masked (ACC-07).
namespace expogate::account {

void set_mobile(Account& account, const FieldCipher& cipher, const std::string& mobile);
void set_email(Account& account, const FieldCipher& cipher, const std::string& email);
std::optional<std::string> mobile_of(const Account& account, const FieldCipher& cipher);
std::optional<std::string> email_of(const Account& account, const FieldCipher& cipher);
std::string mobile_index(const FieldCipher& cipher, const std::string& mobile);
std::string email_index(const FieldCipher& cipher, const std::string& email);

}  // namespace expogate::account
