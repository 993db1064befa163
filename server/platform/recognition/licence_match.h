#pragma once
#include <boost/describe/enum.hpp>
#include <string_view>

#include "platform/recognition/recognition.h"

namespace expogate {

/// How a form stands to the picture of its licence. Only `agrees` may pass without a person looking; the
/// others are no accusation, since most of them are photos that could not be read.
enum class LicenceMatch {
  agrees,
  code_not_read,  ///< no code could be read
  code_differs,   ///< another code was read, alone or beside the typed one
  name_differs,   ///< the code agrees, the name does not (see names_agree)
};
BOOST_DESCRIBE_ENUM(LicenceMatch, agrees, code_not_read, code_differs, name_differs)

/// `uscc` is normalized.
LicenceMatch match_licence(std::string_view uscc, std::string_view name, const Recognition& read);

}  // namespace expogate
