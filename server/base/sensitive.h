#pragma once
#include <string>
#include <string_view>

namespace expogate {

/// How personal data appears in lists (facts 8.2): `138****5678`.
std::string mask_mobile(std::string_view mobile);

/// First character and domain: `z****@example.com`.
std::string mask_email(std::string_view email);

/// First three and last three: `110***********02X` (ACC-07).
std::string mask_document(std::string_view number);

}  // namespace expogate
