#include "messaging/mailing.h"

#include <gmock/gmock.h>

namespace expogate::messaging {
namespace {

const Recipient acme{"1", "Acme", "a@acme.example", "Acme {contact}", "Ann", Locale::en};

TEST(Mailing, FillsInWhatIsKnownAndNamesTheSender) {
  auto text = text_for({"To {organization}", "Dear {contact},\n{group} writes."}, acme, "Shanghai");
  EXPECT_EQ(text.subject, "To Acme {contact}") << "a value is never filled in again";
  EXPECT_EQ(text.body, "Dear Ann,\nShanghai writes.\n\n--\nThis mail was sent by Shanghai.");
  auto chinese = acme;
  chinese.locale = Locale::zh_cn;
  EXPECT_THAT(text_for({"", ""}, chinese, "上海交易团").body, testing::EndsWith("本邮件由上海交易团发送。"));
}

TEST(Mailing, LeavesWhatIsNoPlaceholderAsItIs) {
  for (std::string words : {"{", "a {b c} {}", "{Organization}", "}{", "{1}", "价格 {"}) {
    EXPECT_NO_THROW(require_known_placeholders({words, words}));
    EXPECT_EQ(text_for({words, ""}, acme, "").subject, words);
  }
}

TEST(Mailing, ASubjectIsOneLine) {
  Recipient tricky = acme;
  tricky.organization = "Acme\r\nBcc: everybody@example.com";
  EXPECT_EQ(text_for({"{organization}", ""}, tricky, "").subject, "Acme  Bcc: everybody@example.com");
}

TEST(Mailing, RefusesPlaceholdersThatDoNotExistWhereTheyStand) {
  try {
    require_known_placeholders({"{organisation}", "{contact} {nobody} {group}"});
    FAIL();
  } catch (const ValidationError& error) {
    ASSERT_EQ(error.fields().size(), 2u);
    EXPECT_EQ(error.fields()[0].field, "subject");
    EXPECT_EQ(error.fields()[1].field, "body");
    EXPECT_EQ(message_of(*error.fields()[1].code, Locale::en, error.fields()[1].details),
              "There is no placeholder {nobody}; available: {organization} {contact} {group}");
  }
}

}  // namespace
}  // namespace expogate::messaging
