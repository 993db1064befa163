#include "account/passkey_store.h"

#include <fmt/format.h>

namespace expogate::account::store {
namespace {

struct OpenChallenge {
  std::string challenge;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(OpenChallenge, (), (challenge, expires_at))

constexpr std::string_view columns =
    "id, account_id, name, credential_id, public_key, algorithm, sign_count, transports, created_at, "
    "last_used_at, locked_at";

}  // namespace

std::vector<Passkey> list_passkeys(db::Tx& tx, const AccountId& account) {
  return tx.query<Passkey>(
      fmt::format("select {} from passkeys where account_id = $1 order by created_at, id", columns), account);
}

std::optional<Passkey> find_passkey(db::Tx& tx, const AccountId& account, std::string_view credential_id) {
  return tx.one<Passkey>(
      fmt::format("select {} from passkeys where account_id = $1 and credential_id = $2", columns), account,
      credential_id);
}

std::optional<Passkey> find_passkey(db::Tx& tx, const AccountId& account, const PasskeyId& id) {
  return tx.one<Passkey>(fmt::format("select {} from passkeys where account_id = $1 and id = $2", columns),
                         account, id);
}

void add_passkey(db::Tx& tx, const Passkey& p) {
  tx.exec(R"(
      insert into passkeys (id, account_id, name, credential_id, public_key, algorithm, sign_count, transports, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
          p.id, p.account_id, p.name, p.credential_id, p.public_key, p.algorithm, p.sign_count, p.transports,
          p.created_at);
}

void rename_passkey(db::Tx& tx, const PasskeyId& id, std::string_view name) {
  tx.exec("update passkeys set name = $2 where id = $1", id, name);
}

void remove_passkey(db::Tx& tx, const PasskeyId& id) {
  tx.exec("delete from passkeys where id = $1", id);
}

bool use_passkey(db::Tx& tx, const Passkey& p, std::int64_t sign_count, Instant now) {
  return tx.exec(
             "update passkeys set sign_count = $3, last_used_at = $4 where id = $1 and sign_count = $2 and "
             "locked_at is null",
             p.id, p.sign_count, sign_count, now) == 1;
}

void lock_passkey(db::Tx& tx, const PasskeyId& id, Instant now) {
  tx.exec("update passkeys set locked_at = $2 where id = $1 and locked_at is null", id, now);
}

void put_challenge(db::Tx& tx, const SessionId& session, PasskeyPurpose purpose, std::string_view challenge,
                   Instant expires_at) {
  tx.exec(R"(
      insert into passkey_challenges (session_id, purpose, challenge, expires_at) values ($1, $2, $3, $4)
      on conflict (session_id, purpose) do update set challenge = excluded.challenge, expires_at = excluded.expires_at)",
          session, purpose, challenge, expires_at);
}

std::optional<std::string> take_challenge(db::Tx& tx, const SessionId& session, PasskeyPurpose purpose,
                                          Instant now) {
  auto open = tx.one<OpenChallenge>(
      "delete from passkey_challenges where session_id = $1 and purpose = $2 returning challenge, expires_at",
      session, purpose);
  if (!open || open->expires_at <= now) return std::nullopt;
  return open->challenge;
}

std::int64_t forget_passkey_challenges(db::Tx& tx, Instant before) {
  return tx.exec("delete from passkey_challenges where expires_at < $1", before);
}

}  // namespace expogate::account::store
