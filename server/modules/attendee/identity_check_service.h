#pragma once
#include "attendee/attendee.h"
#include "base/caller.h"
#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "platform/wire/batch.h"

namespace expogate::attendee {

/// Asks the provider about whoever is submitted, outside of any transaction, and keeps the answer if it still
/// concerns the same name and document (ATT-09); waives the check where people vouch instead (ATT-08).
class IdentityCheckService {
 public:
  /// `provider` may be null.
  IdentityCheckService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                       IdentityProvider* provider)
      : database_(database), clock_(clock), cipher_(cipher), provider_(provider) {}

  /// Reacts to `AttendeeSubmitted`.
  void ask_later(db::Tx& tx, const AttendeeId& id);

  /// The job `identity_check`. A provider that stays silent hinders nobody, and is asked again.
  void ask(const jobs::JobRow& job);
  static constexpr std::string_view check_job = "identity_check";

  /// 关闭信息验证, with a reason; each row says what became of it.
  std::vector<wire::BatchOutcome> waive(const Caller& caller, const std::vector<AttendeeId>& ids,
                                        const std::string& reason);
  void waive_one(db::Tx& tx, const Caller& caller, const Attendee& attendee, const std::string& reason);

 private:
  void keep(db::Tx& tx, const Attendee& attendee, const Outcome<IdentityFinding>& answer);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  IdentityProvider* provider_;
};

}  // namespace expogate::attendee
