#include "key_invitee/invitation_links.h"

#include "audit/audit.h"
#include "platform/crypto/digest.h"

namespace expogate::key_invitee {

KeyInvitee InvitationLinks::get(db::Tx& tx, const EditionId& edition, const std::string& token) {
  auto found = store::find_by_token(tx, edition, sha256_hex(token), clock_.now());
  if (!found) throw Refusal(link_invalid);
  return *found;
}

KeyInvitationPreview InvitationLinks::open(const Caller& caller, const std::string& token) {
  auto k = database_.read([&](db::Tx& tx) { return get(tx, caller.edition, token); });
  if (!k.opened_at)
    database_.write([&](db::Tx& tx) {
      auto now = clock_.now();
      if (!store::note_opened(tx, k.id, now)) return;
      audit::record(tx, caller, now,
                    {"key_invitation_opened", "key_invitee", k.id.text, "受邀单位打开邀请链接 " + k.name});
    });
  auto group = groups_.find_group(k.subgroup_id.value_or(k.trading_group_id), caller.edition);
  expect(group.has_value(), "whoever invites exists");
  bool is_overseas = !k.uscc;
  return {is_overseas ? organization::Origin::overseas : organization::Origin::domestic,
          k.name,
          k.uscc,
          group->id,
          group->name_zh,
          group->name_en,
          is_overseas ? group->invitation_code : std::nullopt,
          k.referral_code,
          *k.link_expires_at};
}

void InvitationLinks::require(db::Tx& tx, const std::string& token,
                              const organization::Organization& organization) {
  auto k = get(tx, organization.edition_id, token);
  bool is_overseas = organization.origin == organization::Origin::overseas;
  if (k.uscc ? organization.uscc != k.uscc : !is_overseas)
    throw ValidationError(k.uscc ? "uscc" : "origin", link_of_another);
}

void InvitationLinks::use(db::Tx& tx, const std::string& token,
                          const organization::Organization& organization) {
  require(tx, token, organization);
  auto k = get(tx, organization.edition_id, token);
  // One with a code is known by it, wherever it registers; of an overseas one only the link knows.
  auto known_by = k.uscc ? std::nullopt : std::optional(organization.id);
  if (!store::use_link(tx, k.id, sha256_hex(token), known_by, clock_.now())) throw Refusal(link_invalid);
}

}  // namespace expogate::key_invitee
