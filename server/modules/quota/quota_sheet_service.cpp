#include "quota/quota_sheet_service.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.h"
#include "base/uscc.h"
#include "organization/registered_name.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/sheet/watermark.h"
#include "platform/wire/field_errors.h"

namespace expogate::quota {
namespace {

constexpr int piece = 200;

enum Column { uscc_column, name_column, vip_column, staff_column };
constexpr EnumLabel columns[] = {
    {"uscc", "统一社会信用代码", "Unified social credit code"},
    {"name", "单位名称", "Organization"},
    {"vip", "VIP标签名额", "VIP quota"},
    {"staff", "工作人员标签名额", "Staff quota"},
};

const ErrorCode sheet_twice{"quota.sheet_twice", "同一单位在表中出现了多次",
                            "The same organization appears more than once in the sheet"};
const ErrorCode sheet_number{"quota.sheet_number", "请填写名额，为 0 或正整数",
                             "Please enter the quota as 0 or a positive whole number"};

/// Ends an attempt that was only to show what would happen.
struct Undone {};

const EnumLabel* column_of(std::string_view field) {
  auto found = std::find_if(std::begin(columns), std::end(columns),
                            [&](auto& column) { return column.name == field; });
  return found == std::end(columns) ? &columns[uscc_column] : found;
}

/// A refusal about places names their type.
const EnumLabel* column_of(const Problem& problem, Locale locale) {
  auto type = problem.details().find("type");
  if (type == problem.details().end()) return &columns[uscc_column];
  return &columns[type->second.value == enum_words(BadgeType::vip, locale) ? vip_column : staff_column];
}

std::optional<std::int64_t> read_places(const std::string& cell) {
  auto typed = half_width(cell);
  std::int64_t places = 0;
  auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), places);
  bool is_whole = fault == std::errc() && end == typed.data() + typed.size();
  return is_whole ? std::optional(places) : std::nullopt;
}

std::string sheet_title(Locale locale) {
  return locale == Locale::en ? "Quotas" : "额度表";
}

}  // namespace

std::vector<QuotaSheetService::SheetRow> QuotaSheetService::read_rows(const SheetTable& table,
                                                                      std::vector<SheetError>& errors) {
  std::vector<SheetRow> rows;
  std::set<std::string> codes;
  for (auto& row : table.rows) {
    auto vip = read_places(row.cells[vip_column]), staff = read_places(row.cells[staff_column]);
    if (!vip) errors.push_back({row.number, &columns[vip_column], &sheet_number});
    if (!staff) errors.push_back({row.number, &columns[staff_column], &sheet_number});
    auto code = normalized_uscc(row.cells[uscc_column]);
    if (!codes.insert(code).second) errors.push_back({row.number, &columns[uscc_column], &sheet_twice});
    rows.push_back(
        {row.number, {code, std::nullopt, row.cells[name_column], {vip.value_or(0), staff.value_or(0)}}});
  }
  return rows;
}

SheetFile QuotaSheetService::make(const Caller& group) {
  auto now = clock_.now();
  SheetWriter writer(working_folder_ / new_id_text(now), sheet_title(group.locale),
                     sheet_headings(columns, group.locale), watermark_of(group, now));
  for (int number = 1;; ++number) {
    auto page = quotas_.list(group, {}, {number, piece, "name"});
    for (auto& row : page.items)
      if (row.uscc)
        writer.add_row(std::vector<SheetCell>{*row.uscc, row.name, double(row.vip), double(row.staff)});
    if (page.items.size() < piece) return writer.finish_as_file(now);
  }
}

// Whoever is registered is called as registered, and needs no name in the sheet (ORG-02).
void QuotaSheetService::put(db::Tx& tx, const Caller& group, NewOrganizationQuota wanted,
                            ImportReport& report) {
  if (auto registered = organization::find_registered_name(tx, group.edition, wanted.uscc.value_or("")))
    wanted.name = registered->text();
  if (code_points(wanted.name) < 2 || code_points(wanted.name) > 200)
    throw ValidationError("name", wire::field_required);
  auto before = store::find_organization_quota(
      tx, store::Recipient{group.edition, group.scope.group, wanted.uscc, OrganizationId{}});
  if (!before) {
    quotas_.add(group, wanted);
    ++report.added;
  } else if (before->name == wanted.name && before->vip == wanted.places.vip &&
             before->staff == wanted.places.staff) {
    ++report.unchanged;
  } else {
    quotas_.change(group, before->id, wanted.name, wanted.places, before->version);
    ++report.changed;
  }
}

// A row may need what another one gives back: those that were refused are tried again as long as others are
// done.
std::vector<SheetError> QuotaSheetService::put_all(db::Tx& tx, const Caller& group,
                                                   std::vector<SheetRow> rows, ImportReport& report) {
  for (;;) {
    std::vector<SheetError> errors;
    std::vector<SheetRow> refused;
    for (auto& row : rows) {
      try {
        tx.attempt([&] { put(tx, group, row.wanted, report); });
        continue;
      } catch (const ValidationError& wrong) {
        auto& first = wrong.fields().front();
        errors.push_back({row.number, column_of(first.field), first.code, first.details});
      } catch (const Problem& problem) {
        errors.push_back({row.number, column_of(problem, group.locale), &problem.code(), problem.details()});
      }
      refused.push_back(row);
    }
    if (refused.empty() || refused.size() == rows.size()) return errors;
    rows = std::move(refused);
  }
}

// The rows are really given and taken: only the ledger knows what fits. A check, and a sheet with a mistake,
// leave nothing behind.
ImportReport QuotaSheetService::apply(const Caller& group, const SheetTable& table, bool is_check) {
  return database_.write([&](db::Tx& tx) {
    ImportReport report;
    auto errors = table.errors;
    auto rows = read_rows(table, errors);
    report.rows = int(rows.size());
    try {
      tx.attempt([&] {
        for (auto& error : put_all(tx, group, std::move(rows), report)) errors.push_back(error);
        if (is_check || !errors.empty()) throw Undone();
      });
    } catch (const Undone&) {
      // What was tried is gone; what it would have done stands in the report.
    }
    report_errors(report, std::move(errors), group.locale);
    return report;
  });
}

ImportReport QuotaSheetService::check(const Caller& group, std::string_view sheet) {
  return apply(group, read_table(sheet, {}, columns), true);
}

ImportReport QuotaSheetService::import(const Caller& group, std::string_view sheet) {
  return apply(group, read_table(sheet, {}, columns), false);
}

}  // namespace expogate::quota
