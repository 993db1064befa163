#pragma once
#include <map>

#include "attendee/attendee_batch.h"
#include "attendee/attendee_service.h"
#include "platform/jobs/runner.h"

namespace expogate::attendee {

/// Batches are their account's. Each piece is done, written down and counted in one transaction, so that
/// nobody is met twice and nothing is told wrongly, whenever the process is killed.
class AttendeeBatchService {
 public:
  AttendeeBatchService(db::Database& database, const Clock& clock, AttendeeService& attendees,
                       CallerSource& callers)
      : database_(database), clock_(clock), attendees_(attendees), callers_(callers) {}

  /// Said once at start by the modules that own the acts.
  void offer(BatchAction action, BatchActor actor);

  wire::SelectionPreview preview(const Caller& caller, const AttendeeFilter& filter);
  /// `confirmed` is the number of people that its caller has seen; it is refused when there are others now.
  AttendeeBatch start(const Caller& caller, BatchAction action, const BatchWish& wish,
                      const AttendeeFilter& filter, std::int64_t confirmed);
  AttendeeBatch get(const Caller& caller, const AttendeeBatchId& id);
  Page<AttendeeBatch> list(const Caller& caller, const PageRequest& page);
  Page<wire::BatchOutcome> list_outcomes(const Caller& caller, const AttendeeBatchId& id,
                                         const BatchOutcomeFilter& filter, const PageRequest& page);
  /// What is done stays done.
  AttendeeBatch cancel(const Caller& caller, const AttendeeBatchId& id);

  /// The job `attendee_batch`.
  void run(const jobs::JobRow& job, jobs::Progress& progress);
  static constexpr std::string_view batch_job = "attendee_batch";

  /// Periodic.
  void forget();

 private:
  const BatchActor& actor_of(BatchAction action) const;
  AttendeeBatch get(db::Tx& tx, const Caller& caller, const AttendeeBatchId& id);
  AttendeeBatch do_piece(db::Tx& tx, const AttendeeBatch& batch, const Caller& caller);
  db::Database& database_;
  const Clock& clock_;
  AttendeeService& attendees_;
  CallerSource& callers_;
  std::map<BatchAction, BatchActor> actors_;
};

}  // namespace expogate::attendee
