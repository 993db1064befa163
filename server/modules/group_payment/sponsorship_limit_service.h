#pragma once
#include "group_payment/sponsorship_limit.h"
#include "platform/db/database.h"
#include "platform/wire/batch.h"

namespace expogate::group_payment {

class SponsorshipLimitService {
 public:
  SponsorshipLimitService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Page<LimitRow> list(const Caller& group, const LimitFilter& filter, const PageRequest& page);
  /// Nothing: the group's default counts again.
  LimitRow change(const Caller& group, const OrganizationId& id, std::optional<std::int64_t> persons,
                  std::int64_t version);
  std::vector<wire::BatchOutcome> change_many(const Caller& group, const std::vector<OrganizationId>& ids,
                                              std::optional<std::int64_t> persons);

 private:
  LimitRow change(db::Tx& tx, const Caller& group, const LimitRow& before,
                  std::optional<std::int64_t> persons);
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::group_payment
