#include "retention/retention.h"

namespace expogate::retention {
std::optional<Instant> due_at(const edition::Edition& edition, const RetentionPeriod& period) {
  if (!period.days) return std::nullopt;
  return fair_day_end(edition.show_to_on) + days(*period.days);
}

}  // namespace expogate::retention
