#pragma once
#include <cstddef>
#include <cstdint>

namespace expogate {

/// Bytes that are too many to hold in memory at once: a stored file on its way to somebody.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// All of them together.
  virtual std::uint64_t size() const = 0;
  /// The next ones, at most so many; 0 at the end. Trouble is thrown.
  virtual std::size_t read(char* to, std::size_t most) = 0;
};

}  // namespace expogate
