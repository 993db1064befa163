#pragma once
#include <optional>

#include "organization/organization.h"
#include "platform/db/tx.h"

namespace expogate::organization::store {

/// What has been typed and not submitted, sealed as a whole (暂存).
struct SealedDraft {
  OrganizationId id;
  int step = 1;
  std::string form_sealed;
  std::int64_t version = 0;
  Instant saved_at;
};
BOOST_DESCRIBE_STRUCT(SealedDraft, (), (id, step, form_sealed, version, saved_at))

std::optional<SealedDraft> find_draft(db::Tx& tx, const OrganizationId& id);
/// Version 0 writes the first one. False when another page has saved meanwhile.
bool save_draft(db::Tx& tx, const SealedDraft& draft, std::int64_t version_read);
void remove_draft(db::Tx& tx, const OrganizationId& id);

}  // namespace expogate::organization::store
