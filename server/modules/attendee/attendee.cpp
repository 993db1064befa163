#include "attendee/attendee.h"

#include "base/localized.h"

#include <fmt/format.h>

namespace expogate::attendee {

std::string attendee_number(int edition_number, std::int64_t serial) {
  return fmt::format("P{}{:07}", edition_number, serial);
}

const std::string& name_of(const Profile& profile, Locale locale) {
  return localized(locale, profile.name_zh, profile.name_en);
}

AttendeeSnapshot snapshot_of(const Attendee& a) {
  return {a.id,    a.number,     a.name_zh,         a.name_en, a.document_masked, a.position,
          a.state, a.badge_type, a.entry_option_id, a.fee_fen, a.version};
}

}  // namespace expogate::attendee
