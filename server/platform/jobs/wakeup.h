#pragma once
#include <condition_variable>
#include <mutex>

namespace expogate::jobs {

/// Tells this process's runner that a job was committed, so that it need not wait for its next look.
class Wakeup {
 public:
  static void ring();
  /// Until the bell rings or the time is over.
  static void wait_ms(int longest);
};

}  // namespace expogate::jobs
