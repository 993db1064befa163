#include "platform/wire/application.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <fstream>

#include "platform/wire/problem.h"
#include "testing/temporary_folder.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"

namespace expogate::wire {
namespace {

using http::Method;
using http::Request;
using testing::Contains;
using testing::HasSubstr;
using testing::Pair;

class Everybody final : public Authenticator {
 public:
  Caller authenticate(const Request&, bool, const std::string& ip) override {
    Caller caller;
    caller.ip = ip;
    return caller;
  }
  void refuse_past_edition(const Caller&) override {}
};

http::TrustedProxies proxies(std::string_view list) {
  return http::TrustedProxies::read(list).value();
}

/// The application with a few routes and a web application of one page.
class ApplicationTest : public testing::Test {
 protected:
  ApplicationTest() {
    std::ofstream(folder_.path() / "index.html") << "<html>the page</html>";
    router_.get("//metrics", "metrics_get").for_everyone("a test").handle([](const Caller&) {
      return text("1");
    });
    router_.get("/address", "address_get").for_everyone("a test").handle([](const Caller& c) {
      return text(c.ip);
    });
    router_.post("/notes", "note_create").for_everyone("a test").handle([](const Caller&, const NoInput&) {
      return text("noted");
    });
    router_.post("/pictures", "picture_create")
        .for_everyone("a test")
        .in_lane(http::Lane::anonymous)
        .handle([](const Caller&, RawBody) { return text("taken"); });
  }
  static http::Response text(std::string body) {
    http::Response response;
    response.body = std::move(body);
    return response;
  }
  ApiApplication& application(ApiSettings settings = {}) {
    settings.trusted_proxies = proxies("10.0.0.0/8, ::1");
    return application_.emplace(router_, everybody_, idempotency_, clock_, http::StaticFiles(folder_.path()),
                                settings);
  }
  static http::Response ask(ApiApplication& application, Request request, std::string from = "10.1.2.3") {
    request.remote_address = std::move(from);
    return application.handle(request);
  }
  static std::string header(const http::Response& response, std::string_view name) {
    for (auto& [known, value] : response.headers)
      if (known == name) return value;
    return "";
  }

