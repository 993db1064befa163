#include "account/consent_store.h"

namespace expogate::account::store {

std::vector<ConsentText> list_texts_in_force(db::Tx& tx) {
  return tx.query<ConsentText>(R"(
      select document, version, title_zh, title_en, text_zh, text_en from consent_texts t
      where version = (select max(version) from consent_texts where document = t.document))");
}

void add_text(db::Tx& tx, const ConsentText& t) {
  tx.exec(R"(
      insert into consent_texts (document, version, title_zh, title_en, text_zh, text_en)
      values ($1, $2, $3, $4, $5, $6))",
          t.document, t.version, t.title_zh, t.title_en, t.text_zh, t.text_en);
}

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
