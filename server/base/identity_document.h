#pragma once
#include <array>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_text.h"
#include "base/time.h"

namespace expogate {

/// What people prove who they are with (ATT-02).
enum class DocumentType {
  resident_id,         ///< GB 11643-1999
  hk_mo_permit,        ///< mainland travel permit of Hong Kong and Macao residents
  taiwan_permit,       ///< mainland travel permit of Taiwan residents
  hk_mo_tw_residence,  ///< residence permit of Hong Kong, Macao and Taiwan residents
  passport,
  foreign_permanent_residence,  ///< both forms: 18 digits since December 2023, 15 characters before
};
BOOST_DESCRIBE_ENUM(DocumentType, resident_id, hk_mo_permit, taiwan_permit, hk_mo_tw_residence, passport,
                    foreign_permanent_residence)

enum class Gender { female, male };
BOOST_DESCRIBE_ENUM(Gender, female, male)

/// As documents print it: half-width, upper-case, without spaces, hyphens and brackets. Two spellings of a
/// number become one.
std::string normalized_document(std::string_view text);

// Everything below takes normalized numbers.

/// The format and, where the document has one, the check character. `today` bounds the birth date.
bool is_document_number(DocumentType type, std::string_view number, const CivilDate& today);

/// What some numbers say of their holder; nothing where they do not.
std::optional<CivilDate> birth_date_in(DocumentType type, std::string_view number);
std::optional<Gender> gender_in(DocumentType type, std::string_view number);

/// The last character of a resident identity card for its first 17 digits (ISO 7064 MOD 11-2).
char resident_id_check(std::string_view first_17);

/// ICAO 9303: weights 7 3 1, letters count from A = 10.
char travel_document_check(std::string_view text);

template <>
inline constexpr auto enum_labels<DocumentType> = std::to_array<EnumLabel>({
    {"resident_id", "居民身份证", "Resident identity card"},
    {"hk_mo_permit", "港澳居民来往内地通行证", "Mainland travel permit for Hong Kong and Macao residents"},
    {"taiwan_permit", "台湾居民来往大陆通行证", "Mainland travel permit for Taiwan residents"},
    {"hk_mo_tw_residence", "港澳台居民居住证", "Residence permit for Hong Kong, Macao and Taiwan residents"},
    {"passport", "护照", "Passport"},
    {"foreign_permanent_residence", "外国人永久居留身份证", "Foreign permanent resident ID card"},
});
template <>
inline constexpr auto enum_labels<Gender> = std::to_array<EnumLabel>({
    {"female", "女", "Female"},
    {"male", "男", "Male"},
});

}  // namespace expogate
