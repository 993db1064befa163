#pragma once
#include <string>
#include <string_view>

/// Masks count characters as people do: what is typed may be of any script and half finished.
namespace expogate {

/// How personal data appears in lists (facts 8.2): `138****5678`.
std::string mask_mobile(std::string_view mobile);

/// First character and domain: `z****@example.com`.
std::string mask_email(std::string_view email);

/// First three and last three: `110***********02X` (ACC-07).
std::string mask_document(std::string_view number);

/// The last four digits, by which people recognise a bank account: `****1111`.
std::string mask_account(std::string_view account);

}  // namespace expogate
