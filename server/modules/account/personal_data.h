#pragma once
#include <string>

#include "account/account.h"
#include "platform/crypto/field_cipher.h"

/// How mobile numbers and e-mail addresses of accounts are kept: encrypted, found by a blind index, shown
/// masked (ACC-07).
namespace expogate::account {

/// A name that is somebody's address, mobile or identity number is encrypted; others, such as a company's
/// code, stand as they are.
void set_login_name(Account& account, const FieldCipher& cipher, const std::string& name);
std::string login_name_of(const Account& account, const FieldCipher& cipher);
/// What a typed name is looked up by.
std::string login_key_of(const FieldCipher& cipher, const std::string& name);

void set_mobile(Account& account, const FieldCipher& cipher, const std::string& mobile);
void set_email(Account& account, const FieldCipher& cipher, const std::string& email);
std::optional<std::string> mobile_of(const Account& account, const FieldCipher& cipher);
std::optional<std::string> email_of(const Account& account, const FieldCipher& cipher);
std::string mobile_index(const FieldCipher& cipher, const std::string& mobile);
std::string email_index(const FieldCipher& cipher, const std::string& email);

}  // namespace expogate::account
