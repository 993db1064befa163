#include "platform/webauthn/ceremony.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <memory>

#include "platform/crypto/digest.h"
#include "platform/webauthn/client_data.h"

namespace expogate::webauthn {
namespace {

constexpr std::size_t hash_size = 32, flags_at = 32, header_size = 37, longest_data = 4096;
constexpr std::size_t longest_credential_id = 1023;
constexpr unsigned char user_present = 0x01, may_be_backed_up = 0x08, is_backed_up = 0x10;

/// libfido2 frees through a pointer to the pointer.
template <class T, void (*free_it)(T**)>
struct Freed {
  void operator()(T* thing) const { free_it(&thing); }
};
template <class T, void (*free_it)(T**)>
using Owned = std::unique_ptr<T, Freed<T, free_it>>;
using Cred = Owned<fido_cred_t, fido_cred_free>;
using Assert = Owned<fido_assert_t, fido_assert_free>;

const unsigned char* bytes(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

Failure refused(std::string reason) {
  return {.reason = std::move(reason), .is_permanent = true};
}

/// What holds of both ceremonies: this site, and somebody who touched the authenticator.
std::optional<std::string> fault_of(const std::string& data, const RelyingParty& party) {
  if (data.size() < header_size || data.size() > longest_data) return "authenticator data of a wrong size";
  if (!equal_in_constant_time(std::string_view(data).substr(0, hash_size), sha256(party.id)))
    return "the authenticator answered another site";
  auto flags = static_cast<unsigned char>(data[flags_at]);
  if (!(flags & user_present)) return "nobody touched the authenticator";
  if ((flags & is_backed_up) && !(flags & may_be_backed_up)) return "the flags contradict each other";
  return std::nullopt;
}

/// libfido2 wants to be told the algorithm before it reads the key.
Cred read_credential(const std::string& data) {
  for (int algorithm : offered_algorithms()) {
    Cred cred(fido_cred_new());
    if (!cred) throw std::bad_alloc();
    if (fido_cred_set_type(cred.get(), algorithm) == FIDO_OK &&
        fido_cred_set_authdata_raw(cred.get(), bytes(data), data.size()) == FIDO_OK &&
        fido_cred_pubkey_ptr(cred.get()))
      return cred;
  }
  return nullptr;
}

template <class Key, Key* (*make)(), void (*free_it)(Key**), int (*load)(Key*, const void*, std::size_t)>
bool verifies(const fido_assert_t* assertion, const Credential& credential) {
  Owned<Key, free_it> key(make());
  if (!key) throw std::bad_alloc();
  return load(key.get(), credential.public_key.data(), credential.public_key.size()) == FIDO_OK &&
         fido_assert_verify(assertion, 0, credential.algorithm, key.get()) == FIDO_OK;
}

bool verifies(const fido_assert_t* assertion, const Credential& credential) {
  switch (credential.algorithm) {
    case COSE_ES256:
      return verifies<es256_pk_t, es256_pk_new, es256_pk_free, es256_pk_from_ptr>(assertion, credential);
    case COSE_EDDSA:
      return verifies<eddsa_pk_t, eddsa_pk_new, eddsa_pk_free, eddsa_pk_from_ptr>(assertion, credential);
    case COSE_RS256:
      return verifies<rs256_pk_t, rs256_pk_new, rs256_pk_free, rs256_pk_from_ptr>(assertion, credential);
  }
  return false;
}

}  // namespace

const std::vector<int>& offered_algorithms() {
  static const std::vector<int> algorithms{COSE_ES256, COSE_EDDSA, COSE_RS256};
  return algorithms;
}

Outcome<Credential> read_registration(const RelyingParty& party, const std::string& challenge,
                                      const Registration& answer) {
  if (auto fault = fault_of_client_data(answer.client_data_json, "webauthn.create", challenge, party))
    return refused(*fault);
  auto& data = answer.authenticator_data;
  if (auto fault = fault_of(data, party)) return refused(*fault);
  auto cred = read_credential(data);
  if (!cred) return refused("no public key of an algorithm that was offered");
  Credential made;
  made.id = text(fido_cred_id_ptr(cred.get()), fido_cred_id_len(cred.get()));
  made.algorithm = fido_cred_type(cred.get());
  made.public_key = text(fido_cred_pubkey_ptr(cred.get()), fido_cred_pubkey_len(cred.get()));
  made.sign_count = fido_cred_sigcount(cred.get());
  if (made.id.empty() || made.id.size() > longest_credential_id)
    return refused("a credential id of a wrong size");
  return made;
}

Outcome<std::uint32_t> read_assertion(const RelyingParty& party, const std::string& challenge,
                                      const Credential& credential, const Assertion& answer) {
  if (auto fault = fault_of_client_data(answer.client_data_json, "webauthn.get", challenge, party))
    return refused(*fault);
  auto& data = answer.authenticator_data;
  if (auto fault = fault_of(data, party)) return refused(*fault);
  Assert assertion(fido_assert_new());
  if (!assertion) throw std::bad_alloc();
  auto* a = assertion.get();
  auto hash = sha256(answer.client_data_json);
  bool is_read = fido_assert_set_count(a, 1) == FIDO_OK &&
                 fido_assert_set_rp(a, party.id.c_str()) == FIDO_OK &&
                 fido_assert_set_clientdata_hash(a, bytes(hash), hash.size()) == FIDO_OK &&
                 fido_assert_set_up(a, FIDO_OPT_TRUE) == FIDO_OK &&
                 fido_assert_set_authdata_raw(a, 0, bytes(data), data.size()) == FIDO_OK &&
                 fido_assert_set_sig(a, 0, bytes(answer.signature), answer.signature.size()) == FIDO_OK;
  if (!is_read) return refused("authenticator data that cannot be read");
  if (!verifies(a, credential)) return refused("the signature is wrong");
  return fido_assert_sigcount(a, 0);
}

bool has_gone_back(std::uint32_t before, std::uint32_t told) {
  return (before != 0 || told != 0) && told <= before;
}

}  // namespace expogate::webauthn
