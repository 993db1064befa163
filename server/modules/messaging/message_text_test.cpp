#include "messaging/message_text.h"

#include <gmock/gmock.h>

namespace expogate::messaging {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const MessageTemplate notice{"test_notice", "通知", "Notice", "【{fair}】{name}，您好",
                             "[{fair}] Dear {name}"};

TEST(MessageText, IsKnownByItsNameToAFairThatSaysItInItsOwnWords) {
  EXPECT_EQ(message_templates().at("test_notice").zh, notice.zh);
}

TEST(MessageText, MayLeaveOutWhatItDoesNotNeed) {
  EXPECT_THAT(faults_of({"test_notice", "您好", "Hello", "【{fair}】您好", "[{fair}] Hello"}, notice),
              IsEmpty());
}

TEST(MessageText, NamesTheFairAndFillsInOnlyWhatIsKnown) {
  EXPECT_THAT(faults_of({"test_notice", "您好", "Hello", "您好", "[{fair}] Hello {surname}"}, notice),
              ElementsAre(HasSubstr("text_zh must name the fair"), HasSubstr("text_en has {surname}")));
}

// An SMS is signed by the fair, in both languages; only letters by e-mail are signed by their sender.
TEST(MessageText, EveryMessageOfTheProgramNamesTheFair) {
  for (auto& [name, text] : message_templates()) {
    if (name == "key_invitation_mail" || name == "one_click_invitation" || name == "receipt") continue;
    EXPECT_THAT(std::string(text.zh), HasSubstr("{fair}")) << name;
    EXPECT_THAT(std::string(text.en), HasSubstr("{fair}")) << name;
  }
}

}  // namespace
}  // namespace expogate::messaging
