#include "account/consent_store.h"

namespace expogate::account::store {

std::vector<Consent> list_consents(db::Tx& tx, const AccountId& account) {
  return tx.query<Consent>(
      "select document, document_version, given_at from consents where account_id = $1 order by given_at",
      account);
}

bool add_consent(db::Tx& tx, const Caller& caller, const Consent& consent) {
  return tx.exec(R"(
      insert into consents (account_id, document, document_version, given_at, ip) values ($1, $2, $3, $4, $5)
      on conflict (account_id, document, document_version) do nothing)",
                 caller.account, consent.document, consent.document_version, consent.given_at,
                 caller.ip) == 1;
}

}  // namespace expogate::account::store
