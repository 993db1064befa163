#pragma once
#include <optional>
#include <string>

#include "platform/webauthn/relying_party.h"

namespace expogate::webauthn {

/// What is wrong with what the browser says of the page that asked, in words for the log; nothing when all is
/// right.
std::optional<std::string> fault_of_client_data(const std::string& json, std::string_view type,
                                                const std::string& challenge, const RelyingParty& party);

}  // namespace expogate::webauthn
