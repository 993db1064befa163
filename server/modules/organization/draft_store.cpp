#include "organization/draft_store.h"

namespace expogate::organization::store {

std::optional<SealedDraft> find_draft(db::Tx& tx, const OrganizationId& id) {
  return tx.one<SealedDraft>(
      "select id, step, form_sealed, version, saved_at from organization_drafts where id = $1", id);
}

bool save_draft(db::Tx& tx, const SealedDraft& d, std::int64_t version_read) {
  if (version_read == 0)
    return tx.exec(R"(
        insert into organization_drafts (id, step, form_sealed, version, saved_at) values ($1, $2, $3, 1, $4)
        on conflict (id) do nothing)",
                   d.id, d.step, d.form_sealed, d.saved_at) == 1;
  return tx.exec(R"(
      update organization_drafts set step = $3, form_sealed = $4, saved_at = $5, version = version + 1
      where id = $1 and version = $2)",
                 d.id, version_read, d.step, d.form_sealed, d.saved_at) == 1;
}

void remove_draft(db::Tx& tx, const OrganizationId& id) {
  tx.exec("delete from organization_drafts where id = $1", id);
}

}  // namespace expogate::organization::store
