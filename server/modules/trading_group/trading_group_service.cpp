#include "trading_group/trading_group_service.h"

#include "audit/audit.h"
#include "platform/db/refusing_taken.h"

namespace expogate::trading_group {
namespace {

constexpr std::size_t piece = 200;

}  // namespace

std::vector<store::PublicGroup> TradingGroupService::list_public(
    std::optional<GroupKind> kind, const std::optional<TradingGroupId>& parent) {
  return database_.read([&](db::Tx& tx) { return store::list_public(tx, kind, parent); });
}

Page<TradingGroupRow> TradingGroupService::list_groups(const Caller& caller, const store::GroupFilter& filter,
                                                       const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller.edition, filter, page); });
}

import_export::SheetExport TradingGroupService::export_groups_later(const Caller& caller,
                                                                    const store::SortedGroups& wanted) {
  list_groups(caller, wanted, {1, 1, wanted.sort.value_or("")});  // refuses a wrong order
  auto title = caller.locale == Locale::en ? "Trading groups" : "交易团名单";
  return database_.write([&](db::Tx& tx) {
    return exports_.start_later(tx, caller, {std::string(list_kind), wire::to_json(wanted), title});
  });
}

messaging::Mailing TradingGroupService::add_mailing(const Caller& caller, const store::GroupFilter& filter,
                                                    const messaging::MailingText& text,
                                                    std::int64_t confirmed) {
  auto wanted = mailing_to(caller, filter, text);
  wanted.confirmed_count = confirmed;
  return database_.write([&](db::Tx& tx) { return mailings_.add_mailing(tx, caller, wanted); });
}

messaging::MailingPreview TradingGroupService::preview_mailing(const Caller& caller,
                                                               const store::GroupFilter& filter,
                                                               const messaging::MailingText& text) {
  return mailings_.preview(caller, mailing_to(caller, filter, text));
}

messaging::NewMailing TradingGroupService::mailing_to(const Caller& caller, const store::GroupFilter& filter,
                                                      const messaging::MailingText& text) {
  return {std::string(list_kind), wire::to_json(filter), text, sender_name(caller), 0};
}

std::string TradingGroupService::sender_name(const Caller& caller) {
  if (caller.scope.level != Scope::Level::group) return fairs_.organizer(caller.locale);
  auto group = get_own(caller);
  return caller.locale == Locale::en ? group.name_en : group.name_zh;
}

std::vector<messaging::Recipient> TradingGroupService::list_recipients(const Caller& caller,
                                                                       const store::GroupFilter& filter,
                                                                       const TradingGroupId& after,
                                                                       int limit) {
  return database_.read([&](db::Tx& tx) {
    auto last = after.is_empty() ? std::nullopt : store::find(tx, after);
    auto groups = store::list_after(tx, caller.edition, filter, last, limit);
    std::vector<TradingGroupId> ids;
    for (auto& group : groups) ids.push_back(group.id);
    auto contacts = accounts_.list_group_contacts(tx, ids);
    std::vector<messaging::Recipient> recipients;
    for (auto& group : groups) {
      auto& contact = contacts[group.id];
      auto& name = contact.locale == Locale::en ? group.name_en : group.name_zh;
      recipients.push_back({group.id.text, group.name_zh, contact.email, name, contact.name, contact.locale});
    }
    return recipients;
  });
}

std::int64_t TradingGroupService::count_groups(const Caller& caller, const store::GroupFilter& filter) {
  return database_.read([&](db::Tx& tx) { return store::count(tx, caller.edition, filter); });
}

void TradingGroupService::walk_groups(const Caller& caller, const store::SortedGroups& wanted,
                                      const std::function<void(const TradingGroupRow&)>& visit) {
  for (int number = 1;; ++number) {
    auto page = list_groups(caller, wanted, {number, int(piece), wanted.sort.value_or("")});
    for (auto& group : page.items) visit(group);
    if (page.items.size() < piece) return;
  }
}

TradingGroupRow TradingGroupService::get_row(db::Tx& tx, const Caller& caller, const TradingGroupId& id) {
  store::GroupFilter filter;
  filter.ids = {id};
  auto page = store::list(tx, caller.edition, filter, {1, 1, ""});
  if (page.items.empty()) throw NotFound();
  return page.items.front();
}

TradingGroupRow TradingGroupService::get_own(const Caller& caller) {
  if (caller.scope.level != Scope::Level::group) throw NotFound();
  return database_.read([&](db::Tx& tx) { return get_row(tx, caller, caller.scope.group); });
}

std::vector<TradingGroupRow> TradingGroupService::list_own_subgroups(const Caller& caller) {
  if (caller.scope.level != Scope::Level::group || caller.scope.is_subgroup) return {};
  store::GroupFilter filter;
  filter.parent_id = caller.scope.group;
  return database_.read([&](db::Tx& tx) {
    return store::list(tx, caller.edition, filter, {1, 200, ""}).items;
  });
}

