#include "payment/reconciliation_service.h"

#include <algorithm>

#include "audit/audit.h"
#include "edition/edition.h"
#include "platform/sheet/sheet_headings.h"

namespace expogate::payment {

struct FetchPayload {
  Channel channel = Channel::alipay;
  CivilDate on;
};
BOOST_DESCRIBE_STRUCT(FetchPayload, (), (channel, on))

namespace {

constexpr std::int64_t most_days = 92;
/// Bills of a day are made during the next morning.
constexpr Duration bills_ready_at = hours(10);

constexpr EnumLabel columns[] = {
    {"on", "日期", "Date"},
    {"channel", "支付渠道", "Payment method"},
    {"payments", "收款笔数", "Payments"},
    {"paid", "收款(元)", "Received (CNY)"},
    {"refunds", "退款笔数", "Refunds"},
    {"refunded", "退款(元)", "Refunded (CNY)"},
    {"billed", "账单收款(元)", "On statement (CNY)"},
    {"billed_refund", "账单退款(元)", "Refunds on statement (CNY)"},
    {"fee", "手续费(元)", "Fees (CNY)"},
    {"differences", "差异笔数", "Differences"},
};

void require_span(const ReconciliationSpan& span) {
  auto length = shanghai_day_start(span.to_on) - shanghai_day_start(span.from_on);
  if (length.ms < 0) throw ValidationError("to_on", edition::dates_reversed);
  if (length.ms >= days(most_days).ms) throw ValidationError("to_on", span_too_long, {{"max", most_days}});
}

double yuan(std::int64_t fen) {
  return double(fen) / 100;
}

std::vector<SheetCell> cells_of(const ReconciliationRow& r, Locale locale) {
  auto billed = [&](std::int64_t fen) { return r.has_bill ? SheetCell(yuan(fen)) : SheetCell(); };
  return {r.on,
          std::string(enum_words(r.channel, locale)),
          double(r.payments),
          yuan(r.paid_fen),
          double(r.refunds),
          yuan(r.refunded_fen),
          billed(r.billed_fen),
          billed(r.billed_refund_fen),
          billed(r.fee_fen),
          r.has_bill ? SheetCell(double(r.differences)) : SheetCell()};
}

}  // namespace

std::vector<ReconciliationRow> ReconciliationService::list(const ReconciliationSpan& span) {
  require_span(span);
  return database_.read([&](db::Tx& tx) { return store::reconcile(tx, span.from_on, span.to_on); });
}

std::vector<Difference> ReconciliationService::list_differences(const ReconciliationSpan& span) {
  require_span(span);
  return database_.read([&](db::Tx& tx) { return store::list_differences(tx, span.from_on, span.to_on); });
}

void ReconciliationService::enqueue(db::Tx& tx, Channel channel, const CivilDate& on) {
  auto now = clock_.now();
  jobs::add_job(tx, fetch_job, wire::to_json(FetchPayload{channel, on}), now, now, 3);
}

void ReconciliationService::fetch_later(const Caller& caller, const ReconciliationSpan& span) {
  require_span(span);
  database_.write([&](db::Tx& tx) {
    for (auto day = shanghai_day_start(span.from_on); day <= shanghai_day_start(span.to_on);
         day = day + days(1))
      for (auto& [channel, gateway] : gateways_) enqueue(tx, channel, shanghai_date(day));
    audit::record(tx, caller, clock_.now(),
                  {"bills_asked_for", "bill", span.from_on.text,
                   "下载账单 " + span.from_on.text + " 至 " + span.to_on.text});
  });
}

void ReconciliationService::enqueue_yesterday() {
  auto now = clock_.now();
  auto today = shanghai_date(now);
  if (now < shanghai_day_start(today) + bills_ready_at) return;
  auto yesterday = shanghai_date(shanghai_day_start(today) - hours(1));
  database_.write([&](db::Tx& tx) {
    auto known = store::list_bills(tx, yesterday, yesterday);
    for (auto& [channel, gateway] : gateways_) {
      bool is_known =
          std::any_of(known.begin(), known.end(), [&](auto& bill) { return bill.channel == channel; });
      if (!is_known) enqueue(tx, channel, yesterday);
    }
  });
}

void ReconciliationService::fetch(const jobs::JobRow& job) {
  auto wanted = wire::from_json<FetchPayload>(job.payload);
  auto rows = provider_of(gateways_, wanted.channel).bill(wanted.on);
  if (!rows && !rows.failure().is_permanent && job.attempts < job.max_attempts)
    throw std::runtime_error(rows.failure().reason);
  Bill bill{wanted.channel, wanted.on, rows ? "" : rows.failure().reason, clock_.now()};
  database_.write(
      [&](db::Tx& tx) { store::keep_bill(tx, bill, rows ? rows.value() : std::vector<paygate::BillRow>()); });
}

void ReconciliationService::offer() {
  auto headings = [](const Caller& caller) { return sheet_headings(columns, caller.locale); };
  auto write_rows = [this](const Caller& caller, const std::string& parameters_json,
                           import_export::RowSink& sink) {
    auto rows = list(wire::from_json<ReconciliationSpan>(parameters_json));
    sink.set_total(std::int64_t(rows.size()));
    for (auto& row : rows) sink.add_row(cells_of(row, caller.locale));
  };
  exports_.offer(std::string(list_kind), {Permission::see_money, headings, write_rows});
}

import_export::SheetExport ReconciliationService::export_later(const Caller& caller,
                                                               const ReconciliationSpan& span) {
  require_span(span);
  return database_.write([&](db::Tx& tx) {
    return exports_.start_later(
        tx, caller,
        {std::string(list_kind), wire::to_json(span),
         (caller.locale == Locale::en ? "Reconciliation " : "对账 ") + span.from_on.text});
  });
}

}  // namespace expogate::payment
