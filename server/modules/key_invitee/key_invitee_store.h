#pragma once
#include "key_invitee/key_invitee.h"
#include "platform/db/tx.h"

namespace expogate::key_invitee::store {

/// One of the caller's group, or of any for the bureau.
std::optional<KeyInvitee> find(db::Tx& tx, const Caller& caller, const KeyInviteeId& id);
KeyInvitee get(db::Tx& tx, const Caller& caller, const KeyInviteeId& id);
std::vector<KeyInvitee> list_by_ids(db::Tx& tx, const Caller& caller, const std::vector<KeyInviteeId>& ids);
/// The group's own that means the same organization, and was not withdrawn.
std::optional<KeyInviteeId> find_same(db::Tx& tx, const KeyInvitee& like);
void add(db::Tx& tx, const KeyInvitee& invitee);
/// What was written about it. False: somebody else was first; so for all that follow.
bool change(db::Tx& tx, const KeyInvitee& invitee, std::int64_t version_read);
/// Its state and its link, as they stand in `invitee`.
bool change_state(db::Tx& tx, const KeyInvitee& invitee, std::int64_t version_read);

/// By the link that is good now, whoever's it is.
std::optional<KeyInvitee> find_by_token(db::Tx& tx, const EditionId& edition, const std::string& token_hash,
                                        Instant now);
/// False when it was opened before.
bool note_opened(db::Tx& tx, const KeyInviteeId& id, Instant now);
/// Compare-and-set: a link registers one organization. Whoever comes second waits for the first one's
/// transaction.
bool use_link(db::Tx& tx, const KeyInviteeId& id, const std::string& token_hash,
              const std::optional<OrganizationId>& organization, Instant now);

/// Where its organization is registered by now.
InviteeRegistration registration_of(db::Tx& tx, const KeyInvitee& invitee);

}  // namespace expogate::key_invitee::store
