#pragma once
#include "quota/quota_ledger.h"
#include "quota/quota_store.h"

namespace expogate::quota {

/// Places under people, inside the transaction that makes them VIPs or staff (QTA-03, QTA-04). Refusals come
/// before anything is written.
class PlaceService {
 public:
  explicit PlaceService(const Clock& clock) : clock_(clock) {}

  /// Somebody of an organization sits down on what their group has given to it.
  void take(db::Tx& tx, const Caller& caller, const store::Recipient& organization,
            const std::string& attendee_id, BadgeType type);
  /// A group upgrades somebody at its own cost; the place that they had goes back to whose it was.
  void upgrade(db::Tx& tx, const Caller& group, const EditionId& edition, const std::string& attendee_id,
               BadgeType type);
  /// The place goes back to whose it was; nothing when there is none.
  void give_back(db::Tx& tx, const Caller& caller, const std::string& attendee_id);

 private:
  const Clock& clock_;
};

}  // namespace expogate::quota
