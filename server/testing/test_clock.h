#pragma once
#include <atomic>

#include "base/time.h"

namespace expogate {

/// A clock that stands still until the test moves it.
class TestClock final : public Clock {
 public:
  /// 2025-10-01T00:00:00Z, in the registration time of the eighth edition.
  static constexpr Instant start{1'759'276'800'000};

  Instant now() const override { return {ms_.load()}; }
  void advance(Duration span) { ms_ += span.ms; }

 private:
  std::atomic<std::int64_t> ms_{start.ms};
};

}  // namespace expogate
