#include "platform/http/client_address.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>

#include "base/text.h"
#include "platform/http/field_syntax.h"

namespace expogate::http {
namespace {

namespace ip = boost::asio::ip;

constexpr int bits_of_v6 = 128, bits_before_v4 = 96;

/// An IPv4 address that came in an IPv6 socket is one; zones of a link are of no interest.
std::optional<ip::address> read_address(std::string_view text) {
  boost::system::error_code error;
  auto address = ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  if (address.is_v4()) return address;
  auto v6 = address.to_v6();
  if (v6.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, v6);
  v6.scope_id(0);
  return v6;
}

std::array<unsigned char, 16> bytes_of(const ip::address& address) {
  return (address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()) : address.to_v6()).to_bytes();
}

bool are_equal(const std::array<unsigned char, 16>& a, const std::array<unsigned char, 16>& b, int bits) {
  for (int i = 0; i < bits; ++i)
    if (((a[std::size_t(i / 8)] ^ b[std::size_t(i / 8)]) >> (7 - i % 8)) & 1) return false;
  return true;
}

}  // namespace

std::optional<TrustedProxies> TrustedProxies::read(std::string_view list) {
  TrustedProxies proxies;
  bool is_good = true;
  for_each_element(list, [&](std::string_view part) {
    auto slash = part.find('/');
    auto address = read_address(part.substr(0, slash));
    int most = address && address->is_v4() ? bits_of_v6 - bits_before_v4 : bits_of_v6, bits = most;
    if (slash != part.npos) {
      auto digits = part.substr(slash + 1);
      auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
      is_good = is_good && error == std::errc{} && end == digits.data() + digits.size();
    }
    is_good = is_good && address && bits >= 0 && bits <= most;
    if (is_good) proxies.networks_.push_back({bytes_of(*address), bits + bits_of_v6 - most});
  });
  return is_good ? std::optional(std::move(proxies)) : std::nullopt;
}

bool TrustedProxies::has(std::string_view address) const {
  auto known = read_address(address);
  if (!known) return false;
  auto bytes = bytes_of(*known);
  return std::ranges::any_of(
      networks_, [&](const Network& network) { return are_equal(bytes, network.bytes, network.bits); });
}

std::string client_address(const Request& request, const TrustedProxies& proxies) {
  auto peer = read_address(request.remote_address);
  auto own = peer ? peer->to_string() : request.remote_address;
  if (!proxies.has(own)) return own;
  auto line = request.last_header("x-forwarded-for");
  auto forwarded = read_address(trimmed(line.substr(line.rfind(',') + 1)));
  return forwarded ? forwarded->to_string() : own;
}

std::string limited_network(const std::string& address) {
  auto known = read_address(address);
  if (!known || known->is_v4()) return address;
  auto bytes = known->to_v6().to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return ip::address_v6(bytes).to_string() + "/64";
}

}  // namespace expogate::http
