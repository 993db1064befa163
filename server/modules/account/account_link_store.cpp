#include "account/account_link.h"
#include "platform/db/list_query.h"

namespace expogate::account::store {
namespace {

constexpr std::string_view columns =
    "id, account_id, token_hash, sent_to_masked, created_at, expires_at, used_at";

}  // namespace

void add_link(db::Tx& tx, const AccountLink& l) {
  tx.exec(R"(
      insert into account_links (id, account_id, token_hash, sent_to_masked, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6))",
          l.id, l.account_id, l.token_hash, l.sent_to_masked, l.created_at, l.expires_at);
}

std::optional<AccountLink> find_link(db::Tx& tx, std::string_view token_hash) {
  return tx.one<AccountLink>("select " + std::string(columns) + " from account_links where token_hash = $1",
                             token_hash);
}

std::vector<AccountLink> list_newest_links(db::Tx& tx, const std::vector<AccountId>& accounts) {
  if (accounts.empty()) return {};
  db::ListQuery query("account_links l", columns);
  query.where("id = (select max(n.id) from account_links n where n.account_id = l.account_id)");
  return query.where_in("account_id", accounts).all<AccountLink>(tx);
}

bool use_link(db::Tx& tx, const AccountLinkId& id, Instant now) {
  return tx.exec(
             "update account_links set used_at = $2 where id = $1 and used_at is null and expires_at > $2",
             id, now) == 1;
}

void end_links(db::Tx& tx, const AccountId& account, Instant now) {
  tx.exec(
      "update account_links set expires_at = $2 where account_id = $1 and used_at is null and expires_at > "
      "$2",
      account, now);
}

}  // namespace expogate::account::store
