#include "payment/statement_service.h"

#include <algorithm>

#include "audit/audit.h"
#include "base/text.h"
#include "payment/payment_store.h"

namespace expogate::payment {
namespace {

StatementReport report_of(const StatementReading& reading, Locale locale) {
  ImportReport told;
  report_errors(told, reading.errors, locale);
  StatementReport report;
  report.rows = int(reading.lines.size());
  report.outgoing = reading.outgoing;
  report.error_count = told.error_count;
  report.errors = told.errors;
  report.unknown_lines = reading.unknown_lines;
  return report;
}

bool is_same(const StatementLine& a, const StatementLine& b) {
  return a.amount_fen == b.amount_fen && a.payer_name == b.payer_name;
}

}  // namespace

/// What the file says, and what it says otherwise than an earlier one.
StatementReading StatementService::read(db::Tx& tx, const Caller&, std::string_view csv) {
  auto reading = read_statement(csv, store::list_layouts(tx), fair_date(clock_.now()));
  std::uint32_t row = 0;
  for (auto& line : reading.lines) {
    ++row;
    auto known = store::find_same_line(tx, line);
    if (known && !is_same(*known, line))
      reading.errors.push_back({row, &statement_columns[0], &statement_contradicts, {}});
  }
  return reading;
}

std::optional<Payment> StatementService::payment_of(db::Tx& tx, const StatementLine& line) {
  std::vector<Payment> named;
  for (auto& reference : references_in(line.memo))
    if (auto payment = store::find_by_number(tx, reference)) named.push_back(*payment);
  // Two references are two intentions: finance decides.
  if (named.size() != 1 || named.front().amount_fen != line.amount_fen) return std::nullopt;
  auto& payment = named.front();
  bool is_confirmed = payment.state == PaymentState::paid && !store::has_line(tx, payment.id);
  if (payment.state != PaymentState::pending && !is_confirmed) return std::nullopt;
  return payment;
}

void StatementService::settle(db::Tx& tx, const Caller& caller, const StatementLine& line,
                              const Payment& payment) {
  if (!store::match_line(tx, line.id, payment.id, clock_.now())) throw Refusal(statement_matched);
  transfers_.receive(tx, caller, payment, line.amount_fen, line.bank_serial, fair_day_start(line.booked_on));
  audit::record(tx, caller, clock_.now(),
                {"statement_line_matched", "statement_line", line.id.text,
                 "匹配银行流水 " + line.bank_serial + " 与 " + payment.number});
}

StatementReport StatementService::check(const Caller& caller, std::string_view csv) {
  return database_.read([&](db::Tx& tx) {
    auto reading = read(tx, caller, csv);
    auto report = report_of(reading, caller.locale);
    for (auto& line : reading.lines) {
      bool is_known = store::find_same_line(tx, line).has_value();
      ++(is_known ? report.known : report.added);
      if (!is_known && payment_of(tx, line)) ++report.matched;
    }
    return report;
  });
}

StatementReport StatementService::import(const Caller& caller, std::string_view csv) {
  return database_.write([&](db::Tx& tx) {
    auto reading = read(tx, caller, csv);
    auto report = report_of(reading, caller.locale);
    if (report.error_count > 0 || !report.unknown_lines.empty()) return report;
    auto now = clock_.now();
    for (auto line : reading.lines) {
      line.id = new_id<StatementLineId>(now);
      line.imported_at = now;
      if (!store::add_line(tx, line)) {
        ++report.known;
        continue;
      }
      ++report.added;
      auto payment = payment_of(tx, line);
      if (!payment) continue;
      settle(tx, caller, line, *payment);
      ++report.matched;
    }
    audit::record(
        tx, caller, now,
        {"statement_imported", "statement", "-",
         "导入银行流水：新增 " + std::to_string(report.added) + "，匹配 " + std::to_string(report.matched)});
    return report;
  });
}

void StatementService::write_layout(const Caller& caller, const std::vector<std::string>& headings,
                                    const StatementLayout& layout) {
  auto is_there = [&](const std::string& name) {
    return std::find(headings.begin(), headings.end(), name) != headings.end();
  };
  std::vector<FieldError> wrong;
  auto require = [&](const char* field, const std::string& name) {
    if (!is_there(name)) wrong.push_back({field, &statement_layout_wrong});
  };
  require("layout.bank_serial", layout.bank_serial);
  require("layout.booked_on", layout.booked_on);
  require("layout.payer_name", layout.payer_name);
  require("layout.memo", layout.memo);
  require("layout.amount", layout.amount);
  if (!layout.debit.empty()) require("layout.debit", layout.debit);
  if (!wrong.empty()) throw ValidationError(wrong);
  std::string line;
  for (auto& heading : headings) line += (line.empty() ? "" : "\t") + std::string(trimmed(heading));
  database_.write([&](db::Tx& tx) {
    store::write_layout(tx, line, layout, clock_.now());
    audit::record(tx, caller, clock_.now(),
                  {"statement_layout_written", "statement", "-", "设置银行流水文件的列", "null",
                   audit::snapshot(layout)});
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
    return store::list_proposals(tx, caller.edition, *line, references_in(line->memo));
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
        if (attempt.channel == Channel::transfer && !store::has_line(tx, attempt.id)) payment = attempt;
    if (!payment) throw ValidationError("order_number", statement_order_unknown);
    settle(tx, caller, *line, *payment);
  });
}

}  // namespace expogate::payment
