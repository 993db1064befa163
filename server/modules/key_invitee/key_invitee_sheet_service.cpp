#include "key_invitee/key_invitee_sheet_service.h"

#include <algorithm>

#include "base/localized.h"
#include "base/text.h"
#include "base/uscc.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/sheet/watermark.h"
#include "platform/wire/field_errors.h"

namespace expogate::key_invitee {
namespace {

constexpr std::size_t most_rows = 1000;

enum Column {
  group_column,
  name_column,
  uscc_column,
  contact_column,
  mobile_column,
  email_column,
  level_column,
  reason_column
};
constexpr EnumLabel bureau_columns[] = {
    {"trading_group_id", "交易团", "Trading group"},
    {"name", "单位名称", "Organization"},
    {"uscc", "统一社会信用代码", "Unified social credit code"},
    {"contact_name", "联系人", "Contact name"},
    {"mobile", "手机", "Mobile"},
    {"email", "电子邮箱", "E-mail"},
    {"level", "级别", "Level"},
    {"reason", "推荐理由", "Reason"},
};
/// A group's first column is for which of its subgroups.
constexpr EnumLabel group_columns[] = {
    {"subgroup_id", "分团", "Subgroup"}, bureau_columns[name_column],   bureau_columns[uscc_column],
    bureau_columns[contact_column],      bureau_columns[mobile_column], bureau_columns[email_column],
    bureau_columns[level_column],        bureau_columns[reason_column],
};

const ErrorCode group_unknown{"key_invitee.sheet_group", "没有此交易团或分团，请从下拉列表选择",
                              "There is no such trading group or subgroup; please select one from the list"};
const ErrorCode too_many_rows{"key_invitee.sheet_too_many", "一次最多导入 {max} 行",
                              "A maximum of {max} rows can be imported at a time"};

/// Ends an attempt that was only to show what would happen.
struct Undone {};

bool is_bureau(const Caller& caller) {
  return caller.scope.level == Scope::Level::everything;
}

std::span<const EnumLabel> columns_for(const Caller& caller) {
  return is_bureau(caller) ? std::span<const EnumLabel>(bureau_columns) : group_columns;
}

/// One row into a form; what cannot be read is told by its column.
class RowReader {
 public:
  RowReader(const Caller& caller, const std::vector<trading_group::TradingGroup>& groups,
            std::vector<SheetError>& errors)
      : caller_(caller), groups_(groups), errors_(errors) {}

  InviteeForm read(const SheetTable::Row& row) {
    InviteeForm form;
    (is_bureau(caller_) ? form.trading_group_id : form.subgroup_id) = group(row);
    form.name = row.cells[name_column];
    length(row, name_column, 2, 200);
    if (!row.cells[uscc_column].empty()) form.uscc = normalized_uscc(row.cells[uscc_column]);
    form.contact_name = row.cells[contact_column];
    length(row, contact_column, 0, 60);
    form.mobile = address<wire::Mobile>(row, mobile_column);
    form.email = address<wire::Email>(row, email_column);
    form.level = level(row);
    form.reason = row.cells[reason_column];
    length(row, reason_column, 0, 500);
    return form;
  }

 private:
  void complain(const SheetTable::Row& row, Column column, const ErrorCode& code, Details details = {}) {
    errors_.push_back({row.number, &columns_for(caller_)[column], &code, std::move(details)});
  }

  void length(const SheetTable::Row& row, Column column, std::size_t min, std::size_t max) {
    auto typed = characters_of(row.cells[column]).size();
    if (typed < min) complain(row, column, wire::field_too_short, {{"min", min}});
    if (typed > max) complain(row, column, wire::field_too_long, {{"max", max}});
  }

  template <class Judged>
  std::string address(const SheetTable::Row& row, Column column) {
    auto typed = row.cells[column];
    if (typed.empty()) return typed;
    if (auto* wrong = Judged::check(typed)) complain(row, column, *wrong);
    return typed;
  }

  InviteeLevel level(const SheetTable::Row& row) {
    auto typed = fold_key(row.cells[level_column]);
    for (auto& label : enum_labels<InviteeLevel>)
      if (typed == fold_key(label.zh) || typed == fold_key(label.en) || typed == label.name)
        return *enum_value<InviteeLevel>(std::string(label.name));
    complain(row, level_column, wire::field_choice);
    return InviteeLevel::general;
  }

