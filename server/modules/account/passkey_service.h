#pragma once
#include "account/my_account_service.h"
#include "account/passkey.h"
#include "platform/webauthn/ceremony.h"

namespace expogate::account {

/// What the browser is to ask an authenticator; the bytes as base64url.
struct PasskeyChallenge {
  std::string challenge, relying_party;
  std::vector<Passkey> known;  ///< whom it may ask, or must not register again
  Account account;
};

struct NewPasskey {
  std::string name;
  std::vector<PasskeyTransport> transports;
  webauthn::Registration answer;
};

struct PasskeyAnswer {
  std::string credential_id;  ///< base64url
  webauthn::Assertion answer;
};

class PasskeyService {
 public:
  PasskeyService(db::Database& database, const Clock& clock, SignInService& sign_ins,
                 MyAccountService& accounts, fair::FairService& fairs, const std::string& public_url)
      : database_(database),
        clock_(clock),
        sign_ins_(sign_ins),
        accounts_(accounts),
        fairs_(fairs),
        party_(relying_party_of(public_url)) {}

  std::string site_name(Locale locale) { return fairs_.short_name(locale); }
  std::vector<Passkey> list(const Caller& caller);
  /// Behind the password, as every change of a factor.
  PasskeyChallenge begin(const Caller& caller, const std::string& current_password);
  Passkey add(const Caller& caller, const NewPasskey& made);
  Passkey rename(const Caller& caller, const PasskeyId& id, const std::string& name);
  void remove(const Caller& caller, const PasskeyId& id, const std::string& current_password);

  /// Between the two steps of signing in.
  PasskeyChallenge begin_second_step(const Caller& caller);
  SignedIn second_step(const Caller& caller, const PasskeyAnswer& answer);

  void forget_old();

 private:
  const RelyingParty& party() const;
  std::string put_challenge(const Caller& caller, PasskeyPurpose purpose);
  std::string take_challenge(const Caller& caller, PasskeyPurpose purpose);
  Passkey get_own(db::Tx& tx, const Caller& caller, const PasskeyId& id);
  [[noreturn]] void lock(const Caller& caller, const Account& account, const Passkey& passkey);
  db::Database& database_;
  const Clock& clock_;
  SignInService& sign_ins_;
  MyAccountService& accounts_;
  fair::FairService& fairs_;
  std::optional<RelyingParty> party_;
};

}  // namespace expogate::account
