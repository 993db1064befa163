#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/outcome.h"
#include "platform/webauthn/relying_party.h"

/// The server's half of WebAuthn (W3C Web Authentication level 2, sections 7.1 and 7.2). Signatures and
/// authenticator data are read by libfido2; what the browser says of the page is read here.
namespace expogate::webauthn {

/// COSE numbers: ES256, EdDSA, RS256; the order in which they are offered.
const std::vector<int>& offered_algorithms();

/// A public key with which an authenticator signs.
struct Credential {
  std::string id;  ///< raw bytes, as all texts below that are not JSON
  int algorithm = 0;
  std::string public_key;
  std::uint32_t sign_count = 0;
};

struct Registration {
  std::string client_data_json, authenticator_data;
};

struct Assertion {
  std::string client_data_json, authenticator_data, signature;
};

/// Asks for no attestation, so there is no statement to look at: any authenticator will do. The failure's
/// reason is for the log; it holds nothing that was sent.
Outcome<Credential> read_registration(const RelyingParty& party, const std::string& challenge,
                                      const Registration& answer);

/// The sign count that the authenticator tells with a good signature. Whether it went back is for the caller
/// to judge (`has_gone_back`).
Outcome<std::uint32_t> read_assertion(const RelyingParty& party, const std::string& challenge,
                                      const Credential& credential, const Assertion& answer);

/// A count that does not grow betrays a copied authenticator; those that do not count tell 0 for ever.
bool has_gone_back(std::uint32_t before, std::uint32_t told);

}  // namespace expogate::webauthn
