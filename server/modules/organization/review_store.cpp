#include "organization/review_store.h"

namespace expogate::organization::store {

void visit(db::Tx& tx, const OrganizationId& id, const Caller& caller, Instant now, Instant before) {
  tx.exec(R"(
      insert into review_visits (organization_id, account_id, account_name, opened_at) values ($1, $2, $3, $4)
      on conflict (organization_id) do update
      set account_id = excluded.account_id, account_name = excluded.account_name, opened_at = excluded.opened_at
      where review_visits.account_id = excluded.account_id or review_visits.opened_at < $5)",
          id, caller.account, caller.name, now, before);
}

std::optional<ReviewVisit> find_visit(db::Tx& tx, const OrganizationId& id, Instant after) {
  return tx.one<ReviewVisit>(
      "select account_id, account_name, opened_at from review_visits where organization_id = $1 and "
      "opened_at > "
      "$2",
      id, after);
}

void end_visit(db::Tx& tx, const OrganizationId& id) {
  tx.exec("delete from review_visits where organization_id = $1", id);
}

}  // namespace expogate::organization::store
