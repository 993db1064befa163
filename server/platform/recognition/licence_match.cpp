#include "platform/recognition/licence_match.h"

#include <algorithm>

#include "platform/recognition/name_match.h"

namespace expogate {

LicenceMatch match_licence(std::string_view uscc, std::string_view name, const Recognition& read) {
  if (read.codes.empty()) return LicenceMatch::code_not_read;
  bool is_the_only_code =
      std::all_of(read.codes.begin(), read.codes.end(), [&](auto& code) { return code == uscc; });
  if (!is_the_only_code) return LicenceMatch::code_differs;
  return names_agree(name, read.name_symbols) ? LicenceMatch::agrees : LicenceMatch::name_differs;
}

}  // namespace expogate
