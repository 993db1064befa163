#include "account/verification_code_store.h"

namespace expogate::account::store {

bool take_send(db::Tx& tx, std::string_view key, Instant now, Instant latest, int limit) {
  return tx.exec(R"(
      insert into code_sends (id, day_on, sends, last_at) values ($1, $2, 1, $3)
      on conflict (id) do update set
        sends = case when code_sends.day_on = excluded.day_on then code_sends.sends + 1 else 1 end,
        day_on = excluded.day_on, last_at = excluded.last_at
      where code_sends.last_at <= $4 and (code_sends.day_on <> excluded.day_on or code_sends.sends < $5))",
                 key, fair_date(now), now, latest, limit) == 1;
}

Instant last_send_at(db::Tx& tx, std::string_view key) {
  return tx.value<Instant>("select last_at from code_sends where id = $1", key);
}

void add_code(db::Tx& tx, const NewCode& c) {
  tx.exec(R"(
      insert into verification_codes (id, purpose, subject, target_index, code_hash, tries, created_at, expires_at)
      values ($1, $2, $3, $4, $5, 0, $6, $7))",
          c.id, c.purpose, c.subject, c.target_index, c.code_hash, c.created_at, c.expires_at);
}

std::optional<StoredCode> take_try(db::Tx& tx, CodePurpose purpose, std::string_view subject,
                                   std::string_view target_index, int most, Instant now) {
  return tx.one<StoredCode>(R"(
      update verification_codes set tries = tries + 1
      where id = (select id from verification_codes
                  where purpose = $1 and subject = $2 and target_index = $3 order by created_at desc, id desc limit 1)
        and tries < $4 and used_at is null and expires_at > $5
      returning id, code_hash)",
                            purpose, subject, target_index, most, now);
}

bool use_code(db::Tx& tx, std::string_view id, Instant now) {
  return tx.exec("update verification_codes set used_at = $2 where id = $1 and used_at is null", id, now) ==
         1;
}

std::int64_t forget_codes(db::Tx& tx, Instant before) {
  tx.exec("delete from code_sends where last_at < $1", before);
  return tx.exec("delete from verification_codes where expires_at < $1", before);
}

}  // namespace expogate::account::store
