#pragma once
#include "organization/automatic_review.h"
#include "organization/facts.h"
#include "organization/licence.h"
#include "organization/organization_store.h"
#include "organization/verdict_message.h"
#include "platform/db/database.h"
#include "platform/facts/facts.h"
#include "platform/jobs/runner.h"

namespace expogate::organization {

/// Decides on submissions as soon as their licence has been read, or hands them to people (ORG-05). Where a
/// register is configured, it is asked first, outside of any transaction.
class AutomaticReviewService {
 public:
  /// `registry` may be null.
  AutomaticReviewService(db::Database& database, const Clock& clock, const Facts& facts,
                         VerdictMessages& messages, Registry* registry)
      : database_(database), clock_(clock), facts_(facts), messages_(messages), registry_(registry) {}

  /// Decides on a submitted organization; while its licence is still being read, nothing happens yet. The
  /// caller has given the licence to it in this transaction.
  void review(db::Tx& tx, const Organization& organization, const Licence& licence);

  /// The licence of a submitted organization has been read: reacts to `LicenceRecognized`.
  void on_recognized(db::Tx& tx, const LicenceId& id);

  /// The job `registry_look_up`. A register that stays silent hinders nobody: then the licence alone decides.
  void ask_registry(const jobs::JobRow& job);
  static constexpr std::string_view look_up_job = "registry_look_up";

 private:
  std::optional<RegistryAnswer> answer_for(const jobs::JobRow& job, const Organization& organization);
  void settle(db::Tx& tx, const Organization& organization, const Evidence& evidence);
  Evidence evidence_of(db::Tx& tx, const Organization& organization, const Licence& licence);
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  VerdictMessages& messages_;
  Registry* registry_;
};

}  // namespace expogate::organization
