#include "platform/webauthn/relying_party.h"

#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>

namespace expogate {

std::optional<RelyingParty> relying_party_of(std::string_view public_url) {
  auto parsed = boost::urls::parse_uri(public_url);
  if (!parsed || parsed->host_type() != boost::urls::host_type::name) return std::nullopt;
  boost::urls::url url(*parsed);
  url.normalize();
  std::string id = url.host(), scheme(url.scheme()), port(url.port());
  bool is_local = id == "localhost" || id.ends_with(".localhost");
  if (id.empty() || (scheme != "https" && !(scheme == "http" && is_local))) return std::nullopt;
  // As browsers write an origin: a scheme's own port is left out.
  bool has_port = !port.empty() && port != (scheme == "https" ? "443" : "80");
  return RelyingParty{id, scheme + "://" + id + (has_port ? ":" + port : "")};
}

}  // namespace expogate
