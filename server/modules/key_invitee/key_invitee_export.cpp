#include "base/localized.h"
#include "key_invitee/key_invitee_service.h"
#include "key_invitee/key_invitee_store.h"
#include "platform/crypto/unreadable.h"
#include "platform/sheet/sheet_headings.h"

namespace expogate::key_invitee {
namespace {

constexpr int piece = 200;
constexpr std::string_view list_kind = "key_invitees";

constexpr EnumLabel columns[] = {
    {"group", "交易团", "Trading group"},
    {"subgroup", "分团", "Subgroup"},
    {"source", "推荐来源", "Recommended by"},
    {"name", "单位名称", "Organization"},
    {"uscc", "统一社会信用代码", "Unified social credit code"},
    {"contact_name", "联系人", "Contact name"},
    {"mobile", "手机", "Mobile"},
    {"email", "电子邮箱", "E-mail"},
    {"level", "级别", "Level"},
    {"reason", "推荐理由", "Reason"},
    {"state", "邀请状态", "Invitation"},
    {"invited_at", "最近邀请时间", "Invited"},
    {"opened_at", "打开链接时间", "Link opened"},
    {"set_aside_reason", "搁置理由", "Reason for deferral"},
    {"registration", "注册状态", "Registration"},
    {"organization_number", "单位编号", "Number"},
    {"organization_state", "审核状态", "State"},
    {"referral_code", "推荐码", "Referral code"},
};

SheetCell text(const std::string& value) {
  return value.empty() ? SheetCell() : SheetCell(value);
}

SheetCell time(const std::optional<Instant>& at) {
  return at ? SheetCell(*at) : SheetCell();
}

std::vector<SheetCell> cells_of(const KeyInviteeRow& row, const std::string& mobile, const std::string& email,
                                Locale locale) {
  auto label = [&](auto value) { return SheetCell(std::string(enum_words(value, locale))); };
  return {localized(locale, row.group_name_zh, row.group_name_en),
          text(localized(locale, row.subgroup_name_zh.value_or(""), row.subgroup_name_en.value_or(""))),
          label(row.source),
          row.name,
          text(row.uscc.value_or("")),
          text(row.contact_name),
          text(mobile),
          text(email),
          label(row.level),
          text(row.reason),
          label(row.state),
          time(row.invited_at),
          time(row.opened_at),
          text(row.set_aside_reason),
          label(row.registration),
          text(row.organization_number.value_or("")),
          row.organization_state ? label(*row.organization_state) : SheetCell(),
          row.referral_code};
}

}  // namespace

void KeyInviteeService::offer() {
  exports_.offer(
      std::string(list_kind),
      {Permission::export_organizations,
       [](const Caller& caller) { return sheet_headings(columns, caller.locale); },
       [this](const Caller& caller, const std::string& parameters_json, import_export::RowSink& sink) {
         write_rows(caller, wire::from_json<KeyInviteeFilter>(parameters_json), sink);
       }});
}

import_export::SheetExport KeyInviteeService::export_later(const Caller& caller,
                                                           const KeyInviteeFilter& filter) {
  return database_.write([&](db::Tx& tx) {
    return exports_.start_later(
        tx, caller,
        {std::string(list_kind), wire::to_json(filter),
         caller.locale == Locale::en ? "Key organizations to invite" : "重点邀请单位"});
  });
}

void KeyInviteeService::write_rows(const Caller& caller, const KeyInviteeFilter& filter,
                                   import_export::RowSink& sink) {
  sink.set_total(list(caller, filter, {1, 1, ""}).total);
  for (KeyInviteeId last;;) {
    std::vector<KeyInvitee> sealed;
    auto rows = database_.read([&](db::Tx& tx) {
      auto found = store::list_after(tx, caller, filter, last, piece);
      std::vector<KeyInviteeId> ids;
      for (auto& row : found) ids.push_back(row.id);
      sealed = store::list_by_ids(tx, caller, ids);
      return found;
    });
    // Both are in the order of ids.
    for (std::size_t i = 0; i < rows.size(); ++i)
      sink.add_row(cells_of(rows[i], readable([&] { return mobile_of(sealed[i], cipher_); }),
                            readable([&] { return email_of(sealed[i], cipher_); }), caller.locale));
    if (rows.size() < piece) return;
    last = rows.back().id;
  }
}

}  // namespace expogate::key_invitee
