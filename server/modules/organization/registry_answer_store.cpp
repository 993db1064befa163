#include "organization/registry_answer.h"

namespace expogate::organization::store {

void keep_registry_answer(db::Tx& tx, const RegistryAnswer& a) {
  tx.exec(R"(
      insert into registry_answers (organization_id, uscc, standing, name, asked_at) values ($1, $2, $3, $4, $5)
      on conflict (organization_id) do update set
        uscc = excluded.uscc, standing = excluded.standing, name = excluded.name, asked_at = excluded.asked_at)",
          a.organization_id, a.uscc, a.standing, a.name, a.asked_at);
}

std::optional<RegistryAnswer> find_registry_answer(db::Tx& tx, const OrganizationId& organization) {
  return tx.one<RegistryAnswer>(
      "select organization_id, uscc, standing, name, asked_at from registry_answers where organization_id = "
      "$1",
      organization);
}

}  // namespace expogate::organization::store
