#include "retention/retention_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::retention {

struct PeriodRequest {
  int days = 0;
  wire::Text<1, longest_reason> purpose_zh, purpose_en, basis_zh, basis_en;
};
BOOST_DESCRIBE_STRUCT(PeriodRequest, (), (days, purpose_zh, purpose_en, basis_zh, basis_en))

struct ErasureReportRow {
  std::string id;
  Instant made_at;
  std::string made_by;
  bool is_clean = false;
};
BOOST_DESCRIBE_STRUCT(ErasureReportRow, (), (id, made_at, made_by, is_clean))

struct ReportCheckRequest {
  wire::Text<1, 500'000> document;
};
BOOST_DESCRIBE_STRUCT(ReportCheckRequest, (), (document))

struct ReportCheckView {
  bool is_genuine = false;
  std::optional<ErasureReport> report;
};
BOOST_DESCRIBE_STRUCT(ReportCheckView, (), (is_genuine, report))

namespace {

constexpr std::size_t largest_document = 600'000;

Kind kind_named(const std::string& name) {
  auto kind = enum_value<Kind>(name);
  if (!kind) throw Problem(404, period_unknown);
  return *kind;
}

int checked_days(int days) {
  if (days < 0 || days > longest_period)
    throw ValidationError("days", wire::field_range, {{"min", 0}, {"max", longest_period}});
  return days;
}

ErasureReportRow row_of(const store::KeptReport& r) {
  return {r.id, r.made_at, r.made_by, r.is_clean};
}

}  // namespace

void add_routes(wire::Router& router, RetentionService& retention) {
  router.get("/editions/{id}/retention_periods", "retention_period_list")
      .allow(Permission::edit_edition)
      .summary("How long each kind of personal data is kept, why, and how far erasing has come (RET-01)")
      .handle([&](const Caller& caller, EditionId id) {
        return wire::list_view(retention.list_periods(id, caller.locale));
      });

  router.put("/editions/{id}/retention_periods/{kind}", "retention_period_change")
      .allow(Permission::edit_edition)
      .outside_editions()
      .summary("Sets how many days after the show a kind of personal data is kept")
      .handle([&](const Caller& caller, EditionId id, std::string kind, const PeriodRequest& r,
                  wire::IfMatch match) {
        RetentionPeriod wanted{{r.purpose_zh, r.purpose_en, r.basis_zh, r.basis_en},
                               kind_named(kind),
                               checked_days(r.days),
                               match.version};
        return retention.change_period(caller, id, wanted);
      });

  router.post("/editions/{id}/erasures", "erasure_begin")
      .allow(Permission::edit_edition)
      .outside_editions()
      .idempotent()
      .answers<void>()
      .summary("Erases now what is over, which is otherwise done once a day; it cannot be undone")
      .handle([&](const Caller& caller, EditionId id, const wire::NoInput&) {
        retention.begin(caller, id);
        return http::Response(204);
      });

  router.post("/editions/{id}/erasure_reports", "erasure_report_begin")
      .allow(Permission::edit_edition)
      .outside_editions()
      .idempotent()
      .answers<void>()
      .summary("Looks through every column and file for what is left; a job makes the report (RET-02)")
      .handle([&](const Caller& caller, EditionId id, const wire::NoInput&) {
        retention.begin_report(caller, id);
        return http::Response(204);
      });

  router.get("/editions/{id}/erasure_reports", "erasure_report_list")
      .allow(Permission::edit_edition)
      .summary("The reports of an edition, newest first")
      .handle(
          [&](const Caller&, EditionId id) { return wire::list_view(retention.list_reports(id), row_of); });

  router.get("/erasure_reports/{id}/document", "erasure_report_document_get")
      .allow(Permission::edit_edition)
      .answers_file("application/json")
      .summary("A report as it was signed")
      .handle([&](const Caller&, std::string id) {
        return wire::file_response(retention.get_document(id), "application/json", "erasure-report.json");
      });

  router.post("/erasure_report_checks", "erasure_report_check")
      .allow(Permission::edit_edition)
      .outside_editions()
      .with_body_limit(largest_document)
      .summary("Whether a report that somebody holds is ours and unchanged")
      .handle([&](const Caller&, const ReportCheckRequest& r) {
        auto report = retention.check(r.document);
        return ReportCheckView{report.has_value(), report};
      });
}

}  // namespace expogate::retention
