#include "platform/email/mime.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace expogate {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

EmailMessage invitation() {
  return {.to = "li@example.com",
          .from = "noreply@fair.example.cn",
          .from_name = "进博会",
          .subject = "Invitation",
          .text = "你好\n",
          .message_id = "m1@fair.example.cn"};
}

TEST(Mime, HasTheHeadersThatMailNeeds) {
  auto text = mime_text(invitation(), {1'754'446'200'000});
  EXPECT_THAT(text, StartsWith("Date: Wed, 06 Aug 2025 02:10:00 +0000\r\n"
                               "From: =?UTF-8?B?6L+b5Y2a5Lya?=\r\n <noreply@fair.example.cn>\r\n"
                               "To: <li@example.com>\r\n"
                               "Subject: =?UTF-8?B?SW52aXRhdGlvbg==?=\r\n"
                               "Message-ID: <m1@fair.example.cn>\r\n"
                               "Auto-Submitted: auto-generated\r\n"
                               "MIME-Version: 1.0\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\n\r\n5L2g5aW9Cg==\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("multipart")));
}

TEST(Mime, FoldsLongHeadersBetweenCharacters) {
  std::string subject;
  for (int i = 0; i < 40; ++i) subject += i % 3 == 0 ? "a" : "博";
  auto header = encoded_header("Subject", subject);
  for (std::size_t start = 0; start < header.size();) {
    auto end = std::min(header.find("\r\n", start), header.size());
    EXPECT_LE(end - start, 76u);
    start = end + 2;
  }
  EXPECT_THAT(header, HasSubstr("?=\r\n =?UTF-8?B?"));
}

TEST(Mime, BulkMailNamesItsListAndTheWayOutOfIt) {
  auto mail = invitation();
  EXPECT_THAT(mime_text(mail, {0}), Not(HasSubstr("List-"))) << "nobody leaves what concerns only themselves";
  mail.list = {"shanghai.lists.fair.example.cn", "https://fair.example.cn/unsubscribe/shanghai/1f/2e"};
  EXPECT_EQ(why_unsendable(mail), "");
  EXPECT_THAT(mime_text(mail, {0}),
              HasSubstr("\r\nAuto-Submitted: auto-generated\r\nPrecedence: bulk\r\n"
                        "List-Id: <shanghai.lists.fair.example.cn>\r\n"
                        "List-Unsubscribe: <https://fair.example.cn/unsubscribe/shanghai/1f/2e>\r\n"
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
  mail.list->way_out = "http://127.0.0.1:8080/unsubscribe/shanghai/1f/2e";
  EXPECT_THAT(mime_text(mail, {0}), Not(HasSubstr("One-Click"))) << "one click is for https alone";
  for (auto broken : {"", "https://a b", "https://a>\r\nBcc: evil@x.com", "https://博"}) {
    mail.list->way_out = broken;
    EXPECT_NE(why_unsendable(mail), "") << broken;
  }
}

TEST(Mime, RefusesWhatWouldAddCommandsOrHeaders) {
  auto spoiled = [](auto member, std::string value) {
    auto message = invitation();
    message.*member = std::move(value);
    return why_unsendable(message);
  };
  EXPECT_EQ(why_unsendable(invitation()), "");
  for (auto address : {"", "li", "@example.com", "li@", "li @example.com", "a@b.cn>\r\nRCPT TO:<evil@x.com",
                       "李@b.cn", "a@b.cn\n", "<a@b.cn>", "a@b.cn,c@d.cn"}) {
    EXPECT_NE(spoiled(&EmailMessage::to, address), "") << address;
    EXPECT_NE(spoiled(&EmailMessage::from, address), "") << address;
    EXPECT_NE(spoiled(&EmailMessage::message_id, address), "") << address;
  }
  EXPECT_NE(spoiled(&EmailMessage::to, std::string(250, 'a') + "@b.cn"), "");
  EXPECT_NE(spoiled(&EmailMessage::subject, "Hello\r\nBcc: evil@x.com"), "");
  EXPECT_NE(spoiled(&EmailMessage::subject, "\xff"), "");
  EXPECT_NE(spoiled(&EmailMessage::from_name, "a\nb"), "");
}

}  // namespace
}  // namespace expogate
