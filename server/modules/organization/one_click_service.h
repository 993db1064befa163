#pragma once
#include "organization/form_service.h"
#include "organization/one_click.h"
#include "organization/registration_service.h"
#include "platform/jobs/runner.h"

namespace expogate::organization {

/// What the page behind a link shows before one confirms.
struct OneClickPreview {
  std::string name_zh, name_en, contact_name, group_name_zh, group_name_en;
  std::optional<std::string> uscc, contact_mobile_masked;
  Instant expires_at;
  bool is_complete = false;  ///< else one must sign in and complete the data
};
BOOST_DESCRIBE_STRUCT(OneClickPreview, (),
                      (name_zh, name_en, contact_name, group_name_zh, group_name_en, uscc,
                       contact_mobile_masked, expires_at, is_complete))

class OneClickService {
 public:
  /// `public_url`: how people reach the system.
  OneClickService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                  edition::EditionService& editions, trading_group::TradingGroupService& groups,
                  messaging::MessageService& messages, account::ConsentService& consents,
                  RegistrationService& registrations, FormService& forms, std::string public_url)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        editions_(editions),
        groups_(groups),
        messages_(messages),
        consents_(consents),
        registrations_(registrations),
        forms_(forms),
        public_url_(std::move(public_url)) {}

  OneClickCounts count(const Caller& caller);
  /// Invites, in the background, everybody who can be and has no link yet.
  JobId invite_later(const Caller& caller);
  /// The job `one_click_invitation`.
  void invite(const jobs::JobRow& job, jobs::Progress& progress);
  static constexpr std::string_view invitation_job = "one_click_invitation";

  OneClickPreview preview(const Caller& caller, const std::string& token);
  /// Registers with last edition's data and submits them.
  Organization confirm(const Caller& caller, const std::string& token, int consent_version);

 private:
  EditionId last_edition(const EditionId& edition);
  void invite_one(db::Tx& tx, const EditionId& edition, const OrganizationId& past_id);
  OneClickLink get_link(db::Tx& tx, const Caller& caller, const std::string& token);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  trading_group::TradingGroupService& groups_;
  messaging::MessageService& messages_;
  account::ConsentService& consents_;
  RegistrationService& registrations_;
  FormService& forms_;
  std::string public_url_;
};

}  // namespace expogate::organization
