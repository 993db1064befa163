#pragma once
#include <mutex>

#include "base/locale.h"
#include "fair/fair.h"
#include "platform/db/database.h"

namespace expogate::fair {

/// The fair of this database, for everything that says its name or asks what it offers.
class FairService {
 public:
  FairService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  /// Asked by nearly every request, so it is remembered for a second. Nameless until a fair is applied.
  Fair get();
  bool has(Feature feature) { return get().has(feature); }
  /// Throws `fair.feature_closed`.
  void require(Feature feature);
  std::string short_name(Locale locale);
  std::string organizer(Locale locale);

 private:
  db::Database& database_;
  const Clock& clock_;
  std::mutex mutex_;
  std::optional<Fair> remembered_;
  Instant remembered_at_;
};

}  // namespace expogate::fair
