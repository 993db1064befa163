#include "platform/webauthn/ceremony.h"

#include <gmock/gmock.h>

#include "platform/crypto/encoding.h"

namespace expogate::webauthn {
namespace {

/// What an authenticator in software made for `https://visitors.example` and the challenge of bytes 0 to 31,
/// signed by node's OpenSSL.
struct Sample {
  const char* algorithm;
  int cose;
  const char *registered, *answered, *signature;
};

constexpr Sample samples[] = {
    {"ES256", -7,
     "tKPfdaQVY2fagpOLOWXsOrQp_NQYyn3tr62IzjZfbb9FAAAAAAAAAAAAAAAAAAAAAAAAAAAAICXS1WcDFni3AVUlkc65fnFVBUcF9hg"
     "gjA2f5WiJtTvKpQECAyYgASFYIC_0NXVpdOq0k96GJoXUw0eYFqaoVxZfTxsL0K8RSB_PIlggQENBHTrgf7FI7sTfImgKxupFH-Dkhb"
     "ydWPGmg-edIw8",
     "tKPfdaQVY2fagpOLOWXsOrQp_NQYyn3tr62IzjZfbb8FAAAABw",
     "MEYCIQCgzc5I0XdbC6Kk191t32rMsb6Dqjn9blbnU_KnHkXqewIhAL2Dvop0vTQPr95wB2K-TByjU4JlPWJ84s0RGS8V_z7z"},
    {"EdDSA", -8,
     "tKPfdaQVY2fagpOLOWXsOrQp_NQYyn3tr62IzjZfbb9FAAAAAAAAAAAAAAAAAAAAAAAAAAAAINfdgFdMCpBiz3e2LrqucYXlVZLuI2p"
     "5YNVQpSLtv-1jpAEBAycgBiFYIGxyFd3Lam8CoYsCAKuQ47SO2_HbObDYdzt46A4Gf1mr",
     "tKPfdaQVY2fagpOLOWXsOrQp_NQYyn3tr62IzjZfbb8FAAAABw",
     "oB4zofnlk5_QwLccNY_UipFppl5hdMgpWgVPM9KRWsA4tRllzlusgWD8c-MqTI2cXpuduE_JJUo_x03UbP7gBA"},
};

const RelyingParty site{"visitors.example", "https://visitors.example"};

std::string challenge() {
  std::string bytes;
  for (char i = 0; i < 32; ++i) bytes += i;
  return bytes;
}

std::string client_data(const std::string& type, const std::string& origin = site.origin,
                        const std::string& rest = R"("crossOrigin":false})") {
  return R"({"type":")" + type + R"(","challenge":")" + base64url_encode(challenge()) + R"(","origin":")" +
         origin + R"(",)" + rest;
}

std::string decoded(const char* text) {
  return *base64url_decode(text);
}

Outcome<Credential> registered(const Sample& sample) {
  return read_registration(site, challenge(), {client_data("webauthn.create"), decoded(sample.registered)});
}

Assertion answer_of(const Sample& sample) {
  return {client_data("webauthn.get"), decoded(sample.answered), decoded(sample.signature)};
}

std::string reason(const Outcome<std::uint32_t>& outcome) {
  return outcome ? "taken" : outcome.failure().reason;
}

TEST(Webauthn, AKeyThatWasRegisteredSignsIn) {
  for (auto& sample : samples) {
    auto made = registered(sample);
    ASSERT_TRUE(made) << sample.algorithm << ": " << made.failure().reason;
    EXPECT_EQ(made.value().algorithm, sample.cose);
    EXPECT_EQ(made.value().id.size(), 32u);
    auto told = read_assertion(site, challenge(), made.value(), answer_of(sample));
    ASSERT_TRUE(told) << sample.algorithm << ": " << told.failure().reason;
    EXPECT_EQ(told.value(), 7u);
  }
}

