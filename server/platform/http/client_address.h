#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.h"

namespace expogate::http {

/// The proxies whose word about their clients' addresses is taken.
class TrustedProxies {
 public:
  /// Addresses and networks: `127.0.0.1, ::1, 10.0.0.0/8`. Nothing when a part is neither.
  static std::optional<TrustedProxies> read(std::string_view list);
  bool has(std::string_view address) const;

 private:
  struct Network {
    std::array<unsigned char, 16> bytes;
    int bits;
  };
  std::vector<Network> networks_;
};

/// Where a request comes from: the peer, or, when that is a trusted proxy, what it has added last to
/// `X-Forwarded-For`. Everything before that entry can be invented by the client, and what is no address is
/// not taken.
std::string client_address(const Request& request, const TrustedProxies& proxies);

/// Whom a limit per address counts: an IPv4 address, or an IPv6 network of 64 bits, which one household has.
std::string limited_network(const std::string& address);

}  // namespace expogate::http
