#include "key_invitee/key_invitee_store.h"

#include <fmt/format.h>

#include "platform/db/list_query.h"
#include "platform/text/folding.h"

namespace expogate::key_invitee::store {
namespace {

constexpr std::string_view columns =
    "k.id, k.edition_id, k.trading_group_id, k.subgroup_id, k.source, k.uscc, k.organization_id, k.name, "
    "k.contact_name, k.contact_mobile_sealed, k.contact_mobile_masked, k.contact_email_sealed, "
    "k.contact_email_masked, k.level, k.reason, k.state, k.set_aside_reason, k.referral_code, k.token_hash, "
    "k.link_expires_at, k.invited_at, k.opened_at, k.used_at, k.invitation_count, k.created_at, k.version";

// What a group wants is its own business, and the bureau's; nothing here belongs to a subgroup.
db::ListQuery of_caller(const Caller& caller) {
  db::ListQuery query("key_invitees k", columns);
  query.where("k.edition_id = ?", caller.edition);
  query.where_reached(reach_of(caller.scope, {"", "k.trading_group_id", "k.trading_group_id"}));
  return query;
}

}  // namespace

std::vector<KeyInvitee> list_by_ids(db::Tx& tx, const Caller& caller, const std::vector<KeyInviteeId>& ids) {
  if (ids.empty()) return {};
  auto query = of_caller(caller);
  query.where_in("k.id", ids).order_by("", {}, "k.id", "k.id");
  return query.all<KeyInvitee>(tx);
}

std::optional<KeyInvitee> find(db::Tx& tx, const Caller& caller, const KeyInviteeId& id) {
  auto found = list_by_ids(tx, caller, {id});
  return found.empty() ? std::nullopt : std::optional(found.front());
}

KeyInvitee get(db::Tx& tx, const Caller& caller, const KeyInviteeId& id) {
  auto found = find(tx, caller, id);
  if (!found) throw NotFound();
  return *found;
}

std::optional<KeyInviteeId> find_same(db::Tx& tx, const KeyInvitee& k) {
  if (k.uscc)
    return tx.one<KeyInviteeId>(R"(
        select id from key_invitees
        where edition_id = $1 and trading_group_id = $2 and uscc = $3 and state <> 'withdrawn')",
                                k.edition_id, k.trading_group_id, *k.uscc);
  return tx.one<KeyInviteeId>(R"(
      select id from key_invitees
      where edition_id = $1 and trading_group_id = $2 and uscc is null and name_folded = $3
        and state <> 'withdrawn')",
                              k.edition_id, k.trading_group_id, folded_for_search(k.name));
}

void add(db::Tx& tx, const KeyInvitee& k) {
  tx.exec(R"(
      insert into key_invitees (id, edition_id, trading_group_id, subgroup_id, source, uscc, name, name_folded,
                                contact_name, contact_mobile_sealed, contact_mobile_masked, contact_email_sealed,
                                contact_email_masked, level, reason, state, set_aside_reason, referral_code,
                                invitation_count, created_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '', $17, 0, $18, 1))",
          k.id, k.edition_id, k.trading_group_id, k.subgroup_id, k.source, k.uscc, k.name,
          folded_for_search(k.name), k.contact_name, k.contact_mobile_sealed, k.contact_mobile_masked,
          k.contact_email_sealed, k.contact_email_masked, k.level, k.reason, k.state, k.referral_code,
          k.created_at);
}

bool change(db::Tx& tx, const KeyInvitee& k, std::int64_t version_read) {
  return tx.exec(R"(
      update key_invitees
      set subgroup_id = $3, uscc = $4, organization_id = $5, name = $6, name_folded = $7, contact_name = $8,
          contact_mobile_sealed = $9, contact_mobile_masked = $10, contact_email_sealed = $11,
          contact_email_masked = $12, level = $13, reason = $14, version = version + 1
      where id = $1 and version = $2)",
                 k.id, version_read, k.subgroup_id, k.uscc, k.organization_id, k.name,
                 folded_for_search(k.name), k.contact_name, k.contact_mobile_sealed, k.contact_mobile_masked,
                 k.contact_email_sealed, k.contact_email_masked, k.level, k.reason) == 1;
}

bool change_state(db::Tx& tx, const KeyInvitee& k, std::int64_t version_read) {
  return tx.exec(R"(
      update key_invitees
      set state = $3, set_aside_reason = $4, token_hash = $5, link_expires_at = $6, invited_at = $7,
          invitation_count = $8, version = version + 1
      where id = $1 and version = $2)",
                 k.id, version_read, k.state, k.set_aside_reason, k.token_hash, k.link_expires_at,
                 k.invited_at, k.invitation_count) == 1;
}

std::optional<KeyInvitee> find_by_token(db::Tx& tx, const EditionId& edition, const std::string& token_hash,
                                        Instant now) {
  return tx.one<KeyInvitee>(fmt::format("select {} from key_invitees k where k.token_hash = $1 and "
                                        "k.edition_id = $2 and k.link_expires_at > "
                                        "$3",
                                        columns),
                            token_hash, edition, now);
}

bool note_opened(db::Tx& tx, const KeyInviteeId& id, Instant now) {
  return tx.exec("update key_invitees set opened_at = $2 where id = $1 and opened_at is null", id, now) == 1;
}

bool use_link(db::Tx& tx, const KeyInviteeId& id, const std::string& token_hash,
              const std::optional<OrganizationId>& organization, Instant now) {
  return tx.exec(R"(
      update key_invitees set token_hash = null, organization_id = $3, used_at = $4
      where id = $1 and token_hash = $2)",
                 id, token_hash, organization, now) == 1;
}

InviteeRegistration registration_of(db::Tx& tx, const KeyInvitee& k) {
  auto group =
      k.uscc ? tx.one<std::string>(
                   "select coalesce(top_group_id, '') from organizations where edition_id = $1 and uscc "
                   "= $2",
                   k.edition_id, *k.uscc)
             : tx.one<std::string>("select coalesce(top_group_id, '') from organizations where id = $1",
                                   k.organization_id);
  if (!group) return InviteeRegistration::not_yet;
  return *group == k.trading_group_id.text ? InviteeRegistration::here : InviteeRegistration::elsewhere;
}

}  // namespace expogate::key_invitee::store
