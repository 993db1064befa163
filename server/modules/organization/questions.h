#pragma once
#include "base/id.h"
#include "platform/db/tx.h"

/// What this module needs to know from those above it; `app/services` introduces who answers.
namespace expogate::organization {

/// How far an organization's people are.
struct PeopleCounts {
  std::int64_t unfinished = 0;  ///< to be filled in or confirmed
  std::int64_t returned = 0;    ///< to be corrected as the review says
  std::int64_t unpaid = 0;      ///< complete, and not submitted yet
  std::int64_t in_review = 0, approved = 0;
};

class People {
 public:
  virtual ~People() = default;
  virtual PeopleCounts count(db::Tx& tx, const OrganizationId& organization) = 0;
};

struct Organization;

/// Links by which an organization was invited to register (GRP-05).
class Invitations {
 public:
  virtual ~Invitations() = default;
  /// Throws unless the link is good and meant for it.
  virtual void require(db::Tx& tx, const std::string& token, const Organization& organization) = 0;
  /// It has registered with the link, which is good no more; throws when somebody was first.
  virtual void use(db::Tx& tx, const std::string& token, const Organization& organization) = 0;
};

}  // namespace expogate::organization
