#include "account/account_http.h"
#include "account/session_response.h"
#include "platform/crypto/encoding.h"
#include "platform/wire/page_query.h"

namespace expogate::account {

struct PasskeyRow {
  PasskeyId id;
  std::string name;
  Instant created_at;
  std::optional<Instant> last_used_at, locked_at;
};
BOOST_DESCRIBE_STRUCT(PasskeyRow, (), (id, name, created_at, last_used_at, locked_at))

struct PasskeyDescriptor {
  std::string id;
  std::vector<PasskeyTransport> transports;
};
BOOST_DESCRIBE_STRUCT(PasskeyDescriptor, (), (id, transports))

/// All that the browser needs to ask an authenticator; bytes as base64url.
struct PasskeyCreation {
  std::string challenge, relying_party, relying_party_name, user_id, user_name;
  std::vector<int> algorithms;
  std::vector<PasskeyDescriptor> known;
};
BOOST_DESCRIBE_STRUCT(PasskeyCreation, (),
                      (challenge, relying_party, relying_party_name, user_id, user_name, algorithms, known))

struct PasskeyQuestion {
  std::string challenge, relying_party;
  std::vector<PasskeyDescriptor> allowed;
};
BOOST_DESCRIBE_STRUCT(PasskeyQuestion, (), (challenge, relying_party, allowed))

struct PasskeyBeginning {
  wire::Secret current_password;
};
BOOST_DESCRIBE_STRUCT(PasskeyBeginning, (), (current_password))

struct PasskeyMade {
  wire::Text<1, 60> name;
  wire::Text<1, 6000> client_data_json, authenticator_data;
  std::vector<PasskeyTransport> transports;
};
BOOST_DESCRIBE_STRUCT(PasskeyMade, (), (name, client_data_json, authenticator_data, transports))

struct PasskeyName {
  wire::Text<1, 60> name;
};
BOOST_DESCRIBE_STRUCT(PasskeyName, (), (name))

struct PasskeyProof {
  wire::Text<1, 1400> credential_id;
  wire::Text<1, 6000> client_data_json, authenticator_data;
  wire::Text<1, 1400> signature;
};
BOOST_DESCRIBE_STRUCT(PasskeyProof, (), (credential_id, client_data_json, authenticator_data, signature))

namespace {

PasskeyRow row(const Passkey& p) {
  return {p.id, p.name, p.created_at, p.last_used_at, p.locked_at};
}

std::vector<PasskeyTransport> transports_of(std::string_view joined) {
  std::vector<PasskeyTransport> transports;
  while (!joined.empty()) {
    auto end = std::min(joined.find(','), joined.size());
    if (auto transport = enum_value<PasskeyTransport>(std::string(joined.substr(0, end))))
      transports.push_back(*transport);
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return transports;
}

std::vector<PasskeyDescriptor> descriptors(const std::vector<Passkey>& passkeys) {
  std::vector<PasskeyDescriptor> out;
  for (auto& p : passkeys) out.push_back({p.credential_id, transports_of(p.transports)});
  return out;
}

std::string decoded(const char* field, const std::string& text) {
  auto bytes = base64url_decode(text);
  if (!bytes) throw ValidationError(field, passkey_wrong);
  return *bytes;
}

}  // namespace

void add_passkey_routes(wire::Router& router, PasskeyService& passkeys, AccountViews& views,
                        CookieSettings cookies) {
  router.get("/my/passkeys", "my_passkey_list")
      .for_oneself()
      .summary("My passkeys")
      .handle([&](const Caller& caller) { return wire::list_view(passkeys.list(caller), row); });

  router.post("/my/passkey_challenges", "my_passkey_begin")
      .for_oneself()
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Begins a passkey, behind the password: what the browser is to ask an authenticator")
      .handle([&](const Caller& caller, const PasskeyBeginning& r) {
        auto begun = passkeys.begin(caller, r.current_password);
        return PasskeyCreation{begun.challenge,
                               begun.relying_party,
                               passkeys.site_name(caller.locale),
                               base64url_encode(begun.account.id.text),
                               begun.account.display_name,
                               webauthn::offered_algorithms(),
                               descriptors(begun.known)};
      });

  router.post("/my/passkeys", "my_passkey_create")
      .for_oneself()
      .outside_editions()
      .summary("Registers the passkey that an authenticator made; tells the owner")
      .handle([&](const Caller& caller, const PasskeyMade& r) {
        return row(passkeys.add(caller, {r.name,
                                         r.transports,
                                         {decoded("client_data_json", r.client_data_json),
                                          decoded("authenticator_data", r.authenticator_data)}}));
      });

  router.put("/my/passkeys/{id}", "my_passkey_rename")
      .for_oneself()
      .outside_editions()
      .summary("Renames one of my passkeys")
      .handle([&](const Caller& caller, PasskeyId id, const PasskeyName& r) {
        return row(passkeys.rename(caller, id, r.name));
      });

  router.post("/my/passkeys/{id}/removals", "my_passkey_remove")
      .for_oneself()
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Removes one of my passkeys; asks for the password again and tells the owner")
      .handle([&](const Caller& caller, PasskeyId id, const PasskeyBeginning& r) {
        passkeys.remove(caller, id, r.current_password);
      });

  router.post("/session/passkey_challenges", "second_step_passkey_begin")
      .for_everyone("between the two steps nobody is signed in; the first step's token is needed")
      .outside_editions()
      .summary("What the browser is to ask a passkey of the account that took the first step")
      .handle([&](const Caller& caller, const wire::NoInput&) {
        auto begun = passkeys.begin_second_step(caller);
        return PasskeyQuestion{begun.challenge, begun.relying_party, descriptors(begun.known)};
      });

  router.post("/session/passkey_answers", "second_step_passkey_create")
      .for_everyone("between the two steps nobody is signed in; the first step's token is needed")
      .outside_editions()
      .answers<SessionView>()
      .summary("The second step by passkey")
      .handle([&, cookies](const Caller& caller, const PasskeyProof& r, const http::Request& request) {
        auto signed_in = passkeys.second_step(caller, {r.credential_id,
                                                       {decoded("client_data_json", r.client_data_json),
                                                        decoded("authenticator_data", r.authenticator_data),
                                                        decoded("signature", r.signature)}});
        return session_response(views.signed_in(signed_in.account, signed_in.session.token),
                                signed_in.session.token, has_bearer(request), cookies);
      });
}

}  // namespace expogate::account
