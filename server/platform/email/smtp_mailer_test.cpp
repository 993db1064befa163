#include "platform/email/smtp_mailer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <fstream>
#include <thread>

#include "testing/child_process.h"

namespace expogate {
namespace {

using testing::HasSubstr;
namespace json = boost::json;

/// A mail server of its own for each test, with a certificate made for it.
class SmtpMailerTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    sink_.emplace(std::vector<std::string>{"/usr/bin/python3", "-B", testing_folder() / "smtp_sink.py",
                                           folder_, "expogate", "secret"});
    settings_ = {.host = "127.0.0.1",
                 .port = std::stoi(sink_->read_line()),
                 .username = "expogate",
                 .password = "secret",
                 .ca_file = folder_ / "certificate.pem"};
    open_port_ = std::stoi(sink_->read_line());
  }
  void TearDown() override {
    sink_.reset();
    std::filesystem::remove_all(folder_);
  }

  static EmailMessage message_to(std::string to) {
    return {.to = std::move(to),
            .from = "noreply@fair.example.cn",
            .from_name = "进博会观众服务",
            .subject = "第八届中国国际进口博览会专业观众注册邀请（请于十月二十日前完成注册、证件费支付）",
            .text = "尊敬的观众：您好。\n.\n..点开头的行\n",
            .message_id = "m1@fair.example.cn"};
  }

  Outcome<Sent> send(const EmailMessage& message) { return SmtpMailer(settings_, clock_).send(message); }

  std::vector<json::object> received() const {
    std::vector<json::object> mails;
    std::ifstream file(folder_ / "mails");
    for (std::string line; std::getline(file, line);) mails.push_back(json::parse(line).as_object());
    return mails;
  }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("expogate_smtp_" + std::to_string(::getpid()));
  std::optional<ChildProcess> sink_;
  SmtpSettings settings_;
  int open_port_ = 0;
  SystemClock clock_;
};

TEST_F(SmtpMailerTest, TheServerIsGreetedByOurOwnName) {
  for (auto name : {"visitors.example", "[192.0.2.7]"}) {
    settings_.own_name = name;
    ASSERT_TRUE(send(message_to("li@example.com")));
    EXPECT_EQ(received().back()["greeted_as"], name);
  }
}

TEST_F(SmtpMailerTest, MailArrivesAsItWasWritten) {
  auto message = message_to("li@example.com");
  message.html = "<p>尊敬的观众：<b>您好</b></p>\n";
  auto outcome = send(message);
  ASSERT_TRUE(outcome) << outcome.failure().reason;
  EXPECT_THAT(outcome.value().reference, HasSubstr("queued as 42"));
  ASSERT_EQ(received().size(), 1u);
  auto mail = received().front();
  auto& headers = mail["headers"].as_object();
  EXPECT_EQ(mail["envelope_from"], "noreply@fair.example.cn");
  EXPECT_EQ(mail["envelope_to"], json::value({"li@example.com"}));
  EXPECT_EQ(headers["Subject"].as_string(), message.subject);
  EXPECT_EQ(headers["From"], "进博会观众服务 <noreply@fair.example.cn>");
  EXPECT_EQ(headers["To"], "li@example.com");
  EXPECT_EQ(headers["Message-ID"], "<m1@fair.example.cn>");
  EXPECT_TRUE(headers.contains("Date"));
  EXPECT_EQ(mail["type"], "multipart/alternative");
  EXPECT_EQ(mail["parts"].at("text/plain").as_string(), message.text);
  EXPECT_EQ(mail["parts"].at("text/html").as_string(), *message.html);
  EXPECT_LE(mail["longest_line"].as_int64(), 76);
  EXPECT_TRUE(mail["is_ascii"].as_bool());
  EXPECT_TRUE(mail["defects"].as_array().empty());
}

