#pragma once
#include <algorithm>
#include <chrono>
#include <ctime>

namespace expogate::recognizer {

/// How much computing one picture may still cost. Not time on the wall: on a busy machine a good picture
/// takes longer, and is as good.
class CpuBudget {
 public:
  explicit CpuBudget(std::chrono::milliseconds span) : end_(used() + span) {}

  std::chrono::milliseconds left() const { return std::max(std::chrono::milliseconds(0), end_ - used()); }
  bool is_spent() const { return left().count() == 0; }

 private:
  static std::chrono::milliseconds used() {
    return std::chrono::milliseconds(std::int64_t{std::clock()} * 1000 / CLOCKS_PER_SEC);
  }

  std::chrono::milliseconds end_;
};

}  // namespace expogate::recognizer
