#include "trading_group/group_sheet_service.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/localized.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/sheet/watermark.h"
#include "platform/wire/field_errors.h"
#include "trading_group/group_sheet_row.h"

namespace expogate::trading_group {
namespace {

constexpr std::size_t max_rows = 2000;

/// Ends an attempt that was only to show what would happen.
struct Undone {};

const EnumLabel* column_of(GroupColumn column) {
  return &group_columns[std::size_t(column)];
}

const EnumLabel* column_of(std::string_view field) {
  auto found = std::ranges::find_if(group_columns, [&](auto& column) { return column.name == field; });
  return found == std::end(group_columns) ? column_of(GroupColumn::code) : found;
}

/// Gives the rows to the groups one by one, each as the form would.
class Giving {
 public:
  Giving(db::Tx& tx, const Caller& caller, TradingGroupService& groups, account::AccountService& accounts)
      : tx_(tx), caller_(caller), groups_(groups), accounts_(accounts) {}

  std::vector<SheetError> put_all(const std::vector<GroupSheetRow>& rows, ImportReport& report) {
    std::vector<SheetError> errors;
    // Subgroups come after their groups, wherever they stand.
    for (auto kind : {GroupKind::group, GroupKind::subgroup})
      for (auto& row : rows)
        if (row.kind == kind && !(row.is_right && attempt(row, report, errors)))
          missing_.insert({row.code, row.name_zh, row.name_en});
    return errors;
  }

 private:
  bool attempt(const GroupSheetRow& row, ImportReport& report, std::vector<SheetError>& errors) {
    auto told = errors.size();
    try {
      tx_.attempt([&] { put(row, report); });
    } catch (const ValidationError& refusal) {
      for (auto& field : refusal.fields())
        errors.push_back({row.number, column_of(field.field), field.code, field.details});
    } catch (const Problem& problem) {
      errors.push_back({row.number, column_of(GroupColumn::code), &problem.code(), problem.details()});
    }
    return errors.size() == told;
  }

  void put(const GroupSheetRow& row, ImportReport& report) {
    auto before = row.code.empty() ? std::nullopt : store::find_by_code(tx_, row.code);
    wrong_.clear();
    auto parent = row.kind == GroupKind::subgroup ? find_parent(row) : std::nullopt;
    if (before) {
      change(row, *before, parent, report);
      return;
    }
    if (parent && row.family && *row.family != parent->family)
      complain(GroupColumn::family, group_family_of_parent);
    require_new_account(row);
    refuse_wrong();
    // Its group stands in a row with a mistake of its own, which is told there.
    if (row.kind == GroupKind::subgroup && !parent) return;
    NewGroup wanted{row.kind,    std::nullopt, parent ? parent->family : *row.family,
                    row.name_zh, row.name_en,  row.login_name,
                    row.mobile,  row.email,    row.code,
                    row.state};
    if (parent) wanted.parent_id = parent->id;
    groups_.add_group(caller_, wanted);
    ++report.added;
  }

  void change(const GroupSheetRow& row, const TradingGroup& before, const std::optional<TradingGroup>& parent,
              ImportReport& report) {
    // Organizations, quotas and payments hang on a group where it stands (GRP-03).
    if (row.kind != before.kind) complain(GroupColumn::kind, group_place_fixed);
    if (parent && row.kind == before.kind && parent->id != before.parent_id)
      complain(GroupColumn::parent, group_place_fixed);
    if (row.family && *row.family != before.family) complain(GroupColumn::family, group_place_fixed);
    auto login = groups_.find_login_name(tx_, caller_, before.id);
    if (login) {
      if (!row.login_name.empty() && row.login_name != *login)
        complain(GroupColumn::login_name, group_login_fixed);
      if (row.mobile) complain(GroupColumn::mobile, group_contact_fixed);
      if (row.email) complain(GroupColumn::email, group_contact_fixed);
    }
    // A group from the fair's files may be without an account yet.
    bool is_manned = !login && (!row.login_name.empty() || row.mobile || row.email);
    if (is_manned) require_new_account(row);
    refuse_wrong();
    if (is_manned)
      accounts_.add_linked(tx_, caller_, main_account_of(before, row.login_name, row.mobile, row.email));
    bool is_changed =
        before.name_zh != row.name_zh || before.name_en != row.name_en || before.state != row.state;
    if (is_changed)
      groups_.change_group(caller_, before.id, row.name_zh, row.name_en, row.state, before.version);
    ++(is_changed || is_manned ? report.changed : report.unchanged);
  }

