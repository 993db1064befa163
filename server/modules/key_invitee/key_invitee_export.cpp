#include "base/in_order.h"
#include "base/localized.h"
#include "key_invitee/key_invitee_service.h"
#include "key_invitee/key_invitee_store.h"
#include "platform/crypto/unreadable.h"
#include "platform/sheet/sheet_headings.h"

namespace expogate::key_invitee {
namespace {

constexpr std::size_t piece = 200;
constexpr std::string_view list_kind = "key_invitees";

constexpr EnumLabel columns[] = {
    {"group", "交易团", "Trading group"},
    {"subgroup", "拟邀请到的分团", "Subgroup to be invited to"},
    {"source", "推荐来源", "Recommended by"},
    {"name", "单位名称", "Organization name"},
    {"uscc", "统一社会信用代码", "Unified social credit code"},
    {"contact_name", "联系人", "Contact name"},
    {"mobile", "手机", "Mobile"},
    {"email", "电子邮箱", "E-mail"},
    {"level", "级别", "Priority"},
    {"reason", "推荐理由", "Reason for recommendation"},
    {"state", "邀请状态", "Invitation status"},
    {"invited_at", "最近邀请时间", "Invited"},
    {"opened_at", "打开链接时间", "Link opened"},
    {"set_aside_reason", "搁置理由", "Reason for deferral"},
    {"registration", "注册状态", "Registration status"},
    {"organization_number", "单位编号", "Organization number"},
    {"organization_state", "审核状态", "Review status"},
    {"referral_code", "推荐码", "Referral code"},
};

SheetCell text(const std::string& value) {
  return value.empty() ? SheetCell() : SheetCell(value);
}

SheetCell time(const std::optional<Instant>& at) {
  return at ? SheetCell(*at) : SheetCell();
}

/// Whose recommendation it is, as it looks to whoever reads: a group speaks of itself.
constexpr EnumLabel to_bureau[] = {{"group", "交易团推荐", "Trading group"},
                                   {"bureau", "主办方推荐", "Organizer"}};
constexpr EnumLabel to_group[] = {{"group", "本团推荐", "Our group"}, {"bureau", "来自主办方", "Organizer"}};

std::string source_words(InviteeSource source, const Caller& caller) {
  auto& labels = caller.scope.level == Scope::Level::everything ? to_bureau : to_group;
  return std::string(labels[source == InviteeSource::group ? 0 : 1].words(caller.locale));
}

std::vector<SheetCell> cells_of(const KeyInviteeRow& row, const std::string& mobile, const std::string& email,
                                const Caller& caller) {
  auto locale = caller.locale;
  auto label = [&](auto value) { return SheetCell(std::string(enum_words(value, locale))); };
  return {localized(locale, row.group_name_zh, row.group_name_en),
          text(localized(locale, row.subgroup_name_zh.value_or(""), row.subgroup_name_en.value_or(""))),
          source_words(row.source, caller),
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
         write_rows(caller, wire::from_json<KeyInviteeSelection>(parameters_json), sink);
       }});
}

import_export::SheetExport KeyInviteeService::export_later(const Caller& caller,
                                                           const KeyInviteeSelection& selection) {
  list(caller, selection, {1, 1, selection.sort.value_or("")});  // refuses a wrong order
  return database_.write([&](db::Tx& tx) {
    return exports_.start_later(
        tx, caller,
        {std::string(list_kind), wire::to_json(selection),
         caller.locale == Locale::en ? "Key organizations to invite" : "重点邀请单位"});
  });
}

void KeyInviteeService::write_rows(const Caller& caller, const KeyInviteeSelection& selection,
                                   import_export::RowSink& sink) {
  sink.set_total(list(caller, selection, {1, 1, ""}).total);
  auto all = database_.read([&](db::Tx& tx) {
    return store::list_ids(tx, caller, selection, selection.sort.value_or(""),
                           int(import_export::most_rows) + 1);
  });
  for (std::size_t at = 0; at < all.size(); at += piece) {
    std::vector<KeyInvitee> sealed;
    auto rows = database_.read([&](db::Tx& tx) {
      auto found = store::list_rows(tx, caller, selection, piece_of(all, at, piece));
      std::vector<KeyInviteeId> ids;
      for (auto& row : found) ids.push_back(row.id);
      sealed = ids.empty()
                   ? std::vector<KeyInvitee>()
                   : in_order(store::list_by_ids(tx, caller, ids), ids, [](auto& one) { return one.id; });
      return found;
    });
    for (std::size_t i = 0; i < rows.size(); ++i)
      sink.add_row(cells_of(rows[i], readable([&] { return mobile_of(sealed[i], cipher_); }),
                            readable([&] { return email_of(sealed[i], cipher_); }), caller));
  }
}

}  // namespace expogate::key_invitee
