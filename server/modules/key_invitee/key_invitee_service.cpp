#include "key_invitee/key_invitee_service.h"

#include "audit/audit.h"
#include "base/uscc.h"
#include "key_invitee/key_invitee_store.h"
#include "platform/db/refusing_taken.h"

namespace expogate::key_invitee {
namespace {

/// The words above a form are judged where they are taken; here what needs the rules of the field.
void require_sane(const InviteeForm& form) {
  if (!form.uscc) return;
  if (auto* wrong = why_not_uscc(*form.uscc)) throw ValidationError("uscc", *wrong);
}

std::string line_text(const char* what, const KeyInvitee& k) {
  return what + k.name + (k.uscc ? " " + *k.uscc : "");
}

/// Two at the same moment: the index knows.
template <class Write>
auto refusing_same(Write&& write) {
  return db::refusing_taken("uscc", "uscc", invitee_taken, [&] {
    return db::refusing_taken("name_folded", "name", invitee_taken,
                              [&] { return db::refusing_taken("overseas", "name", invitee_taken, write); });
  });
}

}  // namespace

std::vector<InviteeLine> lines_of(std::vector<KeyInvitee> found) {
  std::vector<InviteeLine> lines;
  for (auto& k : found) {
    auto id = k.id;
    auto code = k.uscc.value_or("");
    auto name = k.name;
    lines.push_back({id, code, name, name, std::move(k)});
  }
  return lines;
}

InviteeState require_action(const Caller& caller, const KeyInvitee& k, InviteeAction action) {
  if (auto* why_not = why_not_theirs(caller.scope, k.source, action)) throw Refusal(*why_not);
  auto next = next_state(k.state, action);
  if (!next) throw Refusal(k.state == InviteeState::withdrawn ? invitee_withdrawn : invitee_set_aside);
  return *next;
}

Page<KeyInviteeRow> KeyInviteeService::list(const Caller& caller, const KeyInviteeFilter& filter,
                                            const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller, filter, page); });
}

KeyInviteeFigures KeyInviteeService::count(const Caller& caller, const std::optional<TradingGroupId>& group) {
  return database_.read([&](db::Tx& tx) { return store::count(tx, caller, group); });
}

TradingGroupId KeyInviteeService::group_of(db::Tx& tx, const Caller& caller, const InviteeForm& form) {
  bool is_bureau = caller.scope.level == Scope::Level::everything;
  if (!is_bureau && (caller.scope.level != Scope::Level::group || caller.scope.is_subgroup))
    throw NotAllowed();
  if (!is_bureau) return caller.scope.group;
  auto group = form.trading_group_id ? groups_.find(tx, *form.trading_group_id) : std::nullopt;
  if (!group || group->kind != trading_group::GroupKind::group ||
      group->state != trading_group::GroupState::active)
    throw ValidationError("trading_group_id", group_missing);
  return group->id;
}

void KeyInviteeService::take_form(db::Tx& tx, KeyInvitee& k, const InviteeForm& form) {
  static_cast<Recommendation&>(k) = form;
  if (form.mobile) set_mobile(k, cipher_, *form.mobile);
  if (form.email) set_email(k, cipher_, *form.email);
  if (k.subgroup_id) {
    auto subgroup = groups_.find(tx, *k.subgroup_id);
    if (!subgroup || subgroup->parent_id != k.trading_group_id)
      throw ValidationError("subgroup_id", subgroup_not_below);
  }
  if (auto same = store::find_same(tx, k); same && *same != k.id)
    throw ValidationError(k.uscc ? "uscc" : "name", invitee_taken);
}

