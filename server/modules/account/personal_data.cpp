#include "account/personal_data.h"

#include "base/identity_document.h"
#include "base/sensitive.h"
#include "base/text.h"
#include "base/uscc.h"
#include "platform/crypto/blind_index.h"
#include "platform/wire/text_types.h"

namespace expogate::account {
namespace {

/// How a name that says who somebody is is shown; nothing for a name that does not.
std::optional<std::string> masked(std::string name) {
  if (name.find('@') != name.npos) return mask_email(name);
  auto document = normalized_document(name);
  bool is_document = is_document_number(DocumentType::resident_id, document, CivilDate{"9999-12-31"});
  if (is_document && !(has_uscc_shape(document) && has_valid_check(document))) return mask_document(document);
  if (wire::Mobile::check(name)) return std::nullopt;
  return mask_mobile(name);
}

std::string login_name_context(const Account& account) {
  return "accounts.login_name|" + account.id.text;
}

}  // namespace

void set_login_name(Account& account, const FieldCipher& cipher, const std::string& name) {
  auto shown = masked(name);
  account.login_name = shown.value_or(name);
  account.login_key = login_key_of(cipher, name);
  account.login_name_sealed =
      shown ? std::optional(cipher.seal(name, login_name_context(account))) : std::nullopt;
}

std::string login_name_of(const Account& account, const FieldCipher& cipher) {
  if (!account.login_name_sealed) return account.login_name;
  return cipher.open(*account.login_name_sealed, login_name_context(account));
}

std::string login_key_of(const FieldCipher& cipher, const std::string& name) {
  auto key = fold_key(name);
  return masked(half_width(trimmed(name))) ? blind_index(cipher.ring(), "accounts.login_name", key) : key;
}

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
