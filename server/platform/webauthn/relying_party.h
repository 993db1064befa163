#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace expogate {

/// Whom passkeys are made for: the site's host, and the one origin whose pages may use them.
struct RelyingParty {
  std::string id, origin;
};

/// Of the address under which people reach the site; nothing where browsers know no passkeys: without TLS
/// (but for `localhost`), or under an address of numbers.
std::optional<RelyingParty> relying_party_of(std::string_view public_url);

}  // namespace expogate
