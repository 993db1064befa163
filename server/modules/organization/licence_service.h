#pragma once
#include "file/file_service.h"
#include "organization/licence.h"
#include "platform/db/database.h"
#include "platform/facts/facts.h"
#include "platform/jobs/runner.h"
#include "platform/recognition/recognizer.h"

namespace expogate::organization {

/// A licence just uploaded, with the token that proves so until there is an account.
struct UploadedLicence {
  Licence licence;
  std::string token;
};

/// How far the reading is.
struct LicenceProgress {
  LicenceId id;
  LicenceState state = LicenceState::queued;
  std::int64_t waiting_before = 0;
  std::string name;
  std::optional<std::string> uscc;
};
BOOST_DESCRIBE_STRUCT(LicenceProgress, (), (id, state, waiting_before, name, uscc))

class LicenceService {
 public:
  LicenceService(db::Database& database, const Clock& clock, const Facts& facts, file::FileService& files,
                 Recognizer& recognizer)
      : database_(database), clock_(clock), facts_(facts), files_(files), recognizer_(recognizer) {}

  UploadedLicence upload(const Caller& caller, std::string_view picture);
  /// Of a licence that the caller knows the token of, or that belongs to the caller's own organization.
  LicenceProgress get_progress(const Caller& caller, const LicenceId& id, const std::string& token);
  std::string get_own_picture(const Caller& caller, const LicenceId& id, const std::string& token);
  std::string get_picture(const Licence& licence);

  /// The licence, if this is its token; the caller's transaction gives it to an organization.
  static Licence get_by_token(db::Tx& tx, const LicenceId& id, const std::string& token);

  /// The job `licence_recognition`.
  void recognize(const jobs::JobRow& job);
  static constexpr std::string_view recognition_job = "licence_recognition";

 private:
  static Licence get_own(db::Tx& tx, const Caller& caller, const LicenceId& id, const std::string& token);
  void note(const LicenceId& id, LicenceState state, const std::optional<std::string>& recognition_json);
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  file::FileService& files_;
  Recognizer& recognizer_;
};

}  // namespace expogate::organization
