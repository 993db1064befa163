#pragma once
#include <vector>

#include "base/caller.h"
#include "edition/edition_service.h"
#include "gate/badge_reader.h"
#include "gate/scan_store.h"
#include "platform/db/database.h"

namespace expogate::gate {

struct NewScan {
  std::int64_t sequence = 0;
  std::string code;
  bool insists = false;
  int queued = 0;
};

/// What a device decided by itself.
struct OfflineScan {
  std::int64_t sequence = 0;
  std::string code;
  Instant scanned_at;
  GateId gate_id;
  Direction direction = Direction::entry;
  GateAnswer answer = GateAnswer::unknown;
  bool is_overridden = false;
};

/// A scan with the badge that was seen.
struct ScanOutcome {
  Scan scan;
  std::optional<SeenBadge> badge;
  std::vector<CivilDate> entry_days;
};

class ScanService {
 public:
  ScanService(db::Database& database, const Clock& clock, const KeyRing& ring,
              edition::EditionService& editions)
      : database_(database), clock_(clock), reader_(ring), editions_(editions) {}

  /// Decides and records at once. A repeated number is answered from the record.
  ScanOutcome scan(const Caller& caller, const NewScan& wanted);
  /// Records what happened without us; whatever is known already is known still. The device as it is then.
  Device sync(const Caller& caller, const std::vector<OfflineScan>& scans, int queued);

 private:
  struct ReadCode {
    std::optional<badge::BadgeCode> code;
    std::string hash;
  };
  edition::Edition edition_of(const Caller& caller);
  ReadCode read(const edition::Edition& edition, const std::string& text);
  ScanOutcome recorded(const Caller& caller, const edition::Edition& edition, std::int64_t sequence);
  Scan scan_of(db::Tx& tx, const Device& device, const edition::Edition& edition, const OfflineScan& told,
               const ReadCode& read, Instant now);
  db::Database& database_;
  const Clock& clock_;
  BadgeReader reader_;
  edition::EditionService& editions_;
};

}  // namespace expogate::gate
