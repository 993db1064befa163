#pragma once
#include "account/captcha.h"
#include "attendee/attendee_service.h"
#include "attendee/colleague_link.h"
#include "attendee/photo_service.h"

namespace expogate::attendee {

/// What the contact sees of the own link.
struct OwnColleagueLink {
  std::string address;  ///< empty: no link is open
  std::optional<Instant> created_at;
  std::int64_t joined_count = 0;   ///< who came through this link
  std::int64_t pending_count = 0;  ///< who waits for confirmation, however they came
};

/// What somebody who opens the link is told before typing.
struct ColleagueInvitation {
  std::string organization_zh, organization_en, edition_zh, edition_en;
  bool is_domestic = true;
  bool is_full = false;  ///< nobody can join until the contact has confirmed some
};
BOOST_DESCRIBE_STRUCT(ColleagueInvitation, (),
                      (organization_zh, organization_en, edition_zh, edition_en, is_domestic, is_full))

/// What somebody without an account sends: the own data, and which texts were agreed to.
struct Joining {
  AttendeeForm form;
  std::optional<account::CaptchaAnswer> captcha;
  int privacy_policy_version = 0, sensitive_data_version = 0;
};
BOOST_DESCRIBE_STRUCT(Joining, (), (form, captcha, privacy_policy_version, sensitive_data_version))

/// Colleagues fill in themselves by their organization's link (ORG-11).
class ColleagueService {
 public:
  /// `public_url`: how people reach the system.
  ColleagueService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                   edition::EditionService& editions, account::CaptchaService& captchas,
                   AttendeeService& attendees, PhotoService& photos, std::string public_url)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        editions_(editions),
        captchas_(captchas),
        attendees_(attendees),
        photos_(photos),
        public_url_(std::move(public_url)) {}

  OwnColleagueLink get_own(const Caller& caller);
  /// A new link; the one before opens nothing from now on.
  OwnColleagueLink open(const Caller& caller);
  OwnColleagueLink close(const Caller& caller);

  // For whoever has the link. A wrong one and a closed one are answered alike.

  ColleagueInvitation get_invitation(const Caller& caller, const std::string& token);
  /// To be named by the form that follows; else it goes by itself.
  Photo upload_photo(const Caller& caller, const std::string& token, std::string_view picture);
  Attendee join(const Caller& caller, const std::string& token, const Joining& joining);

 private:
  struct Opened {
    ColleagueLink link;
    organization::Organization organization;
  };
  Opened get_by_token(db::Tx& tx, const Caller& caller, const std::string& token);
  OwnColleagueLink view_of(db::Tx& tx, const OrganizationId& organization);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  account::CaptchaService& captchas_;
  AttendeeService& attendees_;
  PhotoService& photos_;
  std::string public_url_;
};

}  // namespace expogate::attendee
