#include "trading_group/group_sheet_row.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "platform/wire/field_errors.h"

namespace expogate::trading_group {
namespace {

constexpr std::size_t longest_code = 26;

bool is_code_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

class RowReader {
 public:
  RowReader(const SheetTable::Row& row, std::vector<SheetError>& errors) : row_(row), errors_(errors) {}

  GroupSheetRow read() {
    GroupSheetRow r;
    r.number = row_.number;
    r.code = code();
    r.kind = choice<GroupKind>(GroupColumn::kind).value_or(GroupKind::group);
    r.parent = cell(GroupColumn::parent);
    bool is_subgroup = r.kind == GroupKind::subgroup;
    if (is_subgroup && r.parent.empty()) complain(GroupColumn::parent, wire::field_required);
    if (!is_subgroup && !r.parent.empty()) complain(GroupColumn::parent, group_parent_not_asked);
    if (!is_subgroup || !cell(GroupColumn::family).empty())
      r.family = choice<GroupFamily>(GroupColumn::family);
    r.name_zh = text(GroupColumn::name_zh, 1, 60);
    r.name_en = text(GroupColumn::name_en, 1, 120);
    if (!cell(GroupColumn::login_name).empty()) r.login_name = text(GroupColumn::login_name, 4, 60);
    r.mobile = address<wire::Mobile>(GroupColumn::mobile);
    r.email = address<wire::Email>(GroupColumn::email);
    if (!cell(GroupColumn::state).empty())
      r.state = choice<GroupState>(GroupColumn::state).value_or(GroupState::active);
    return r;
  }

 private:
  const std::string& cell(GroupColumn column) const { return row_.cells[std::size_t(column)]; }

  void complain(GroupColumn column, const ErrorCode& code, Details details = {}) {
    errors_.push_back({row_.number, &group_columns[std::size_t(column)], &code, std::move(details)});
  }

  std::string code() {
    auto typed = half_width(cell(GroupColumn::code));
    if (typed.size() > longest_code || !std::ranges::all_of(typed, is_code_letter))
      complain(GroupColumn::code, group_code_malformed);
    return typed;
  }

  std::string text(GroupColumn column, std::size_t min, std::size_t max) {
    auto& typed = cell(column);
    auto length = characters_of(typed).size();
    if (length == 0)
      complain(column, wire::field_required);
    else if (length < min)
      complain(column, wire::field_too_short, {{"min", min}});
    else if (length > max)
      complain(column, wire::field_too_long, {{"max", max}});
    return typed;
  }

  template <class Judged>
  std::optional<std::string> address(GroupColumn column) {
    auto typed = cell(column);
    if (typed.empty()) return std::nullopt;
    if (auto* wrong = Judged::check(typed)) complain(column, *wrong);
    return typed;
  }

  /// By its words in either language, or its name.
  template <class E>
  std::optional<E> choice(GroupColumn column) {
    auto typed = fold_key(cell(column));
    for (auto& label : enum_labels<E>)
      if (typed == fold_key(label.zh) || typed == fold_key(label.en) || typed == label.name)
        return enum_value<E>(std::string(label.name));
    complain(column, typed.empty() ? wire::field_required : wire::field_choice);
    return std::nullopt;
  }

  const SheetTable::Row& row_;
  std::vector<SheetError>& errors_;
};

}  // namespace

std::vector<GroupSheetRow> read_group_rows(const SheetTable& table, std::vector<SheetError>& errors) {
  std::vector<GroupSheetRow> rows;
  std::map<std::string, std::uint32_t> codes;
  for (auto& row : table.rows) {
    auto told = errors.size();
    auto read = RowReader(row, errors).read();
    if (!read.code.empty()) {
      auto [first, is_new] = codes.try_emplace(read.code, row.number);
      if (!is_new)
        errors.push_back({row.number,
                          &group_columns[std::size_t(GroupColumn::code)],
                          &group_code_repeated,
                          {{"row", first->second}}});
    }
    read.is_right = errors.size() == told;
    rows.push_back(std::move(read));
  }
  return rows;
}

}  // namespace expogate::trading_group
