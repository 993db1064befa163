#pragma once
#include <string>
#include <string_view>

namespace expogate {

/// What others say of a failure, for logs and for people who look after messages: mail servers and gateways
/// repeat the address or number that they refuse. Addresses of mail and runs of seven digits and more are
/// masked as lists mask them; what is between stays.
std::string without_addresses(std::string_view reason);

}  // namespace expogate