TEST_F(SmtpMailerTest, PlainTextAloneIsNoMultipart) {
  ASSERT_TRUE(send(message_to("li@example.com")));
  auto mail = received().front();
  EXPECT_EQ(mail["type"], "text/plain");
  EXPECT_EQ(mail["parts"].at("text/plain").as_string(), message_to("").text);
}

TEST_F(SmtpMailerTest, TheConnectionIsKeptForTheNextMail) {
  SmtpMailer mailer(settings_, clock_);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(mailer.send(message_to("li@example.com")));
  auto mails = received();
  ASSERT_EQ(mails.size(), 3u);
  EXPECT_EQ(mails[0]["connection"], mails[2]["connection"]);
}

TEST_F(SmtpMailerTest, ManyThreadsMaySend) {
  SmtpMailer mailer(settings_, clock_);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        for (int n = 0; n < 5; ++n) EXPECT_TRUE(mailer.send(message_to("li@example.com")));
      });
  }
  EXPECT_EQ(received().size(), 20u);
}

TEST_F(SmtpMailerTest, ABusyServerIsWorthAnotherTry) {
  auto outcome = send(message_to("busy@example.com"));
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
  EXPECT_THAT(outcome.failure().reason, HasSubstr("451"));
}

TEST_F(SmtpMailerTest, AnUnknownRecipientOrARefusedTextIsFinal) {
  SmtpMailer mailer(settings_, clock_);
  for (auto [to, reply] :
       {std::pair{"unknown@example.com", "550 5.1.1"}, std::pair{"full@example.com", "552 5.2.2"}}) {
    auto outcome = mailer.send(message_to(to));
    ASSERT_FALSE(outcome) << to;
    EXPECT_TRUE(outcome.failure().is_permanent) << to;
    EXPECT_THAT(outcome.failure().reason, HasSubstr(reply));
  }
  EXPECT_TRUE(mailer.send(message_to("li@example.com")));
}

TEST_F(SmtpMailerTest, AServerThatIsDownIsWorthAnotherTry) {
  sink_.reset();
  auto outcome = send(message_to("li@example.com"));
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
}

TEST_F(SmtpMailerTest, OurWrongPasswordIsNoFaultOfTheMail) {
  settings_.password = "wrong";
  auto outcome = send(message_to("li@example.com"));
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
}

TEST_F(SmtpMailerTest, NothingIsSentToAServerThatCannotProveItsName) {
  settings_.ca_file = "/etc/ssl/certs/ca-certificates.crt";
  auto outcome = send(message_to("li@example.com"));
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
  EXPECT_TRUE(received().empty());
}

TEST_F(SmtpMailerTest, NothingIsSentToAServerThatSwitchesTlsOff) {
  settings_.port = open_port_;
  EXPECT_FALSE(send(message_to("li@example.com")));
  EXPECT_TRUE(received().empty());
}

TEST_F(SmtpMailerTest, ARelayOfThisMachineNeedsNoTls) {
  SmtpSettings relay{.host = "127.0.0.1", .port = open_port_, .security = SmtpSecurity::none};
  EXPECT_TRUE(SmtpMailer(relay, clock_).send(message_to("li@example.com")));
  EXPECT_EQ(received().size(), 1u);
}

TEST_F(SmtpMailerTest, AnInjectedCommandIsRefusedAndNothingIsSent) {
  auto outcome = send(message_to("li@example.com>\r\nRCPT TO:<evil@example.com"));
  ASSERT_FALSE(outcome);
  EXPECT_TRUE(outcome.failure().is_permanent);
  EXPECT_TRUE(received().empty());
}

TEST(SmtpMailer, SendsNoPasswordOverAnOpenLine) {
  SystemClock clock;
  SmtpSettings open{.host = "127.0.0.1", .security = SmtpSecurity::none, .username = "expogate"};
  EXPECT_THROW(SmtpMailer(open, clock), std::invalid_argument);
}

}  // namespace
}  // namespace expogate
