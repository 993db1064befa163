#pragma once
#include <optional>
#include <string>
#include <vector>

#include "account/account.h"
#include "account/consent.h"
#include "account/session_service.h"
#include "account/sign_in_service.h"
#include "edition/edition_service.h"
#include "edition/edition_view.h"

namespace expogate::account {

/// Who tells what a trading group is called: the module that owns groups answers (a question asked upwards).
class AffiliationSource {
 public:
  virtual ~AffiliationSource() = default;
  virtual std::optional<TradingGroupRef> find_group(const TradingGroupId& id, const EditionId& edition) = 0;
};

struct AccountView {
  AccountId id;
  AccountKind kind = AccountKind::contact;
  std::string login_name, display_name;
  Role role = Role::contact;
  std::vector<std::string> permissions;
  Door door = Door::visitor;
  std::optional<std::string> mobile_masked, email_masked;
  bool totp_enabled = false, two_step_required = false;
  int passkeys = 0;
  Locale locale = Locale::zh_cn;
  std::optional<AccountId> parent_account_id;
  std::optional<TradingGroupRef> trading_group;
  edition::EditionSummary edition;
  std::vector<ConsentDocument> consents_missing;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (id, kind, login_name, display_name, role, permissions, door, mobile_masked,
                       email_masked, totp_enabled, two_step_required, passkeys, locale, parent_account_id,
                       trading_group, edition, consents_missing, version))

enum class SignInState { signed_in, second_step };
BOOST_DESCRIBE_ENUM(SignInState, signed_in, second_step)

struct SecondStep {
  std::vector<SecondStepMethod> methods;
  std::optional<std::string> mobile_masked;
};
BOOST_DESCRIBE_STRUCT(SecondStep, (), (methods, mobile_masked))

struct SessionView {
  SignInState state = SignInState::signed_in;
  std::string csrf_token;
  std::optional<SecondStep> second_step;
  std::optional<AccountView> account;
  std::optional<std::string> token;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (state, csrf_token, second_step, account, token))

/// Puts an account's view together from its neighbours.
class AccountViews {
 public:
  AccountViews(edition::EditionService& editions, ConsentService& consents, AffiliationSource& affiliations,
               const FieldCipher& cipher)
      : editions_(editions), consents_(consents), affiliations_(affiliations), cipher_(cipher) {}
  /// For its owner: the sign-in name stands in the clear.
  AccountView view(const Account& account);
  SessionView signed_in(const Account& account, const std::string& token);
  SessionView second_step(const SignedIn& first);

 private:
  edition::EditionService& editions_;
  ConsentService& consents_;
  AffiliationSource& affiliations_;
  const FieldCipher& cipher_;
};

}  // namespace expogate::account