  TemporaryFolder folder_;
  TestDatabase database_{db::Engine::sqlite};
  TestClock clock_;
  FieldCipher cipher_{KeyRing::parse(new_key_ring_text())};
  Idempotency idempotency_{database_.get(), clock_, cipher_};
  Everybody everybody_;
  Router router_;
  std::optional<ApiApplication> application_;
};

TEST_F(ApplicationTest, NoSecondSpellingOfAPathIsServed) {
  auto& app = application();
  EXPECT_EQ(ask(app, {Method::get, "/metrics"}).body, "1");
  EXPECT_EQ(ask(app, {Method::get, "/some/page"}).status, 200) << "pages of the web application";
  for (auto path : {"/metrics/", "//metrics", "/x/../metrics", "/x/./y", "/page/", "/api/v1/address/"}) {
    EXPECT_EQ(ask(app, {Method::get, path}).status, 404) << path;
    EXPECT_EQ(app.plan(Method::get, path).refusal, 404) << path;
  }
}

TEST_F(ApplicationTest, AWrongMethodIsToldTheRightOnes) {
  auto& app = application();
  for (auto [path, allowed] :
       {std::pair{"/api/v1/address", "GET, HEAD, OPTIONS"}, std::pair{"/api/v1/notes", "POST, OPTIONS"},
        std::pair{"/some/page", "GET, HEAD, OPTIONS"}}) {
    auto answer = ask(app, {Method::delete_, path});
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(header(answer, "Allow"), allowed);
    EXPECT_EQ(app.plan(Method::delete_, path).refusal, 405);
    auto refused = app.refuse(405, {Method::delete_, path});
    EXPECT_EQ(header(refused, "Allow"), allowed);
    auto asked = ask(app, {Method::options, path});
    EXPECT_EQ(asked.status, 204);
    EXPECT_EQ(header(asked, "Allow"), allowed);
  }
  EXPECT_EQ(ask(app, {Method::post, "/api/v1/nowhere"}).status, 404);
  EXPECT_EQ(ask(app, {Method::options, "/api/v1/nowhere"}).status, 404);
  EXPECT_EQ(ask(app, {Method::options, "*"}).status, 204);
}

TEST_F(ApplicationTest, ARefusalSpeaksTheClientsLanguageAndCanBeFoundAgain) {
  auto& app = application();
  for (int status : {400, 404, 405, 413, 414, 417, 431, 501, 503, 505}) {
    auto en = app.refuse(status, {Method::put, "/api/v1/notes", {{"Accept-Language", "en-GB"}}});
    auto body = boost::json::parse(en.body).as_object();
    EXPECT_EQ(en.status, status);
    EXPECT_EQ(body["request_id"].as_string(), header(en, "X-Request-Id"));
    EXPECT_THAT(std::string(body["title"].as_string()), testing::Not(HasSubstr("请")));
    EXPECT_NE(app.refuse(status, {Method::put, "/api/v1/notes", {{"Accept-Language", "zh"}}}).body, en.body);
  }
}

TEST_F(ApplicationTest, AnUploadFloodFromOnePlaceIsStopped) {
  auto& app = application({.public_writes_per_minute = 0, .anonymous_uploads_per_minute = 8});
  auto upload = [&](std::string from) {
    return ask(app, {Method::post, "/api/v1/pictures", {{"Content-Type", "application/octet-stream"}}}, from)
        .status;
  };
  EXPECT_EQ(upload("2001:db8::1"), 200);
  EXPECT_EQ(upload("2001:db8::2"), 200);
  EXPECT_EQ(upload("2001:db8::ffff:3"), 429) << "all of a network of 64 bits are one";
  EXPECT_EQ(upload("2001:db8:0:1::1"), 200) << "the next network is another";
  EXPECT_EQ(upload("192.0.2.1"), 200);
  EXPECT_EQ(ask(app, {Method::post, "/api/v1/notes"}, "2001:db8::1").status, 200)
      << "small writes have their own limit";
}

TEST_F(ApplicationTest, TheAddressIsTheOneThatOurProxySaw) {
  auto& app = application();
  auto address = [&](http::Pairs forwarded, std::string from = "10.1.2.3") {
    return ask(app, {Method::get, "/api/v1/address", forwarded}, from).body;
  };
  EXPECT_EQ(address({}), "10.1.2.3");
  EXPECT_EQ(address({{"X-Forwarded-For", "192.0.2.7"}}), "192.0.2.7");
  EXPECT_EQ(address({{"X-Forwarded-For", "6.6.6.6, 192.0.2.7"}}), "192.0.2.7");
  EXPECT_EQ(address({{"X-Forwarded-For", "6.6.6.6"}, {"X-Forwarded-For", "7.7.7.7, 192.0.2.7"}}),
            "192.0.2.7");
  EXPECT_EQ(address({{"X-Forwarded-For", "192.0.2.7"}}, "203.0.113.9"), "203.0.113.9") << "no proxy of ours";
  EXPECT_EQ(address({{"X-Forwarded-For", "2001:DB8:0::1"}}, "::1"), "2001:db8::1");
  EXPECT_EQ(address({{"X-Forwarded-For", "192.0.2.7"}}, "::ffff:10.1.2.3"), "192.0.2.7");
  for (auto nonsense : {"", "unknown", "192.0.2.7.8", "<script>", "192.0.2.7, ", "192.0.2", "1.2.3.4\xff"})
    EXPECT_EQ(address({{"X-Forwarded-For", nonsense}}), "10.1.2.3") << nonsense;
}

TEST(ClientAddress, ProxiesAreAddressesAndNetworks) {
  EXPECT_TRUE(proxies("192.0.2.0/25").has("192.0.2.127"));
  EXPECT_FALSE(proxies("192.0.2.0/25").has("192.0.2.128"));
  EXPECT_TRUE(proxies("fd00::/8, 127.0.0.1").has("fdab::1"));
  EXPECT_FALSE(proxies("").has("127.0.0.1"));
  EXPECT_FALSE(proxies("0.0.0.0/0").has("2001:db8::1"));
  for (auto wrong :
       {"proxy", "10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0.1 10.0.0.2"})
    EXPECT_FALSE(http::TrustedProxies::read(wrong)) << wrong;
}

TEST(LocaleOf, TheHeavierLanguageIsSpoken) {
  EXPECT_EQ(locale_of("en, zh"), Locale::en);
  EXPECT_EQ(locale_of("zh-CN,zh;q=0.9,en;q=0.8"), Locale::zh_cn);
  EXPECT_EQ(locale_of("zh;q=0.5, en;q=0.9"), Locale::en);
  EXPECT_EQ(locale_of("en;q=0"), Locale::zh_cn);
  EXPECT_EQ(locale_of("fr"), Locale::zh_cn);
  EXPECT_EQ(locale_of(""), Locale::zh_cn);
}

}  // namespace
}  // namespace expogate::wire
