#include "platform/text/text_gate.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

std::string admitted(std::string text, TextKind kind = TextKind::line) {
  auto fault = admit(text, kind);
  return fault ? "refused: " + std::string(fault.code->code) : text;
}

TEST(TextGate, LetsInEveryScriptAsItIs) {
  for (auto* text : {"张三", "𠮷野家", "阿依古丽·买买提", "Nguyễn Thị Ánh", "O’Brien-Smith", "สมชาย",
                     "अमित कुमार", "محمد", "葛\U000E0100", "किं\u200Dमि", "👩\u200D🔬 Dr. Ng", "張　三"})
    EXPECT_EQ(admitted(text), text);
}

TEST(TextGate, TakesAwayWhatPasteBringsAlong) {
  EXPECT_EQ(admitted("\u3000\u00A0张三\u200B\uFEFF\n"), "张三");
  EXPECT_EQ(admitted("张\u200B三\u00AD"), "张三");
  EXPECT_EQ(admitted("Anna\tBerg"), "Anna Berg");
  EXPECT_EQ(admitted("Jose\u0301"), "José") << "NFC";
  for (auto* nothing : {"", " ", "\u200B", "\u3000", "\u3164", "\u2800", "\uFEFF\u00A0"})
    EXPECT_EQ(admitted(nothing), "");
}

TEST(TextGate, RefusesByNameWhatNobodyCouldShow) {
  EXPECT_EQ(admitted("张\a三"), "refused: field.control");
  EXPECT_EQ(admitted("张\n三"), "refused: field.control");
  EXPECT_EQ(admitted("张\u2028三"), "refused: field.control");
  EXPECT_EQ(admitted("张\u0085三"), "refused: field.control");
  EXPECT_EQ(admitted("张\U000E0041三"), "refused: field.control");
  EXPECT_EQ(admitted("张\uFFFF三"), "refused: field.noncharacter");
  EXPECT_EQ(admitted("张\uFDD0三"), "refused: field.noncharacter");
  EXPECT_EQ(admitted("张\U0001FFFE三"), "refused: field.noncharacter");
  EXPECT_EQ(admitted("张\uE863"), "refused: field.private_use");
  EXPECT_EQ(admitted("张\U000F0000"), "refused: field.private_use");
  EXPECT_EQ(admitted("\u202Eabc"), "refused: field.direction");
  EXPECT_EQ(admitted("a\u200Fb"), "refused: field.direction");
  EXPECT_EQ(admitted("a\u2066b"), "refused: field.direction");
  EXPECT_EQ(admitted("\u0301"), "refused: field.invisible");
  EXPECT_EQ(admitted("\u200D"), "refused: field.invisible");
  EXPECT_EQ(admitted("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"),
            "refused: field.marks");
  EXPECT_EQ(admitted("\xE5\xBC"), "refused: field.encoding");
  EXPECT_EQ(admitted(std::string("a\0b", 3)), "refused: field.encoding");
}

TEST(TextGate, SaysWhichCharacterItRefuses) {
  std::string text = "张\uE863";
  EXPECT_EQ(admit(text, TextKind::line).details.at("character").value, "U+E863");
  EXPECT_EQ(text, "张\uE863") << "what is refused stays as it was typed";
}

TEST(TextGate, KeepsLinesWherePeopleWriteMoreThanOne) {
  EXPECT_EQ(admitted("您好\r\n请补充\r地址\u2028谢谢", TextKind::lines), "您好\n请补充\n地址\n谢谢");
  EXPECT_EQ(admitted("您好\a", TextKind::lines), "refused: field.control");
}

TEST(TextGate, MakesOneCodeOfAllItsWidths) {
  EXPECT_EQ(admitted("\u200BＳＦ１０\u2011２０２５", TextKind::code), "SF10-2025");
  EXPECT_EQ(admitted("ａ＠ｅｘａｍｐｌｅ．ｃｏｍ", TextKind::code), "a@example.com");
  EXPECT_EQ(admitted("ＡＢＣ"), "ＡＢＣ") << "a name is printed as it was typed";
}

TEST(TextGate, KnowsAFieldByItsName) {
  EXPECT_EQ(text_kind_of("contact_mobile"), TextKind::code);
  EXPECT_EQ(text_kind_of("tracking_number"), TextKind::code);
  EXPECT_EQ(text_kind_of("opinion"), TextKind::lines);
  EXPECT_EQ(text_kind_of("name_zh"), TextKind::line);
  EXPECT_EQ(text_kind_of("position"), TextKind::line);
}

TEST(TextGate, ShowsWhateverAStrangersProgramCallsItself) {
  EXPECT_EQ(shown_beginning("curl/8.0", 300), "curl/8.0");
  EXPECT_EQ(shown_beginning("a\xFF\a\u202Eb", 300), "a\uFFFD\uFFFD\uFFFDb");
  EXPECT_EQ(shown_beginning("进博会", 8), "进博");
}

}  // namespace
}  // namespace expogate
