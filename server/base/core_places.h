#pragma once
#include <algorithm>
#include <semaphore>
#include <thread>

namespace expogate {

/// As many places as the machine has cores, for work that takes a whole core and much memory: more of it at
/// once would only be slower. A place is held with `std::lock_guard place(places);`.
class CorePlaces {
 public:
  void lock() { free_.acquire(); }
  void unlock() { free_.release(); }

 private:
  std::counting_semaphore<> free_{std::max(1u, std::thread::hardware_concurrency())};
};

}  // namespace expogate
