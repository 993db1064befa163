#pragma once
#include <optional>
#include <vector>

#include "account/account.h"
#include "account/session.h"
#include "platform/db/tx.h"

namespace expogate::account::store {

/// A living session by its token's hash.
std::optional<Session> find_session(db::Tx& tx, std::string_view token_hash, Instant now);
/// Whose first step this session is, if it is one.
std::optional<AccountId> find_account_of_first_step(db::Tx& tx, const SessionId& id);
std::vector<Session> list_sessions(db::Tx& tx, const AccountId& account, Instant now);
void add_session(db::Tx& tx, const Session& session, std::string_view token_hash);
void touch_session(db::Tx& tx, const SessionId& id, Instant now);
bool end_session(db::Tx& tx, const SessionId& id, const AccountId& account, Instant now);
void end_all_sessions(db::Tx& tx, const AccountId& account, Instant now);
/// Counts a try before it is judged; false when there are none left.
bool take_second_step_try(db::Tx& tx, const SessionId& id, int most);
std::int64_t forget_sessions(db::Tx& tx, Instant before);

}  // namespace expogate::account::store