TEST(Webauthn, EveryChangedBitIsNoticed) {
  for (auto& sample : samples) {
    auto credential = registered(sample).value();
    for (auto part : {&Assertion::authenticator_data, &Assertion::signature}) {
      auto good = answer_of(sample);
      for (std::size_t i = 0; i < (good.*part).size(); ++i) {
        auto changed = good;
        (changed.*part)[i] = char((changed.*part)[i] ^ 1);
        EXPECT_FALSE(read_assertion(site, challenge(), credential, changed)) << sample.algorithm << " " << i;
      }
    }
  }
}

TEST(Webauthn, OnlyItsOwnPageAndCeremonyCount) {
  auto credential = registered(samples[0]).value();
  auto with = [&](const std::string& data) {
    auto answer = answer_of(samples[0]);
    answer.client_data_json = data;
    return reason(read_assertion(site, challenge(), credential, answer));
  };
  EXPECT_EQ(with(client_data("webauthn.create")), "the client data is of another ceremony");
  EXPECT_EQ(with(client_data("webauthn.get", "https://visitors.example.evil.example")),
            "a page of another origin asked");
  EXPECT_EQ(with(client_data("webauthn.get", "http://visitors.example")), "a page of another origin asked");
  EXPECT_EQ(with(client_data("webauthn.get", site.origin, R"("crossOrigin":true})")),
            "a page inside another one asked");
  EXPECT_EQ(with(client_data("webauthn.get", site.origin, R"("topOrigin":"https://evil.example"})")),
            "a page inside another one asked");
  // Signed over other words: the same meaning in another spelling is another text.
  EXPECT_EQ(with(client_data("webauthn.get", site.origin, R"("crossOrigin": false})")),
            "the signature is wrong");
  for (auto* broken : {"", "[]", "null", "{", "{}", "\xff", R"({"type":1,"challenge":2,"origin":3})"})
    EXPECT_NE(with(broken), "taken") << broken;
  auto other = challenge();
  other[31] = '!';
  EXPECT_EQ(reason(read_assertion(site, other, credential, answer_of(samples[0]))),
            "another challenge was answered");
  RelyingParty elsewhere{"evil.example", site.origin};
  EXPECT_EQ(reason(read_assertion(elsewhere, challenge(), credential, answer_of(samples[0]))),
            "the authenticator answered another site");
}

TEST(Webauthn, BrokenAuthenticatorDataIsRefusedWhereverItIsCut) {
  auto whole = decoded(samples[0].registered);
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(
        read_registration(site, challenge(), {client_data("webauthn.create"), whole.substr(0, size)}))
        << size;
  auto credential = registered(samples[0]).value();
  auto answer = answer_of(samples[0]);
  for (std::size_t size = 0; size < answer.authenticator_data.size(); ++size) {
    auto cut = answer;
    cut.authenticator_data.resize(size);
    EXPECT_FALSE(read_assertion(site, challenge(), credential, cut)) << size;
  }
}

TEST(Webauthn, ACountThatDoesNotGrowBetraysACopy) {
  EXPECT_FALSE(has_gone_back(0, 0)) << "it does not count";
  EXPECT_FALSE(has_gone_back(0, 1));
  EXPECT_FALSE(has_gone_back(7, 8));
  EXPECT_TRUE(has_gone_back(7, 7));
  EXPECT_TRUE(has_gone_back(7, 6));
  EXPECT_TRUE(has_gone_back(7, 0));
}

TEST(RelyingParty, IsTheSitesHostAndOrigin) {
  auto of = [](const char* url) {
    auto party = relying_party_of(url);
    return party ? party->id + " " + party->origin : "none";
  };
  EXPECT_EQ(of("https://visitors.example"), "visitors.example https://visitors.example");
  EXPECT_EQ(of("https://Visitors.EXAMPLE:443/"), "visitors.example https://visitors.example");
  EXPECT_EQ(of("https://visitors.example:8443/x"), "visitors.example https://visitors.example:8443");
  EXPECT_EQ(of("http://localhost:8080"), "localhost http://localhost:8080");
  for (auto* url : {"http://visitors.example", "https://192.0.2.1", "http://127.0.0.1:8080", "https://[::1]",
                    "visitors.example", "", "https://"})
    EXPECT_EQ(of(url), "none") << url;
}

}  // namespace
}  // namespace expogate::webauthn
