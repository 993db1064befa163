#pragma once
#include "organization/organization.h"

/// What this module tells upwards, inside the transaction in which it happened.
namespace expogate::organization {

struct OrganizationRegistered {
  OrganizationId id;
};

/// Approved, returned or rejected, by people or silently.
struct OrganizationDecided {
  OrganizationId id;
  OrganizationState state = OrganizationState::approved;
};

/// ORG-08: a field on the badge's face (the name) may have changed.
struct OrganizationChanged {
  OrganizationId id;
};

struct OrganizationMoved {
  OrganizationId id;
  std::optional<TradingGroupId> from, to;
};

}  // namespace expogate::organization
