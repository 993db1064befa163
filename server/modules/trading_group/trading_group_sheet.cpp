#include "trading_group/trading_group_sheet.h"

#include "platform/sheet/sheet_headings.h"
#include "platform/wire/codec.h"

namespace expogate::trading_group {
namespace {

constexpr EnumLabel columns[] = {
    {"name_zh", "名称（中文）", "Name (Chinese)"},
    {"name_en", "名称（英文）", "Name (English)"},
    {"kind", "级别", "Level"},
    {"parent_name_zh", "所属交易团", "Parent group"},
    {"family", "类别", "Type"},
    {"invitation_code", "邀请码", "Invitation code"},
    {"login_name", "账号", "Username"},
    {"last_sign_in_at", "最近登录", "Last sign-in"},
    {"subgroups", "分团数", "Subgroups"},
    {"state", "状态", "Status"},
};

std::vector<std::string> headings(const Caller& caller) {
  return sheet_headings(columns, caller.locale);
}

template <class T>
SheetCell cell(const std::optional<T>& value) {
  return value ? SheetCell(*value) : SheetCell();
}

template <class E>
SheetCell words(E value, Locale locale) {
  return std::string(enum_words(value, locale));
}

std::vector<SheetCell> cells_of(const TradingGroupRow& g, Locale locale) {
  return {g.name_zh,
          g.name_en,
          words(g.kind, locale),
          cell(g.parent_name_zh),
          words(g.family, locale),
          cell(g.invitation_code),
          cell(g.login_name),
          cell(g.last_sign_in_at),
          double(g.subgroups),
          words(g.state, locale)};
}

}  // namespace

import_export::Exporter group_exporter(TradingGroupService& groups) {
  auto write_rows = [&groups](const Caller& caller, const std::string& parameters_json,
                              import_export::RowSink& sink) {
    auto wanted = wire::from_json<store::SortedGroups>(parameters_json);
    sink.set_total(groups.count_groups(caller, wanted));
    groups.walk_groups(caller, wanted,
                       [&](const TradingGroupRow& group) { sink.add_row(cells_of(group, caller.locale)); });
  };
  return {Permission::manage_trading_groups, headings, write_rows};
}

messaging::RecipientSource group_recipients(TradingGroupService& groups) {
  auto count = [&groups](const Caller& caller, const std::string& parameters_json) {
    return groups.count_groups(caller, wire::from_json<store::GroupFilter>(parameters_json));
  };
  auto list_after = [&groups](const Caller& caller, const std::string& parameters_json,
                              const std::string& after, int limit) {
    auto filter = wire::from_json<store::GroupFilter>(parameters_json);
    return groups.list_recipients(caller, filter, {after}, limit);
  };
  return {"trading_group", Permission::manage_trading_groups, count, list_after};
}

}  // namespace expogate::trading_group
