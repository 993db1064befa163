#pragma once
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/time.h"

namespace expogate::wire {

/// So many a minute for each key, in bursts of at most a quarter of that. Kept in memory: a limit against
/// abuse, not an account; rules that must hold exactly are kept in the database.
class RateLimit {
 public:
  explicit RateLimit(int per_minute) : per_minute_(per_minute) {}

  /// Zero when there is room (and takes it), else the seconds to wait.
  int take(const std::string& key, Instant now);

 private:
  struct Bucket {
    double tokens;
    Instant at;
  };
  static constexpr std::size_t most_keys = 100'000;
  int per_minute_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace expogate::wire
