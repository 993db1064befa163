#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace expogate {

/// What a store holds, for whoever looks for files of no row.
class StorageListing {
 public:
  virtual ~StorageListing() = default;

  /// Every key whose file was kept before that moment (of the machine's clock), in no order.
  virtual void each_key_before(std::int64_t unix_seconds,
                               const std::function<void(const std::string& key)>& see) const = 0;
};

}  // namespace expogate
