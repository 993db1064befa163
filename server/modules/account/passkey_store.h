#pragma once
#include "account/passkey.h"
#include "platform/db/tx.h"

namespace expogate::account::store {

std::vector<Passkey> list_passkeys(db::Tx& tx, const AccountId& account);
/// Only the account's own; a locked one is found too.
std::optional<Passkey> find_passkey(db::Tx& tx, const AccountId& account, std::string_view credential_id);
std::optional<Passkey> find_passkey(db::Tx& tx, const AccountId& account, const PasskeyId& id);
void add_passkey(db::Tx& tx, const Passkey& passkey);
void rename_passkey(db::Tx& tx, const PasskeyId& id, std::string_view name);
void remove_passkey(db::Tx& tx, const PasskeyId& id);
/// Compare-and-set on the count: of two requests with one count, one is refused.
bool use_passkey(db::Tx& tx, const Passkey& as_read, std::int64_t sign_count, Instant now);
void lock_passkey(db::Tx& tx, const PasskeyId& id, Instant now);

/// One open challenge per session and purpose: a new one takes the place of the old one.
void put_challenge(db::Tx& tx, const SessionId& session, PasskeyPurpose purpose, std::string_view challenge,
                   Instant expires_at);
/// The challenge, which is gone from then on.
std::optional<std::string> take_challenge(db::Tx& tx, const SessionId& session, PasskeyPurpose purpose,
                                          Instant now);
std::int64_t forget_passkey_challenges(db::Tx& tx, Instant before);

}  // namespace expogate::account::store
