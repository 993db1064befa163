#include "organization/claim.h"
#include "platform/db/list_query.h"

namespace expogate::organization::store {

void add_claim(db::Tx& tx, const Claim& c) {
  tx.exec(R"(
      insert into uscc_claims (id, edition_id, uscc, organization_id, name_zh, contact_name, mobile_sealed, mobile_masked,
                               explanation, licence_id, state, opinion, filed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12))",
          c.id, c.edition_id, c.uscc, c.organization_id, c.name_zh, c.contact_name, c.mobile_sealed,
          c.mobile_masked, c.explanation, c.licence_id, c.state, c.filed_at);
}

std::optional<Claim> find_claim(db::Tx& tx, const EditionId& edition, const ClaimId& id) {
  return tx.one<Claim>(R"(
      select id, edition_id, uscc, organization_id, name_zh, contact_name, mobile_sealed, mobile_masked, explanation,
             licence_id, state, opinion, decided_by, filed_at, decided_at
      from uscc_claims where edition_id = $1 and id = $2)",
                       edition, id);
}

Page<ClaimRow> list_claims(db::Tx& tx, const EditionId& edition, std::optional<ClaimState> state,
                           const std::optional<ClaimId>& id, const PageRequest& page) {
  db::ListQuery query(
      "uscc_claims c",
      "c.id, c.uscc, c.name_zh, c.contact_name, c.mobile_masked, c.explanation, c.state, c.opinion, "
      "c.decided_by, c.filed_at, c.decided_at, o.id as holder_id, o.number as holder_number, "
      "o.name_zh as holder_name_zh, o.state as holder_state");
  query.join("join organizations o on o.id = c.organization_id");
  query.where("c.edition_id = ?", edition);
  if (state) query.where("c.state = ?", *state);
  if (id) query.where("c.id = ?", *id);
  query.order_by(page.sort, {{"filed_at", "c.filed_at"}}, "c.filed_at desc", "c.id");
  return query.page<ClaimRow>(tx, page);
}

bool decide_claim(db::Tx& tx, const ClaimId& id, ClaimState state, const std::string& opinion,
                  const std::string& decided_by, Instant now) {
  return tx.exec(R"(
      update uscc_claims set state = $2, opinion = $3, decided_by = $4, decided_at = $5
      where id = $1 and state = 'open')",
                 id, state, opinion, decided_by, now) == 1;
}

}  // namespace expogate::organization::store
