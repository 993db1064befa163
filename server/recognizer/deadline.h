#pragma once
#include <algorithm>
#include <chrono>

namespace expogate::recognizer {

/// Until when one picture may keep us busy.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  explicit Deadline(std::chrono::milliseconds span) : at_(Clock::now() + span) {}

  int left_ms() const {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(at_ - Clock::now());
    return int(std::max<std::int64_t>(0, left.count()));
  }
  bool has_passed() const { return left_ms() == 0; }

 private:
  Clock::time_point at_;
};

}  // namespace expogate::recognizer
