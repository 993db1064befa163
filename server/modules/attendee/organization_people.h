#pragma once
#include "organization/questions.h"

namespace expogate::attendee {

/// Tells the flow chart how far an organization's people are (ORG-12).
class OrganizationPeople final : public organization::People {
 public:
  organization::PeopleCounts count(db::Tx& tx, const OrganizationId& organization) override;
};

}  // namespace expogate::attendee
