#pragma once
#include <string>
#include <string_view>

namespace expogate {

// The unified social credit code 统一社会信用代码 (GB 32100-2015): registering authority, category, six
// digits of the division, nine characters of organization code with its own check character (GB 11714-1997),
// and a check character over all of them.

/// As the standard writes it: half-width, upper-case, without spaces and hyphens.
std::string normalized_uscc(std::string_view text);

// Everything below takes normalized text.

/// 18 characters of the standard's alphabet, which has no I, O, S, V and Z; the division in digits.
bool has_uscc_shape(std::string_view code);

/// What typed input must fulfil: the shape and the last character. Some codes of the first pilot areas
/// (Fuzhou, Xiamen) do not; they go to people.
bool has_valid_check(std::string_view code);

/// The organization code inside is valid too. Evidence for a code that was read from a picture, where one
/// window in 31 passes the last check by chance; never asked of a typed one.
bool has_valid_organization_code(std::string_view code);

/// The division begins with a province, or with the 10 of the national register.
bool has_known_division(std::string_view code);

/// The last character for the first 17; '\0' when one of these is outside the alphabet.
char uscc_check(std::string_view first_17);

/// The check character of an organization code for its first 8, digits and letters.
char organization_code_check(std::string_view first_8);

/// A valid code from authority, category and division (8 characters) and an organization code without its
/// check character (8 characters).
std::string complete_uscc(std::string_view authority_to_division, std::string_view organization);

}  // namespace expogate
