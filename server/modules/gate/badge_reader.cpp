#include "gate/badge_reader.h"

namespace expogate::gate {

std::optional<badge::BadgeCode> BadgeReader::read(const edition::Edition& edition, std::string_view text) {
  for (int number = edition.number; number >= edition.reuse_from_number; --number) {
    auto code = badge::read_code(text, public_key(number));
    if (code && code->edition_number == number) return code;
  }
  return std::nullopt;
}

std::string BadgeReader::public_key(int edition_number) {
  std::lock_guard lock(mutex_);
  auto& key = known_[edition_number];
  if (key.empty()) key = keys_.of(edition_number).public_key();
  return key;
}

}  // namespace expogate::gate
