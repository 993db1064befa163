#include "app/fair_pack/pack_application.h"

#include <algorithm>

#include "account/consent_store.h"
#include "app/fair_pack/change_log.h"
#include "app/fair_pack/edition_application.h"
#include "app/operator_caller.h"
#include "audit/audit.h"
#include "edition/edition_store.h"
#include "fair/fair_store.h"
#include "trading_group/trading_group_store.h"

namespace expogate::fair_pack {
namespace {

/// Thrown through the transaction of a plan, so that nothing of it stays.
struct Undone {};

void apply_fair(db::Tx& tx, const fair::Fair& wanted, Changes& changes) {
  ChangeLog log(changes, "fair");
  auto found = fair::store::find(tx);
  if (!found) {
    log.added(wanted.name_en);
    return fair::store::write(tx, wanted);
  }
  auto after = wanted;
  after.version = found->version;
  if (log.changed(wanted.name_en, *found, after)) fair::store::write(tx, after);
}

void apply_consents(db::Tx& tx, const std::vector<account::ConsentText>& wanted, Changes& changes) {
  ChangeLog log(changes, "consent");
  auto existing = account::store::list_texts_in_force(tx);
  for (auto& text : wanted) {
    std::string name(enum_name(text.document));
    auto found = std::find_if(existing.begin(), existing.end(),
                              [&](auto& each) { return each.document == text.document; });
    if (found != existing.end() && *found == text) {
      log.unchanged();
    } else if (found != existing.end() && text.version <= found->version) {
      log.obstacle(name + " differs from what people agreed to: give it version " +
                   std::to_string(found->version + 1));
    } else {
      log.added(name + ", version " + std::to_string(text.version));
      account::store::add_text(tx, text);
    }
  }
}

void apply_letters(db::Tx& tx, const std::vector<messaging::MailingTemplate>& wanted, Changes& changes,
                   Instant now) {
  ChangeLog log(changes, "letter");
  auto existing = messaging::store::list_templates(tx);
  for (auto letter : wanted) {
    auto found = std::find_if(existing.begin(), existing.end(),
                              [&](auto& each) { return each.title_zh == letter.title_zh; });
    if (found == existing.end()) {
      letter.id = new_id<messaging::MailingTemplateId>(now);
      letter.changed_at = now;
      messaging::store::add_template(tx, letter);
      log.added(letter.title_en);
      continue;
    }
    letter.id = found->id;
    letter.changed_at = found->changed_at;
    letter.version = found->version;
    if (!log.changed(letter.title_en, *found, letter)) continue;
    letter.changed_at = now;
    expect(messaging::store::change_template(tx, letter, found->version), "nobody else writes here");
  }
}

void apply_messages(db::Tx& tx, const std::vector<messaging::MessageText>& wanted, Changes& changes) {
  ChangeLog log(changes, "message");
  for (auto& text : wanted) {
    auto found = messaging::store::find_message_text(tx, text.name);
    if (!found)
      log.added(text.name);
    else if (!log.changed(text.name, *found, text))
      continue;
    messaging::store::write_message_text(tx, text);
  }
}

/// Only the current edition's codes are the pack's; others were copied or given by the bureau.
void apply_invitation_code(db::Tx& tx, const EditionId& edition, const TradingGroupId& id,
                           const PackedGroup& packed, ChangeLog& log) {
  auto found = trading_group::store::find_invitation_code(tx, edition, id);
  auto wanted = packed.invitation_code;
  if (found && (wanted.empty() || *found == wanted)) return;
  if (wanted.empty()) wanted = trading_group::new_invitation_code();
  auto holder = trading_group::store::find_by_invitation_code(tx, edition, wanted);
  if (holder && *holder != id)
    return log.obstacle(packed.code + ": its invitation code belongs to another group");
  trading_group::store::set_invitation_code(tx, edition, id, wanted);
}

void apply_groups(db::Tx& tx, const FairPack& pack, Changes& changes, Instant now) {
  using namespace trading_group;
  ChangeLog log(changes, "trading group");
  auto current = edition::store::find_current(tx);
  if (!current) return;
  std::map<std::string, TradingGroupId> ids;
  int position = 0;
  for (auto& packed : pack.groups) {
    auto found = store::find_by_code(tx, packed.code);
    TradingGroup wanted{found ? found->id : TradingGroupId{packed.code},
                        packed.parent_code.empty() ? GroupKind::group : GroupKind::subgroup,
                        std::nullopt,
                        packed.family,
                        packed.code,
                        packed.name_zh,
                        packed.name_en,
                        ++position,
                        found ? found->state : GroupState::active,
                        found ? found->version : 1};
    if (!packed.parent_code.empty()) wanted.parent_id = ids.at(packed.parent_code);
    ids.emplace(packed.code, wanted.id);
    if (!found) {
      store::add(tx, wanted, now);
      log.added(packed.code + " " + packed.name_zh);
    } else if (found->parent_id != wanted.parent_id || found->kind != wanted.kind) {
      log.obstacle(packed.code + ": a group does not change its place in the tree");
    } else if (log.changed(packed.code, *found, wanted)) {
      expect(store::change(tx, wanted, found->version), "nobody else writes here");
    }
    apply_invitation_code(tx, current->id, wanted.id, packed, log);
  }
}

}  // namespace

bool Changes::is_empty() const {
  return std::all_of(counts.begin(), counts.end(),
                     [](auto& count) { return count.added == 0 && count.changed == 0; });
}

Changes apply_pack(db::Tx& tx, const FairPack& pack, Instant now) {
  Changes changes;
  apply_fair(tx, pack.fair, changes);
  apply_consents(tx, pack.consents, changes);
  apply_letters(tx, pack.letters, changes, now);
  apply_messages(tx, pack.messages, changes);
  for (auto& packed : pack.editions) apply_edition(tx, packed, changes, now);
  apply_groups(tx, pack, changes, now);
  if (changes.obstacles.empty() && !changes.is_empty())
    audit::record(tx, operator_caller(), now,
                  {"fair_pack_applied", "fair", "fair", "应用展会配置：" + pack.fair.name_zh, "null",
                   audit::snapshot(changes.lines)});
  return changes;
}

Changes plan_pack(db::Database& database, const FairPack& pack, Instant now) {
  Changes changes;
  try {
    database.write([&](db::Tx& tx) {
      changes = apply_pack(tx, pack, now);
      throw Undone();
    });
  } catch (const Undone&) {
    return changes;
  }
  return changes;
}

FairPack packed_fair(db::Tx& tx) {
  FairPack pack;
  pack.fair = fair::store::find(tx).value_or(fair::nameless_fair());
  pack.consents = account::consent_texts(tx);
  pack.letters = messaging::store::list_templates(tx);
  pack.messages = messaging::store::list_message_texts(tx);
  for (auto& edition : edition::store::list(tx)) pack.editions.push_back(packed_edition(tx, edition));
  std::reverse(pack.editions.begin(), pack.editions.end());
  auto current = edition::store::find_current(tx);
  std::map<std::string, std::string> codes;
  auto groups = trading_group::store::list_all(tx);
  for (auto& group : groups) codes.emplace(group.id.text, group.code);
  // As they stand on the screen, a group's subgroups behind it: the order is the pack's only word on
  // positions.
  std::stable_sort(groups.begin(), groups.end(), [](auto& a, auto& b) { return a.position < b.position; });
  for (auto& group : groups) {
    auto invitation =
        current ? trading_group::store::find_invitation_code(tx, current->id, group.id) : std::nullopt;
    pack.groups.push_back({group.code, group.parent_id ? codes.at(group.parent_id->text) : "", group.family,
                           group.name_zh, group.name_en, invitation.value_or("")});
  }
  return pack;
}

}  // namespace expogate::fair_pack
