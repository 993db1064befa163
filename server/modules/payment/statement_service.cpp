#include "payment/statement_service.h"

#include "audit/audit.h"
#include "base/text.h"
#include "payment/payment_store.h"

namespace expogate::payment {
namespace {

StatementReport report_of(const StatementReading& reading, Locale locale) {
  ImportReport told;
  report_errors(told, reading.errors, locale);
  return {int(reading.lines.size()), 0, 0, 0, told.error_count, told.errors};
}

}  // namespace

std::optional<Payment> StatementService::payment_of(db::Tx& tx, const StatementLine& line) {
  for (auto& reference : references_in(line.memo)) {
    auto payment = store::find_by_number(tx, reference);
    if (payment && payment->state == PaymentState::pending && payment->amount_fen == line.amount_fen)
      return payment;
  }
  return std::nullopt;
}

void StatementService::settle(db::Tx& tx, const Caller& caller, const StatementLine& line,
                              const Payment& payment) {
  if (!store::match_line(tx, line.id, payment.id, clock_.now())) throw Refusal(statement_matched);
  transfers_.receive(tx, caller, payment, line.amount_fen, line.bank_serial,
                     shanghai_day_start(line.booked_on));
  audit::record(tx, caller, clock_.now(),
                {"statement_line_matched", "statement_line", line.id.text,
                 "匹配银行流水 " + line.bank_serial + " 与 " + payment.number});
}

StatementReport StatementService::check(const Caller& caller, std::string_view csv) {
  auto reading = read_statement(csv);
  auto report = report_of(reading, caller.locale);
  database_.read([&](db::Tx& tx) {
    for (auto& line : reading.lines) {
      bool is_known = store::is_known_line(tx, line.bank_serial);
      ++(is_known ? report.known : report.added);
      if (!is_known && payment_of(tx, line)) ++report.matched;
    }
  });
  return report;
}

StatementReport StatementService::import(const Caller& caller, std::string_view csv) {
  auto reading = read_statement(csv);
  auto report = report_of(reading, caller.locale);
  if (report.error_count > 0) return report;
  return database_.write([&](db::Tx& tx) {
    auto done = report;
    auto now = clock_.now();
    for (auto line : reading.lines) {
      line.id = new_id<StatementLineId>(now);
      line.imported_at = now;
      if (!store::add_line(tx, line)) {
        ++done.known;
        continue;
      }
      ++done.added;
      auto payment = payment_of(tx, line);
      if (!payment) continue;
      settle(tx, caller, line, *payment);
      ++done.matched;
    }
    audit::record(
        tx, caller, now,
        {"statement_imported", "statement", "-",
         "导入银行流水: 新增 " + std::to_string(done.added) + ", 匹配 " + std::to_string(done.matched)});
    return done;
  });
}

Page<StatementRow> StatementService::list(const StatementFilter& filter, const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_lines(tx, filter, page); });
}

std::vector<StatementProposal> StatementService::propose(const Caller& caller, const StatementLineId& id) {
  return database_.read([&](db::Tx& tx) {
    auto line = store::find_line(tx, id);
    if (!line) throw NotFound();
    if (line->payment_id) throw Refusal(statement_matched);
    return store::list_proposals(tx, caller.edition, *line);
  });
}

void StatementService::match(const Caller& caller, const StatementLineId& id,
                             const std::string& order_number) {
  database_.write([&](db::Tx& tx) {
    auto line = store::find_line(tx, id);
    if (!line) throw NotFound();
    auto order = orders_.find_by_number(tx, ascii_upper(trimmed(order_number)));
    std::optional<Payment> payment;
    if (order)
      for (auto& attempt : store::list_of_order(tx, order->id))
        if (attempt.channel == Channel::transfer && attempt.state != PaymentState::paid) payment = attempt;
    if (!payment) throw ValidationError("order_number", statement_order_unknown);
    settle(tx, caller, *line, *payment);
  });
}

}  // namespace expogate::payment