  /// By its code before its names, which need not be its own alone.
  std::optional<TradingGroup> find_parent(const GroupSheetRow& row) {
    auto by_code = store::find_by_code(tx_, row.parent);
    if (by_code && by_code->kind == GroupKind::group) return by_code;
    if (by_code) {
      complain(GroupColumn::parent, group_too_deep);
      return std::nullopt;
    }
    auto all = store::list_all(tx_);
    auto found = std::ranges::find_if(all, [&](auto& one) {
      return one.kind == GroupKind::group && (one.name_zh == row.parent || one.name_en == row.parent);
    });
    if (found != all.end()) return *found;
    if (!missing_.contains(row.parent)) complain(GroupColumn::parent, group_parent_unknown);
    return std::nullopt;
  }

  void require_new_account(const GroupSheetRow& row) {
    if (row.login_name.empty()) complain(GroupColumn::login_name, wire::field_required);
    if (!row.mobile) complain(GroupColumn::mobile, wire::field_required);
    auto door = account::door_of(account::AccountKind::group);
    if (!row.login_name.empty() && accounts_.find_by_login(tx_, door, row.login_name))
      complain(GroupColumn::login_name, account::login_name_taken);
  }

  void complain(GroupColumn column, const ErrorCode& code) {
    wrong_.push_back({std::string(column_of(column)->name), &code, {}});
  }

  void refuse_wrong() {
    if (!wrong_.empty()) throw ValidationError(wrong_);
  }

  db::Tx& tx_;
  const Caller& caller_;
  TradingGroupService& groups_;
  account::AccountService& accounts_;
  std::vector<FieldError> wrong_;  ///< with the row at hand
  std::set<std::string> missing_;  ///< what the groups of wrong rows are called
};

template <class E>
std::vector<std::string> words_of(Locale locale) {
  std::vector<std::string> words;
  for (auto& label : enum_labels<E>) words.emplace_back(label.words(locale));
  return words;
}

}  // namespace

SheetFile GroupSheetService::make(const Caller& caller) {
  auto now = clock_.now();
  auto locale = caller.locale;
  std::vector<TradingGroupRow> tops;
  std::multimap<TradingGroupId, TradingGroupRow> subgroups;
  groups_.walk_groups(caller, {}, [&](const TradingGroupRow& row) {
    if (row.parent_id)
      subgroups.emplace(*row.parent_id, row);
    else
      tops.push_back(row);
  });
  SheetWriter writer(working_folder_ / new_id_text(now),
                     locale == Locale::en ? "Trading groups" : "交易团与分团",
                     sheet_headings(group_columns, locale), watermark_of(caller, now));
  writer.offer_choices(std::size_t(GroupColumn::kind), words_of<GroupKind>(locale), max_rows);
  writer.offer_choices(std::size_t(GroupColumn::family), words_of<GroupFamily>(locale), max_rows);
  writer.offer_choices(std::size_t(GroupColumn::state), words_of<GroupState>(locale), max_rows);
  auto add = [&](const TradingGroupRow& g, const std::string& parent_code) {
    auto words = [&](auto value) { return SheetCell(std::string(enum_words(value, locale))); };
    auto given = [](const std::string& text) { return text.empty() ? SheetCell() : SheetCell(text); };
    // Mobile and e-mail belong to the account; they are filled in for new ones only.
    writer.add_row(std::vector<SheetCell>{g.code,
                                          words(g.kind),
                                          given(parent_code),
                                          words(g.family),
                                          g.name_zh,
                                          g.name_en,
                                          given(g.login_name.value_or("")),
                                          {},
                                          {},
                                          words(g.state)});
  };
  for (auto& top : tops) {
    add(top, "");
    auto [begin, end] = subgroups.equal_range(top.id);
    for (auto each = begin; each != end; ++each) add(each->second, top.code);
  }
  return writer.finish_as_file(now);
}

// The rows are really given, because only then is it known which names are taken. A check, and a sheet with a
// mistake, leave nothing behind, no message included.
ImportReport GroupSheetService::apply(const Caller& caller, std::string_view sheet, bool is_check) {
  auto table = read_table(sheet, {}, group_columns);
  if (table.rows.size() > max_rows) throw ValidationError("file", group_sheet_too_many, {{"max", max_rows}});
  return database_.write([&](db::Tx& tx) {
    ImportReport report;
    auto errors = table.errors;
    auto rows = read_group_rows(table, errors);
    report.rows = int(table.rows.size());
    try {
      tx.attempt([&] {
        for (auto& error : Giving(tx, caller, groups_, accounts_).put_all(rows, report))
          errors.push_back(error);
        if (is_check || !errors.empty()) throw Undone();
      });
    } catch (const Undone&) {
      // What was tried is gone; what it would have done stands in the report.
    }
    report_errors(report, std::move(errors), caller.locale);
    return report;
  });
}

ImportReport GroupSheetService::check(const Caller& caller, std::string_view sheet) {
  return apply(caller, sheet, true);
}

ImportReport GroupSheetService::import(const Caller& caller, std::string_view sheet) {
  return apply(caller, sheet, false);
}

}  // namespace expogate::trading_group
