#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "edition/entry_option.h"
#include "platform/crypto/ed25519.h"

/// What the QR code of a badge says: short, signed, and checked at a gate without asking anybody (BDG-02).
namespace expogate::badge {

/// The days on which a badge opens the gates: bit 0 is the first entry day of the edition.
using EntryDays = std::uint16_t;
constexpr int most_entry_days = 16;

struct BadgeCode {
  int edition_number = 0;
  std::int64_t serial = 0;  ///< of the badge; a reprint has a new one, so that the old can be revoked
  edition::BadgeType type = edition::BadgeType::professional;
  EntryDays days = 0;
  bool operator==(const BadgeCode&) const = default;
};

/// Capital letters and digits alone: dense in a QR code, and typed alike by every scanner's keyboard.
std::string signed_code(const BadgeCode& code, const Ed25519Key& key);

/// As signed codes are spelled, of what a scanner or a person has typed: capital letters, half width, without
/// blanks and the three characters that some scanners put before a code to say what kind it is (`]Q1`,
/// ISO/IEC 15424).
std::string standard_spelling(std::string_view typed);

/// The code, if the holder of the key has signed exactly this text; blanks and line ends around it do not
/// matter.
std::optional<BadgeCode> read_code(std::string_view text, std::string_view public_key);

/// Which edition's key a text says that it was signed with; nothing is checked. Nothing for what is no code.
std::optional<int> edition_number_of(std::string_view text);

/// The entry days of an option as bits; whatever lies outside the edition's entry days is no day.
EntryDays entry_days(const edition::EntryOption& option, const CivilDate& first_entry_day);
bool opens_on(EntryDays days, const CivilDate& day, const CivilDate& first_entry_day);

}  // namespace expogate::badge
