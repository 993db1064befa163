#pragma once
#include <cstdint>

namespace expogate::jobs {

/// Tells this process's runner that a job was committed, so that it need not wait for its next look.
class Wakeup {
 public:
  static void ring();
  /// How often it has rung. To be asked before one looks for work: what is committed after the look rings
  /// again.
  static std::uint64_t rings();
  /// Until it has rung more often than `seen`, or the time is over.
  static void wait_ms(std::uint64_t seen, int longest);
};

}  // namespace expogate::jobs
