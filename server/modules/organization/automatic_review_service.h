#pragma once
#include "organization/automatic_review.h"
#include "organization/facts.h"
#include "organization/licence.h"
#include "organization/organization_store.h"
#include "organization/verdict_message.h"
#include "platform/facts/facts.h"

namespace expogate::organization {

/// Decides on submissions as soon as their licence has been read, or hands them to people (ORG-05).
class AutomaticReviewService {
 public:
  AutomaticReviewService(const Clock& clock, const Facts& facts, VerdictMessages& messages)
      : clock_(clock), facts_(facts), messages_(messages) {}

  /// Decides on a submitted organization; while its licence is still being read, nothing happens yet. The
  /// caller has given the licence to it in this transaction.
  void review(db::Tx& tx, const Organization& organization, const Licence& licence);

  /// The licence of a submitted organization has been read: reacts to `LicenceRecognized`.
  void on_recognized(db::Tx& tx, const LicenceId& id);

 private:
  Evidence evidence_of(db::Tx& tx, const Organization& organization, const Licence& licence);
  const Clock& clock_;
  const Facts& facts_;
  VerdictMessages& messages_;
};

}  // namespace expogate::organization