void TradingGroupService::require_place(db::Tx& tx, const NewGroup& wanted) {
  bool is_subgroup = wanted.kind == GroupKind::subgroup;
  if (is_subgroup != wanted.parent_id.has_value()) throw ValidationError("parent_id", group_has_no_parent);
  if (!is_subgroup) return;
  auto parent = store::find(tx, *wanted.parent_id);
  if (!parent) throw ValidationError("parent_id", group_has_no_parent);
  if (parent->kind == GroupKind::subgroup) throw ValidationError("parent_id", group_too_deep);
}

account::NewAccount main_account_of(const TradingGroup& group, const std::string& login_name,
                                    const std::optional<std::string>& mobile,
                                    const std::optional<std::string>& email) {
  account::NewAccount main;
  main.kind = account::AccountKind::group;
  main.role = account::Role::group_admin;
  main.login_name = login_name;
  main.display_name = group.name_zh;
  main.mobile = mobile;
  main.email = email;
  main.scope_level =
      group.kind == GroupKind::subgroup ? account::ScopeLevel::subgroup : account::ScopeLevel::group;
  main.trading_group_id = group.id;
  return main;
}

GroupWithLink TradingGroupService::add_group(const Caller& caller, const NewGroup& wanted) {
  fairs_.require(fair::Feature::trading_groups);
  auto now = clock_.now();
  TradingGroup group{new_id<TradingGroupId>(now),
                     wanted.kind,
                     wanted.parent_id,
                     wanted.family,
                     "",
                     wanted.name_zh,
                     wanted.name_en,
                     1000,
                     wanted.state,
                     1};
  group.code = wanted.code.empty() ? group.id.text : wanted.code;
  auto main = main_account_of(group, wanted.login_name, wanted.mobile, wanted.email);
  return db::refusing_taken("login", "login_name", account::login_name_taken, [&] {
    return database_.write([&](db::Tx& tx) {
      require_place(tx, wanted);
      store::add(tx, group, now);
      store::set_invitation_code(tx, caller.edition, group.id, new_invitation_code());
      auto added = accounts_.add_linked(tx, caller, main);
      audit::record(tx, caller, now,
                    {"trading_group_added", "trading_group", group.id.text, "新增交易团：" + group.name_zh,
                     "null", audit::snapshot(group)});
      return GroupWithLink{get_row(tx, caller, group.id), added.link};
    });
  });
}

TradingGroupRow TradingGroupService::change_group(const Caller& caller, const TradingGroupId& id,
                                                  const std::string& name_zh, const std::string& name_en,
                                                  GroupState state, std::int64_t version) {
  return database_.write([&](db::Tx& tx) {
    auto before = store::find(tx, id);
    if (!before) throw NotFound();
    auto after = *before;
    after.name_zh = name_zh;
    after.name_en = name_en;
    after.state = state;
    if (!store::change(tx, after, version)) throw Stale();
    audit::record(tx, caller, clock_.now(),
                  {"trading_group_changed", "trading_group", id.text, "修改交易团：" + before->name_zh,
                   audit::snapshot(*before), audit::snapshot(after)});
    return get_row(tx, caller, id);
  });
}

TradingGroupRow TradingGroupService::renew_invitation_code(const Caller& caller, const TradingGroupId& id) {
  return database_.write([&](db::Tx& tx) {
    auto before = get_row(tx, caller, id);
    store::set_invitation_code(tx, caller.edition, id, new_invitation_code());
    audit::record(tx, caller, clock_.now(),
                  {"invitation_code_renewed", "trading_group", id.text, "更换邀请码：" + before.name_zh});
    return get_row(tx, caller, id);
  });
}

bool TradingGroupService::is_choosable(db::Tx& tx, const TradingGroupId& id) {
  auto group = store::find(tx, id);
  if (!group || group->state != GroupState::active) return false;
  return group->kind == GroupKind::subgroup || !requires_subgroup(group->family);
}

TradingGroupId TradingGroupService::top_of(db::Tx& tx, const TradingGroupId& id) {
  auto group = store::find(tx, id);
  expect(group.has_value(), "a group that something belongs to exists");
  return group->parent_id.value_or(id);
}

std::optional<TradingGroupId> TradingGroupService::find_by_invitation_code(db::Tx& tx,
                                                                           const EditionId& edition,
                                                                           const std::string& code) {
  return store::find_by_invitation_code(tx, edition, code);
}

std::optional<account::TradingGroupRef> TradingGroupService::find_group(const TradingGroupId& id,
                                                                        const EditionId& edition) {
  return database_.read([&](db::Tx& tx) -> std::optional<account::TradingGroupRef> {
    auto group = store::find(tx, id);
    if (!group) return std::nullopt;
    return account::TradingGroupRef{id,
                                    group->kind == GroupKind::group ? account::AffiliationKind::group
                                                                    : account::AffiliationKind::subgroup,
                                    group->name_zh, group->name_en,
                                    store::find_invitation_code(tx, edition, id)};
  });
}

}  // namespace expogate::trading_group
