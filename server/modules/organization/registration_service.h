#pragma once
#include "account/account_service.h"
#include "account/captcha.h"
#include "edition/edition_service.h"
#include "organization/facts.h"
#include "organization/licence_service.h"
#include "organization/organization_store.h"
#include "organization/questions.h"
#include "organization/registration.h"
#include "trading_group/trading_group_service.h"

namespace expogate::organization {

class RegistrationService {
 public:
  RegistrationService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                      const Facts& facts, edition::EditionService& editions,
                      trading_group::TradingGroupService& groups, account::AccountService& accounts,
                      account::SessionService& sessions, account::VerificationCodeService& codes,
                      account::CaptchaService& captchas, Invitations& invitations)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        facts_(facts),
        editions_(editions),
        groups_(groups),
        accounts_(accounts),
        sessions_(sessions),
        codes_(codes),
        captchas_(captchas),
        invitations_(invitations) {}

  /// A code to the mobile or e-mail; says at once when the USCC cannot register, after the captcha, so that
  /// nobody can walk through codes.
  account::CodeSent send_code(const Caller& caller, messaging::Channel channel, const std::string& to,
                              const std::string& uscc, const std::optional<account::CaptchaAnswer>& captcha);

  /// Says of a code or an invitation code, as soon as it is typed, what registering with it would; after the
  /// captcha, so that nobody can walk through codes.
  void check(const Caller& caller, const Registration& answered,
             const std::optional<account::CaptchaAnswer>& captcha);

  Registered register_organization(const Caller& caller, const Registration& registration);

  /// What a signed-in contact registered in earlier editions.
  std::vector<PastOrganization> list_past(const Caller& caller);
  /// ORG-10: begins this edition's registration with the past one's data.
  Organization renew(const Caller& caller);
  /// The same for a past organization that its personal link names (its contact is not signed in).
  Organization renew_from(db::Tx& tx, const Caller& caller, const Organization& past);

 private:
  void refuse_taken(db::Tx& tx, const Caller& caller, const std::string& uscc);
  Organization new_organization(const Caller& caller, const Registration& registration);
  void place_in_group(db::Tx& tx, Organization& organization, const Registration& registration);
  Organization add(db::Tx& tx, const Caller& caller, Organization organization, const Licence& licence);
  void number_it(db::Tx& tx, Organization& organization);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  const Facts& facts_;
  edition::EditionService& editions_;
  trading_group::TradingGroupService& groups_;
  account::AccountService& accounts_;
  account::SessionService& sessions_;
  account::VerificationCodeService& codes_;
  account::CaptchaService& captchas_;
  Invitations& invitations_;
};

}  // namespace expogate::organization
