#pragma once
#include "account/account_service.h"
#include "account/captcha.h"
#include "account/verification_code.h"
#include "organization/claim.h"
#include "organization/facts.h"
#include "organization/licence_service.h"
#include "organization/organization_store.h"

namespace expogate::organization {

struct NewClaim {
  std::string uscc, name_zh, contact_name, mobile, code, explanation;
  LicenceId licence_id;
  std::string licence_token;
};

class ClaimService {
 public:
  ClaimService(db::Database& database, const Clock& clock, const FieldCipher& cipher, const Facts& facts,
               account::AccountService& accounts, account::VerificationCodeService& codes,
               account::CaptchaService& captchas, messaging::MessageService& messages,
               LicenceService& licences)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        facts_(facts),
        accounts_(accounts),
        codes_(codes),
        captchas_(captchas),
        messages_(messages),
        licences_(licences) {}

  account::CodeSent send_code(const Caller& caller, const std::string& mobile,
                              const std::optional<account::CaptchaAnswer>& captcha);
  void file(const Caller& caller, const NewClaim& wanted);

  Page<ClaimRow> list_claims(const Caller& caller, std::optional<ClaimState> state, const PageRequest& page);
  ClaimRow get(const Caller& caller, const ClaimId& id);
  std::string get_licence_picture(const Caller& caller, const ClaimId& id);

  /// Accepted: the holder loses the code, is asked to correct its own, and signs in with its number until
  /// then; the claimant may register. Both are told.
  ClaimRow decide(const Caller& caller, const ClaimId& id, bool is_accepted, const std::string& opinion);

 private:
  void take_code_away(db::Tx& tx, const Caller& caller, const Claim& claim, const std::string& opinion);
  void tell_claimant(db::Tx& tx, const Claim& claim, bool is_accepted, const std::string& opinion);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  const Facts& facts_;
  account::AccountService& accounts_;
  account::VerificationCodeService& codes_;
  account::CaptchaService& captchas_;
  messaging::MessageService& messages_;
  LicenceService& licences_;
};

}  // namespace expogate::organization
