#include "trading_group/account_sheet_service.h"

#include <algorithm>
#include <map>

#include "base/localized.h"
#include "base/text.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/sheet/watermark.h"
#include "platform/wire/field_errors.h"

namespace expogate::trading_group {
namespace {

using account::Role;

constexpr std::size_t max_rows = 2000;

enum Column { role_column, login_column, name_column, mobile_column, email_column, group_column };
constexpr EnumLabel columns[] = {
    {"role", "角色", "Role"},
    {"login_name", "登录名", "Username"},
    {"display_name", "姓名或名称", "Name"},
    {"mobile", "手机", "Mobile"},
    {"email", "电子邮箱", "E-mail"},
    {"trading_group_id", "交易团或分团", "Trading group or subgroup"},
};

/// Whom the bureau makes accounts for; contacts and attendees make their own.
constexpr Role roles[] = {
    Role::group_admin,    Role::exhibitor,   Role::bureau_admin,  Role::bureau_reviewer,
    Role::bureau_finance, Role::bureau_gate, Role::bureau_editor, Role::bureau_badge_operator,
    Role::bureau_auditor};

const ErrorCode group_unknown{"trading_group.sheet_unknown", "没有此交易团或分团，请从下拉列表选择",
                              "There is no such trading group or subgroup; please select one from the list"};
const ErrorCode group_not_asked{"trading_group.sheet_not_asked", "只有团账号需要填写交易团",
                                "A trading group is entered for group accounts only"};
const ErrorCode contact_missing{"account.sheet_contact", "请填写手机或邮箱，用于发送个人链接",
                                "A mobile number or an e-mail address is needed to send the personal link"};
const ErrorCode too_many_rows{"account.sheet_too_many", "一次最多导入 {max} 行",
                              "A maximum of {max} rows can be imported at a time"};

/// Ends an attempt that was only to show what would happen.
struct Undone {};

class RowReader {
 public:
  RowReader(const std::vector<TradingGroup>& groups, std::vector<SheetError>& errors)
      : groups_(groups), errors_(errors) {}

  account::NewAccount read(const SheetTable::Row& row) {
    account::NewAccount wanted;
    wanted.role = role(row);
    wanted.kind = account::kind_of(wanted.role);
    wanted.login_name = text(row, login_column, 4, 60);
    wanted.display_name = text(row, name_column, 1, 60);
    wanted.mobile = address<wire::Mobile>(row, mobile_column);
    wanted.email = address<wire::Email>(row, email_column);
    if (!wanted.mobile && !wanted.email) complain(row, mobile_column, contact_missing);
    place(row, wanted);
    return wanted;
  }

 private:
  void complain(const SheetTable::Row& row, Column column, const ErrorCode& code, Details details = {}) {
    errors_.push_back({row.number, &columns[column], &code, std::move(details)});
  }

  std::string text(const SheetTable::Row& row, Column column, std::size_t min, std::size_t max) {
    auto typed = characters_of(row.cells[column]).size();
    if (typed < min) complain(row, column, wire::field_too_short, {{"min", min}});
    if (typed > max) complain(row, column, wire::field_too_long, {{"max", max}});
    return row.cells[column];
  }

  template <class Judged>
  std::optional<std::string> address(const SheetTable::Row& row, Column column) {
    auto typed = row.cells[column];
    if (typed.empty()) return std::nullopt;
    if (auto* wrong = Judged::check(typed)) complain(row, column, *wrong);
    return typed;
  }

  Role role(const SheetTable::Row& row) {
    auto& typed = row.cells[role_column];
    for (auto role : roles)
      if (typed == enum_words(role, Locale::zh_cn) || typed == enum_words(role, Locale::en) ||
          typed == enum_name(role))
        return role;
    complain(row, role_column, wire::field_choice);
    return Role::group_admin;
  }

  void place(const SheetTable::Row& row, account::NewAccount& wanted) {
    auto& typed = row.cells[group_column];
    wanted.scope_level = wanted.kind == account::AccountKind::bureau ? account::ScopeLevel::everything
                                                                     : account::ScopeLevel::nothing;
    if (wanted.kind != account::AccountKind::group) {
      if (!typed.empty()) complain(row, group_column, group_not_asked);
      return;
    }
    auto found = std::find_if(groups_.begin(), groups_.end(), [&](auto& one) {
      return typed == one.name_zh || typed == one.name_en || typed == one.code;
    });
    if (found == groups_.end()) return complain(row, group_column, group_unknown);
    wanted.trading_group_id = found->id;
    wanted.scope_level =
        found->kind == GroupKind::group ? account::ScopeLevel::group : account::ScopeLevel::subgroup;
  }

  const std::vector<TradingGroup>& groups_;
  std::vector<SheetError>& errors_;
};

std::string sheet_title(Locale locale) {
  return locale == Locale::en ? "Accounts template" : "账号导入模板";
}

}  // namespace

SheetFile AccountSheetService::make_template(const Caller& caller) {
  auto now = clock_.now();
  auto [groups, unmanned] = database_.read(
      [&](db::Tx& tx) { return std::pair(store::list_all(tx), store::list_without_account(tx)); });
  SheetWriter writer(working_folder_ / new_id_text(now), sheet_title(caller.locale),
                     sheet_headings(columns, caller.locale), watermark_of(caller, now));
  std::vector<std::string> group_names, role_names;
  for (auto& group : groups) group_names.push_back(localized(caller.locale, group.name_zh, group.name_en));
  for (auto role : roles) role_names.emplace_back(enum_words(role, caller.locale));
  if (!group_names.empty()) writer.offer_choices(group_column, std::move(group_names), max_rows);
  writer.offer_choices(role_column, std::move(role_names), max_rows);
  for (auto& group : unmanned) {
    auto name = localized(caller.locale, group.name_zh, group.name_en);
    SheetCell cells[] = {std::string(enum_words(Role::group_admin, caller.locale)), {}, name, {}, {}, name};
    writer.add_row(cells);
  }
  return writer.finish_as_file(now);
}

// The accounts are really added, because only then is it known which names are taken. A check, and a sheet
// with a mistake, leave nothing behind, no message included.
ImportReport AccountSheetService::apply(const Caller& caller, std::string_view sheet, bool is_check) {
  auto table = read_table(sheet, {}, columns);
  if (table.rows.size() > max_rows) throw ValidationError("file", too_many_rows, {{"max", max_rows}});
  return database_.write([&](db::Tx& tx) {
    ImportReport report;
    auto errors = table.errors;
    auto groups = store::list_all(tx);
    RowReader reader(groups, errors);
    report.rows = int(table.rows.size());
    try {
      tx.attempt([&] {
        for (auto& row : table.rows) {
          auto told = errors.size();
          auto wanted = reader.read(row);
          if (errors.size() > told) continue;
          if (wanted.trading_group_id && accounts_.has_main_account(tx, *wanted.trading_group_id)) {
            errors.push_back({row.number, &columns[group_column], &group_has_account, {}});
          } else if (accounts_.find_by_login(tx, account::door_of(wanted.kind), wanted.login_name)) {
            errors.push_back({row.number, &columns[login_column], &account::login_name_taken, {}});
          } else {
            accounts_.add_linked(tx, caller, wanted);
            ++report.added;
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

ImportReport AccountSheetService::check(const Caller& caller, std::string_view sheet) {
  return apply(caller, sheet, true);
}

ImportReport AccountSheetService::import(const Caller& caller, std::string_view sheet) {
  return apply(caller, sheet, false);
}

}  // namespace expogate::trading_group
