#include "account/session_store.h"

namespace expogate::account::store {

std::optional<Session> find_session(db::Tx& tx, std::string_view token_hash, Instant now) {
  return tx.one<Session>(R"(
      select id, account_id, stage, second_step_tries, created_at, last_seen_at, expires_at, ip, user_agent
      from sessions where token_hash = $1 and ended_at is null and expires_at > $2 and last_seen_at > $3)",
                         token_hash, now, now - session_idle_limit);
}

std::optional<AccountId> find_account_of_first_step(db::Tx& tx, const SessionId& id) {
  return tx.one<AccountId>(
      "select account_id from sessions where id = $1 and stage = 'second_step' and ended_at is null", id);
}

std::vector<Session> list_sessions(db::Tx& tx, const AccountId& account, Instant now) {
  return tx.query<Session>(R"(
      select id, account_id, stage, second_step_tries, created_at, last_seen_at, expires_at, ip, user_agent
      from sessions
      where account_id = $1 and ended_at is null and stage = 'full' and expires_at > $2 and last_seen_at > $3
      order by created_at desc)",
                           account, now, now - session_idle_limit);
}

void add_session(db::Tx& tx, const Session& s, std::string_view token_hash) {
  tx.exec(R"(
      insert into sessions (id, token_hash, account_id, stage, second_step_tries, created_at, last_seen_at, expires_at, ip, user_agent)
      values ($1, $2, $3, $4, 0, $5, $6, $7, $8, $9))",
          s.id, token_hash, s.account_id, s.stage, s.created_at, s.last_seen_at, s.expires_at, s.ip,
          s.user_agent);
}

void touch_session(db::Tx& tx, const SessionId& id, Instant now) {
  tx.exec("update sessions set last_seen_at = $2 where id = $1 and ended_at is null and last_seen_at < $2",
          id, now);
}

bool end_session(db::Tx& tx, const SessionId& id, const AccountId& account, Instant now) {
  return tx.exec("update sessions set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null",
                 id, account, now) == 1;
}

void end_all_sessions(db::Tx& tx, const AccountId& account, Instant now) {
  tx.exec("update sessions set ended_at = $2 where account_id = $1 and ended_at is null", account, now);
}

bool take_second_step_try(db::Tx& tx, const SessionId& id, int most) {
  return tx.exec(
             "update sessions set second_step_tries = second_step_tries + 1 where id = $1 and "
             "second_step_tries < $2 and ended_at is null",
             id, most) == 1;
}

std::int64_t forget_sessions(db::Tx& tx, Instant before) {
  return tx.exec("delete from sessions where expires_at < $1", before);
}

}  // namespace expogate::account::store