KeyInviteeRow KeyInviteeService::add(const Caller& caller, const InviteeForm& form) {
  require_sane(form);
  return refusing_same([&] {
    return database_.write([&](db::Tx& tx) {
      KeyInvitee k;
      k.created_at = clock_.now();
      k.id = new_id<KeyInviteeId>(k.created_at);
      k.edition_id = caller.edition;
      k.trading_group_id = group_of(tx, caller, form);
      k.source =
          caller.scope.level == Scope::Level::everything ? InviteeSource::bureau : InviteeSource::group;
      k.referral_code = new_referral_code();
      take_form(tx, k, form);
      store::add(tx, k);
      audit::record(tx, caller, k.created_at,
                    {"key_invitee_added", "key_invitee", k.id.text, line_text("推荐重点邀请单位 ", k), "null",
                     audit::snapshot(snapshot_of(k))});
      return store::get_row(tx, caller, k.id);
    });
  });
}

KeyInviteeRow KeyInviteeService::change(const Caller& caller, const KeyInviteeId& id, const InviteeForm& form,
                                        std::int64_t version) {
  require_sane(form);
  return refusing_same([&] {
    return database_.write([&](db::Tx& tx) {
      auto before = store::get(tx, caller, id);
      require_action(caller, before, InviteeAction::change);
      if (before.version != version) throw Stale();
      bool is_of_another =
          before.source == InviteeSource::bureau && caller.scope.level != Scope::Level::everything;
      if (auto wrong = bureau_fields_changed(before, form); is_of_another && !wrong.empty())
        throw ValidationError(wrong);
      auto after = before;
      take_form(tx, after, form);
      if (after.uscc) after.organization_id.reset();
      if (!store::change(tx, after, version)) throw Stale();
      audit::record(tx, caller, clock_.now(),
                    {"key_invitee_changed", "key_invitee", id.text, line_text("修改重点邀请单位 ", after),
                     audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
      return store::get_row(tx, caller, id);
    });
  });
}

void KeyInviteeService::end(db::Tx& tx, const Caller& caller, const KeyInvitee& before, InviteeAction action,
                            const std::string& reason) {
  auto after = before;
  after.state = require_action(caller, before, action);
  after.set_aside_reason = reason;
  after.token_hash.reset();
  if (!store::change_state(tx, after, before.version)) throw Stale();
  bool is_withdrawn = action == InviteeAction::withdraw;
  audit::record(tx, caller, clock_.now(),
                {is_withdrawn ? "key_invitee_withdrawn" : "key_invitee_set_aside", "key_invitee",
                 before.id.text, line_text(is_withdrawn ? "撤回重点邀请单位 " : "搁置重点邀请单位 ", before),
                 audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
}

std::vector<wire::BatchOutcome> KeyInviteeService::end_each(const Caller& caller,
                                                            const std::vector<KeyInviteeId>& ids,
                                                            InviteeAction action, const std::string& reason) {
  wire::require_batch("invitees", ids);
  return database_.write([&](db::Tx& tx) {
    return wire::do_each(tx, ids, lines_of(store::list_by_ids(tx, caller, ids)), caller.locale,
                         [&](const InviteeLine& line) { end(tx, caller, line.invitee, action, reason); });
  });
}

std::vector<wire::BatchOutcome> KeyInviteeService::withdraw(const Caller& caller,
                                                            const std::vector<KeyInviteeId>& ids) {
  return end_each(caller, ids, InviteeAction::withdraw, "");
}

std::vector<wire::BatchOutcome> KeyInviteeService::set_aside(const Caller& caller,
                                                             const std::vector<KeyInviteeId>& ids,
                                                             const std::string& reason) {
  return end_each(caller, ids, InviteeAction::set_aside, reason);
}

std::string KeyInviteeService::unmask(const Caller& caller, const KeyInviteeId& id, ContactField field,
                                      const std::string& reason) {
  return database_.write([&](db::Tx& tx) {
    auto k = store::get(tx, caller, id);
    bool is_mobile = field == ContactField::mobile;
    auto value = is_mobile ? mobile_of(k, cipher_) : email_of(k, cipher_);
    if (value.empty()) throw NotFound();
    audit::record(tx, caller, clock_.now(),
                  {"contact_unmasked", "key_invitee", id.text,
                   "查看重点邀请单位联系人" + std::string(is_mobile ? "手机" : "邮箱") + " " + k.name +
                       "，理由：" + reason});
    return value;
  });
}

}  // namespace expogate::key_invitee
