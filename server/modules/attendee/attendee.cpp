#include "attendee/attendee.h"

#include <fmt/format.h>

namespace expogate::attendee {

std::string attendee_number(int edition_number, std::int64_t serial) {
  return fmt::format("P{}{:07}", edition_number, serial);
}

const std::string& name_of(const Profile& profile, Locale locale) {
  bool is_english = locale == Locale::en ? !profile.name_en.empty() : profile.name_zh.empty();
  return is_english ? profile.name_en : profile.name_zh;
}

AttendeeSnapshot snapshot_of(const Attendee& a) {
  return {a.id,    a.number,     a.name_zh,         a.name_en, a.document_masked, a.position,
          a.state, a.badge_type, a.entry_option_id, a.fee_fen, a.version};
}

}  // namespace expogate::attendee
