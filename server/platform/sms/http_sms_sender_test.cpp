#include "platform/sms/http_sms_sender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <fstream>

#include "testing/child_process.h"

namespace expogate {
namespace {

using testing::HasSubstr;
namespace json = boost::json;

class HttpSmsSenderTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    gateway_.emplace(std::vector<std::string>{"/usr/bin/python3", "-B", testing_folder() / "sms_gateway.py",
                                              folder_, "fair", "secret"});
    settings_.gateway.url = "http://127.0.0.1:" + gateway_->read_line() + "/messages";
    protected_url_ = "https://127.0.0.1:" + gateway_->read_line() + "/messages";
    settings_.shared.key_id = "fair";
    settings_.shared.secret = "secret";
  }
  void TearDown() override {
    gateway_.reset();
    std::filesystem::remove_all(folder_);
  }

  static SmsMessage message(std::string template_code) {
    return {.id = "m1",
            .mobile = "+8613812345678",
            .text = "验证码 123456",
            .template_code = std::move(template_code),
            .parameters = {{"code", "123456"}}};
  }

  Outcome<Sent> send(std::string template_code) {
    return HttpSmsSender(settings_, clock_).send(message(std::move(template_code)));
  }

  std::vector<json::object> received() const {
    std::vector<json::object> messages;
    std::ifstream file(folder_ / "messages");
    for (std::string line; std::getline(file, line);) messages.push_back(json::parse(line).as_object());
    return messages;
  }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("expogate_sms_" + std::to_string(::getpid()));
  std::optional<ChildProcess> gateway_;
  HttpSmsSettings settings_;
  std::string protected_url_;
  SystemClock clock_;
};

TEST_F(HttpSmsSenderTest, ASignedMessageArrives) {
  auto outcome = send("code");
  ASSERT_TRUE(outcome) << outcome.failure().reason;
  EXPECT_EQ(outcome.value().reference, "r-m1");
  ASSERT_EQ(received().size(), 1u);
  auto got = received().front();
  EXPECT_EQ(got["mobile"], "+8613812345678");
  EXPECT_EQ(got["text"], "验证码 123456");
  EXPECT_EQ(got["parameters"], (json::value{{"code", "123456"}}));
}

TEST_F(HttpSmsSenderTest, KeepsTheConnectionAndChangesTheNonce) {
  HttpSmsSender sender(settings_, clock_);
  ASSERT_TRUE(sender.send(message("code")));
  ASSERT_TRUE(sender.send(message("code")));
  auto got = received();
  EXPECT_EQ(got[0]["connection"], got[1]["connection"]);
  EXPECT_NE(got[0]["nonce"], got[1]["nonce"]);
}

TEST_F(HttpSmsSenderTest, TalksTlsOnlyToTheTrusted) {
  settings_.gateway.url = protected_url_;
  EXPECT_FALSE(send("code"));
  EXPECT_TRUE(received().empty());
  settings_.gateway.ca_file = folder_ / "certificate.pem";
  EXPECT_TRUE(send("code"));
}

TEST_F(HttpSmsSenderTest, AWrongSecretIsRefusedForEver) {
  settings_.shared.secret = "other";
  auto outcome = send("code");
  ASSERT_FALSE(outcome);
  EXPECT_TRUE(outcome.failure().is_permanent);
  EXPECT_THAT(outcome.failure().reason, HasSubstr("401"));
}

TEST_F(HttpSmsSenderTest, TellsWhatIsWorthAnotherTry) {
  for (auto [code, is_permanent] : {std::pair{"status 500", false},
                                    {"status 502", false},
                                    {"status 429", false},
                                    {"status 408", false},
                                    {"redirect", false},
                                    {"garbage", false},
                                    {"huge", false},
                                    {"status 400", true},
                                    {"status 422", true}}) {
    auto outcome = send(code);
    ASSERT_FALSE(outcome) << code;
    EXPECT_EQ(outcome.failure().is_permanent, is_permanent) << code << ": " << outcome.failure().reason;
  }
  EXPECT_TRUE(received().empty());
}

TEST_F(HttpSmsSenderTest, HandsOnHowLongToWait) {
  auto outcome = send("busy");
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
  EXPECT_EQ(outcome.failure().retry_after, seconds(120));
  EXPECT_EQ(send("status 500").failure().retry_after, std::nullopt);
}

TEST_F(HttpSmsSenderTest, DoesNotWaitForEver) {
  settings_.gateway.total_timeout = milliseconds(200);
  auto outcome = send("silence");
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
}

TEST_F(HttpSmsSenderTest, AGatewayThatIsDownIsWorthAnotherTry) {
  gateway_.reset();
  auto outcome = send("code");
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
}

TEST(HttpClient, CallsOtherMachinesByHttpsOnly) {
  for (auto url :
       {"https://sms.example.cn/send", "http://127.0.0.1:8080/", "http://localhost/", "http://[::1]:80/"})
    EXPECT_NO_THROW(HttpClient({.url = url})) << url;
  for (auto url :
       {"http://sms.example.cn/send", "http://127.0.0.1@sms.example.cn/", "http://127.0.0.1.example.cn/",
        "ftp://127.0.0.1/", "file:///etc/passwd", "sms.example.cn", ""})
    EXPECT_THROW(HttpClient({.url = url}), std::invalid_argument) << url;
}

TEST(SandboxSmsSender, AcceptsEverything) {
  SandboxSmsSender sender;
  SmsMessage message{.id = "m1", .mobile = "?", .text = "", .template_code = "", .parameters = {}};
  EXPECT_EQ(sender.send(message).value().reference, "sandbox/m1");
}

}  // namespace
}  // namespace expogate
