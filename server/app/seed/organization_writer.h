#pragma once
#include <optional>
#include <string>

#include "app/seed/organization_maker.h"
#include "organization/history.h"

namespace expogate::seed {

/// Writes made organizations with their accounts into an edition, in whatever state, with the history that
/// leads there.
class OrganizationWriter {
 public:
  explicit OrganizationWriter(Services& services);

  /// Answers it as it was written. A past organization's account, or a given one, is used again.
  organization::Organization write(db::Tx& tx, MadeOrganization made, const EditionId& edition,
                                   organization::OrganizationState state, Instant registered_at,
                                   const std::optional<organization::Organization>& past = {},
                                   const std::optional<AccountId>& account = {});

 private:
  AccountId add_account(db::Tx& tx, const organization::Organization& organization,
                        const MadeOrganization& made);
  void add_history(db::Tx& tx, const organization::Organization& organization);
  Services& services_;
  std::string hash_;
};

}  // namespace expogate::seed
