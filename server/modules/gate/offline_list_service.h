#pragma once
#include "base/caller.h"
#include "edition/edition_service.h"
#include "gate/badge_reader.h"
#include "gate/offline_list.h"
#include "platform/db/database.h"

namespace expogate::gate {

/// All of it, or what is new since the version that the device has.
struct OfflineList {
  Instant at;  ///< its version: what to ask since next time
  Device device;
  Gate gate;
  edition::Edition edition;
  std::vector<std::pair<int, std::string>> public_keys;  ///< by edition number
  std::vector<ListedBadge> refused, reused;
};

class OfflineListService {
 public:
  OfflineListService(db::Database& database, const Clock& clock, const KeyRing& ring,
                     edition::EditionService& editions)
      : database_(database), clock_(clock), reader_(ring), editions_(editions) {}

  OfflineList get(const Caller& caller, std::optional<Instant> since, int queued);

 private:
  db::Database& database_;
  const Clock& clock_;
  BadgeReader reader_;
  edition::EditionService& editions_;
};

}  // namespace expogate::gate