  std::optional<TradingGroupId> group(const SheetTable::Row& row) {
    auto typed = fold_key(row.cells[group_column]);
    if (typed.empty() && !is_bureau(caller_)) return std::nullopt;
    auto found = std::find_if(groups_.begin(), groups_.end(), [&](auto& one) {
      return typed == fold_key(one.name_zh) || typed == fold_key(one.name_en) || typed == fold_key(one.code);
    });
    if (found != groups_.end()) return found->id;
    complain(row, group_column, group_unknown);
    return std::nullopt;
  }

  const Caller& caller_;
  const std::vector<trading_group::TradingGroup>& groups_;
  std::vector<SheetError>& errors_;
};

const EnumLabel* column_of(std::string_view field, std::span<const EnumLabel> columns) {
  for (auto& column : columns)
    if (column.name == field) return &column;
  return &columns[name_column];
}

std::string sheet_title(Locale locale) {
  return locale == Locale::en ? "Key organizations template" : "重点邀请单位导入模板";
}

}  // namespace

std::vector<trading_group::TradingGroup> KeyInviteeSheetService::choosable(const Caller& caller) {
  using trading_group::GroupKind;
  std::vector<trading_group::TradingGroup> groups;
  auto kind = is_bureau(caller) ? GroupKind::group : GroupKind::subgroup;
  auto parent = is_bureau(caller) ? std::nullopt : std::optional(caller.scope.group);
  for (auto& group : groups_.list_public(kind, parent)) groups.push_back(group);
  return groups;
}

SheetFile KeyInviteeSheetService::make_template(const Caller& caller) {
  auto now = clock_.now();
  SheetWriter writer(working_folder_ / new_id_text(now), sheet_title(caller.locale),
                     sheet_headings(columns_for(caller), caller.locale), watermark_of(caller, now));
  std::vector<std::string> groups, levels;
  for (auto& group : choosable(caller))
    groups.push_back(localized(caller.locale, group.name_zh, group.name_en));
  for (auto& label : enum_labels<InviteeLevel>) levels.emplace_back(label.words(caller.locale));
  if (!groups.empty()) writer.offer_choices(group_column, std::move(groups), most_rows);
  writer.offer_choices(level_column, std::move(levels), most_rows);
  return writer.finish_as_file(now);
}

// The rows are really added, because only then is it known which stand there twice. A check, and a sheet with
// a mistake, leave nothing behind.
ImportReport KeyInviteeSheetService::apply(const Caller& caller, std::string_view sheet, bool is_check) {
  auto columns = columns_for(caller);
  auto table = read_table(sheet, {}, columns);
  if (table.rows.size() > most_rows) throw ValidationError("file", too_many_rows, {{"max", most_rows}});
  return database_.write([&](db::Tx& tx) {
    ImportReport report;
    auto errors = table.errors;
    auto groups = choosable(caller);
    RowReader reader(caller, groups, errors);
    report.rows = int(table.rows.size());
    try {
      tx.attempt([&] {
        for (auto& row : table.rows) {
          auto told = errors.size();
          auto form = reader.read(row);
          if (errors.size() > told) continue;
          try {
            tx.attempt([&] { invitees_.add(caller, form); });
            ++report.added;
          } catch (const ValidationError& wrong) {
            auto& first = wrong.fields().front();
            errors.push_back({row.number, column_of(first.field, columns), first.code, first.details});
          }
        }
        if (is_check || !errors.empty()) throw Undone();
      });
    } catch (const Undone&) {
      // What was tried is gone; what it would have done stands in the report.
    }
    report_errors(report, std::move(errors), caller.locale);
    return report;
  });
}

ImportReport KeyInviteeSheetService::check(const Caller& caller, std::string_view sheet) {
  return apply(caller, sheet, true);
}

ImportReport KeyInviteeSheetService::import(const Caller& caller, std::string_view sheet) {
  return apply(caller, sheet, false);
}

}  // namespace expogate::key_invitee
