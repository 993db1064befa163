// In this program the operating system's random bytes come from a seed too, so that a failure can be seen
// again.
#include "seeded_random.h"

#include <sys/types.h>

#include <cstddef>
#include <mutex>
#include <random>

namespace {

std::mutex mutex;
std::mt19937_64 source;

}  // namespace

namespace expogate::operations {

void seed_random_bytes(std::uint64_t seed) {
  std::lock_guard lock(mutex);
  source.seed(seed);
}

}  // namespace expogate::operations

extern "C" ssize_t getrandom(void* target, std::size_t size, unsigned) {
  std::lock_guard lock(mutex);
  for (std::size_t i = 0; i < size; ++i)
    static_cast<unsigned char*>(target)[i] = static_cast<unsigned char>(source());
  return ssize_t(size);
}
