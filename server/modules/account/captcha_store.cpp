#include "account/captcha_store.h"

namespace expogate::account::store {

bool use_challenge(db::Tx& tx, std::string_view salt, Instant expires_at) {
  return tx.exec("insert into used_challenges (id, expires_at) values ($1, $2) on conflict (id) do nothing",
                 salt, expires_at) == 1;
}

std::int64_t forget_challenges(db::Tx& tx, Instant before) {
  return tx.exec("delete from used_challenges where expires_at < $1", before);
}

}  // namespace expogate::account::store
