#pragma once
#include "edition/edition_service.h"
#include "organization/facts.h"
#include "organization/organization_list.h"
#include "organization/review.h"
#include "organization/review_store.h"
#include "organization/verdict_message.h"
#include "platform/facts/facts.h"

namespace expogate::organization {

/// What "review and next" opens, and how many still wait.
struct NextAwaiting {
  std::optional<OrganizationId> id;
  std::int64_t remaining = 0;
};

class ReviewService {
 public:
  ReviewService(db::Database& database, const Clock& clock, const Facts& facts,
                edition::EditionService& editions, VerdictMessages& messages)
      : database_(database), clock_(clock), facts_(facts), editions_(editions), messages_(messages) {}

  /// Decides; `version` is the one that the reviewer has seen.
  Organization review(const Caller& caller, const OrganizationId& id, ReviewVerdict verdict,
                      const std::string& opinion, std::int64_t version);

  /// ORG-06: the bureau lets a rejected one change and submit again.
  Organization lift_rejection(const Caller& caller, const OrganizationId& id, const std::string& opinion,
                              std::int64_t version);

  /// Says to colleagues that one has this organization open; answers who has it, if it is somebody else.
  std::optional<store::ReviewVisit> open(const Caller& caller, const OrganizationId& id);

  NextAwaiting find_next(const Caller& caller, const OrganizationFilter& filter,
                         const std::optional<OrganizationId>& besides);

 private:
  [[noreturn]] void refuse_decided(db::Tx& tx, const Caller& caller, const Organization& organization);
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  edition::EditionService& editions_;
  VerdictMessages& messages_;
};

}  // namespace expogate::organization
