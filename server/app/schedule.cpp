#include "app/audit_key.h"
#include "app/services.h"
#include "audit/chain.h"
#include "platform/ledger/ledger.h"

namespace expogate {
namespace {

constexpr int piece = 500;

/// Seals in pieces, so that no write is long; the rest is sealed at the next turn.
void seal_audit_log(Services& s) {
  auto key = audit_key(s.cipher.ring());
  auto end = s.database->write([&](db::Tx& tx) {
    audit::seal(tx, key, piece);
    return audit::find_end(tx);
  });
  if (end) audit::keep_end(kept_audit_end(s.config), *end, key);
}

void expire_holds(Services& s) {
  s.database->write([&](db::Tx& tx) { ledger::expire_holds(tx, s.clock->now(), piece); });
}

}  // namespace

void schedule(Services& s) {
  s.runner.handle(std::string(messaging::MessageService::delivery_job),
                  [&](const jobs::JobRow& job, jobs::Progress&) { s.messages.deliver(job); });
  s.runner.handle(
      std::string(messaging::MailingService::mailing_job),
      [&](const jobs::JobRow& job, jobs::Progress& progress) { s.mailings.write_mails(job, progress); },
      jobs::Lane::slow);
  s.runner.handle(
      std::string(import_export::SheetExportService::export_job),
      [&](const jobs::JobRow& job, jobs::Progress& progress) { s.exports.run(job, progress); },
      jobs::Lane::slow);

  s.runner.handle(
      std::string(attendee::AttendeeBatchService::batch_job),
      [&](const jobs::JobRow& job, jobs::Progress& progress) { s.attendee_batches.run(job, progress); },
      jobs::Lane::slow);
  s.runner.handle(
      std::string(organization::OneClickService::invitation_job),
      [&](const jobs::JobRow& job, jobs::Progress& progress) { s.one_click.invite(job, progress); },
      jobs::Lane::slow);
  s.runner.handle(
      std::string(organization::LicenceService::recognition_job),
      [&](const jobs::JobRow& job, jobs::Progress&) { s.licences.recognize(job); }, jobs::Lane::reading);
  s.runner.handle(std::string(organization::AutomaticReviewService::look_up_job),
                  [&](const jobs::JobRow& job, jobs::Progress&) { s.automatic_review.ask_registry(job); });

  s.runner.handle(std::string(attendee::IdentityCheckService::check_job),
                  [&](const jobs::JobRow& job, jobs::Progress&) { s.identity_checks.ask(job); });

  s.runner.handle(
      std::string(badge::BatchService::printing_job),
      [&](const jobs::JobRow& job, jobs::Progress& progress) { s.badge_batches.print(job, progress); },
      jobs::Lane::slow);
  s.runner.handle(
      std::string(badge::BatchService::news_job),
      [&](const jobs::JobRow& job, jobs::Progress& progress) { s.badge_batches.tell(job, progress); },
      jobs::Lane::slow);

  s.runner.handle(std::string(payment::PaymentService::check_job),
                  [&](const jobs::JobRow& job, jobs::Progress&) { s.payments.check(job); });
  s.runner.handle(std::string(payment::RefundService::run_job),
                  [&](const jobs::JobRow& job, jobs::Progress&) { s.refunds.run(job); });
  s.runner.handle(
      std::string(payment::ReconciliationService::fetch_job),
      [&](const jobs::JobRow& job, jobs::Progress&) { s.reconciliation.fetch(job); }, jobs::Lane::slow);

  s.runner.handle(
      std::string(retention::RetentionService::erasing_job),
      [&](const jobs::JobRow&, jobs::Progress& progress) { s.retention.run_job(progress); },
      jobs::Lane::slow);
  s.runner.handle(std::string(retention::RetentionService::log_job),
                  [&](const jobs::JobRow& job, jobs::Progress&) { s.retention.erase_log(job); });
  s.runner.handle(
      std::string(retention::RetentionService::report_job),
      [&](const jobs::JobRow& job, jobs::Progress& progress) { s.retention.make_report(job, progress); },
      jobs::Lane::slow);

  s.runner.every("erase_what_is_over", hours(24), [&] { s.retention.enqueue_due(); });
  s.runner.every("seal_audit_log", seconds(2), [&] { seal_audit_log(s); });
  s.runner.every("expire_ledger_holds", seconds(15), [&] { expire_holds(s); });
  s.runner.every("check_payments", seconds(3), [&] { s.payments.enqueue_due(); });
  s.runner.every("run_refunds", seconds(1), [&] { s.refunds.enqueue_due(); });
  s.runner.every("fetch_bills", hours(1), [&] { s.reconciliation.enqueue_yesterday(); });
  s.runner.every("expire_orders", seconds(15), [&] { s.orders.expire(); });
  s.runner.every("fail_abandoned_batches", minutes(5), [&] { s.badge_batches.fail_abandoned(); });
  s.runner.every("forget_idempotency_keys", hours(1), [&] { s.idempotency.forget_old(); });
  s.runner.every("forget_verification_codes", hours(1), [&] { s.codes.forget_old(); });
  s.runner.every("forget_challenges", hours(1), [&] { s.captchas.forget_old(); });
  s.runner.every("forget_passkey_challenges", hours(1), [&] { s.passkeys.forget_old(); });
  s.runner.every("forget_sign_in_traces", hours(1), [&] { s.sign_ins.forget_old(); });
  s.runner.every("remove_expired_files", minutes(5), [&] { s.files.remove_expired(); });
  s.runner.every("finish_mailings", seconds(3), [&] { s.mailings.finish(); });
  s.runner.every("forget_attendee_batches", hours(1), [&] { s.attendee_batches.forget(); });
  s.runner.every("expire_exports", minutes(5), [&] { s.exports.expire(); });
  s.runner.every("forget_done_jobs", hours(1), [&] {
    s.database->write([&](db::Tx& tx) { jobs::forget_done(tx, s.clock->now() - days(7)); });
  });
}

}  // namespace expogate
