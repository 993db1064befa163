#include "account/sign_in_store.h"

#include "platform/db/list_query.h"

namespace expogate::account::store {

std::optional<SignInLock> find_lock(db::Tx& tx, std::string_view key, Instant window_start) {
  return tx.one<SignInLock>(
      "select failures, locked_until from sign_in_locks where id = $1 and first_failure_at > $2", key,
      window_start);
}

std::optional<SignInLock> take_attempt(db::Tx& tx, std::string_view key, Instant now, Instant window_start,
                                       Instant lock_until, int most) {
  return tx.one<SignInLock>(R"(
      insert into sign_in_locks (id, failures, first_failure_at, locked_until) values ($1, 1, $2, null)
      on conflict (id) do update set
        failures = case when sign_in_locks.first_failure_at <= $3 then 1 else sign_in_locks.failures + 1 end,
        first_failure_at = case when sign_in_locks.first_failure_at <= $3 then cast($2 as bigint) else sign_in_locks.first_failure_at end,
        locked_until = case when sign_in_locks.first_failure_at > $3 and sign_in_locks.failures + 1 >= $5 then cast($4 as bigint) else null end
      where sign_in_locks.locked_until is null or sign_in_locks.locked_until <= $2
      returning failures, locked_until)",
                            key, now, window_start, lock_until, most);
}

std::vector<LockedName> list_locked(db::Tx& tx, const std::vector<std::string>& keys, Instant now) {
  db::ListQuery query("sign_in_locks", "id, locked_until");
  query.where_in("id", keys).where("locked_until > ?", now).order_by("", {}, "locked_until", "id");
  return query.all<LockedName>(tx);
}

void clear_lock(db::Tx& tx, std::string_view key) {
  tx.exec("delete from sign_in_locks where id = $1", key);
}

std::int64_t forget_locks(db::Tx& tx, Instant before) {
  return tx.exec(
      "delete from sign_in_locks where first_failure_at < $1 and (locked_until is null or locked_until < $1)",
      before);
}

void note(db::Tx& tx, const AccountId& account, const SignIn& s) {
  tx.exec(
      "insert into sign_ins (id, account_id, at, outcome, ip, user_agent) values ($1, $2, $3, $4, $5, $6)",
      s.id, account, s.at, s.outcome, s.ip, s.user_agent);
}

Page<SignIn> list_sign_ins(db::Tx& tx, const AccountId& account, const PageRequest& page) {
  db::ListQuery query("sign_ins", "id, at, outcome, ip, user_agent");
  query.where("account_id = ?", account).order_by(page.sort, {{"at", "at"}}, "at desc", "id");
  return query.page<SignIn>(tx, page);
}

}  // namespace expogate::account::store
