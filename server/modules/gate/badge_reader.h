#pragma once
#include <map>
#include <mutex>
#include <string>

#include "badge/badge_code.h"
#include "badge/badge_keys.h"
#include "edition/edition.h"

namespace expogate::gate {

/// Reads what badges say: those of an edition and the past ones that it takes again (ATT-07).
class BadgeReader {
 public:
  explicit BadgeReader(const KeyRing& ring) : keys_(ring) {}

  /// Nothing when none of those editions has signed the text.
  std::optional<badge::BadgeCode> read(const edition::Edition& edition, std::string_view text);
  /// 32 bytes that anybody may have.
  std::string public_key(int edition_number);

 private:
  badge::BadgeKeys keys_;
  std::mutex mutex_;
  std::map<int, std::string> known_;
};

}  // namespace expogate::gate
