#include "platform/wire/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace expogate::wire {

int RateLimit::take(const std::string& key, Instant now) {
  if (per_minute_ <= 0) return 0;
  double burst = std::max(1.0, per_minute_ / 4.0), per_ms = per_minute_ / 60'000.0;
  std::lock_guard lock(mutex_);
  if (buckets_.size() >= most_keys) {
    auto is_full = [&](auto& entry) {
      return entry.second.tokens + double((now - entry.second.at).ms) * per_ms >= burst;
    };
    std::erase_if(buckets_, is_full);
  }
  auto& bucket = buckets_.try_emplace(key, Bucket{burst, now}).first->second;
  bucket.tokens = std::min(burst, bucket.tokens + double((now - bucket.at).ms) * per_ms);
  bucket.at = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 0;
  }
  return std::max(1, int(std::ceil((1 - bucket.tokens) / per_ms / 1000)));
}

}  // namespace expogate::wire
