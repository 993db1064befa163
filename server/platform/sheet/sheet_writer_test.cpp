#include "platform/sheet/sheet_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <limits>

#include "base/characters.h"
#include "platform/sheet/sheet_reader.h"
#include "testing/child_process.h"

namespace expogate {
namespace {

using testing::ElementsAre;
using Cells = std::vector<std::string>;

class SheetWriterTest : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_TRUE(std::filesystem::is_empty(folder_)) << "no file is left behind";
    std::filesystem::remove_all(folder_);
  }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("expogate_sheet_" + std::to_string(::getpid()));
  const Cells headings_{"编号", "姓名", "人数", "日期", "时间"};
};

TEST_F(SheetWriterTest, WhatIsWrittenIsReadAgain) {
  SheetWriter writer(folder_, "单位信息", headings_, "导出人 bureau");
  writer.add_row(std::vector<SheetCell>{"110101199003078888", "=1+1", 42.0, CivilDate{"2025-11-06"},
                                        Instant{1'762'392'600'000}});
  writer.add_row(std::vector<SheetCell>{"+8613900001111", {}, 0.1, "@SUM(A1)", "-1\n<&>\x01"});
  std::vector<Cells> rows;
  auto refusal = read_sheet(writer.finish_as_bytes(), {}, [&](auto, auto& cells) { rows.push_back(cells); });
  EXPECT_FALSE(refusal);
  EXPECT_THAT(
      rows,
      ElementsAre(headings_, Cells{"110101199003078888", "=1+1", "42", "2025-11-06", "2025-11-06 09:30:00"},
                  Cells{"+8613900001111", "", "0.1", "@SUM(A1)", "-1\n<&>\x01"}));
}

TEST_F(SheetWriterTest, AnotherProgramSeesTextsNotFormulas) {
  SheetWriter writer(folder_, "单位信息", headings_, "导出人 bureau");
  writer.add_row(std::vector<SheetCell>{"=1+1", "13900001111", 3.0, CivilDate{"2025-11-06"}});
  ChildProcess program(
      {"/usr/bin/python3", "-B", testing_folder() / "openpyxl_sheets.py", "read", writer.finish()});
  program.read_line();
  EXPECT_EQ(
      boost::json::parse(program.read_line()),
      boost::json::parse(
          R"([["s", "=1+1"], ["s", "13900001111"], ["n", "3"], ["d", "2025-11-06 00:00:00"], ["n", null]])"));
  EXPECT_EQ(boost::json::parse(program.read_line()).as_string(), "导出人 bureau");
}

/// Whatever a database may hold from earlier days: no row of it stops a file.
TEST_F(SheetWriterTest, EveryTextIsWrittenAsWhatItIsOrMarked) {
  std::vector<std::string> texts{"张三",
                                 "𠮷",
                                 "a\u202Eb",
                                 "\u3164",
                                 "\uE863",
                                 "a\u0007b",
                                 "a\nb\r\nc\td",
                                 " a ",
                                 "_x0041_",
                                 "<&>\"'",
                                 "a\uFFFE",
                                 "a\U0001FFFF",
                                 "\xE5\xBC",
                                 std::string("a\0b", 3),
                                 "138****\x80\xBE\x85",
                                 "=1+1",
                                 std::string(40'000, 'x')};
  SheetWriter writer(folder_, "单位信息", headings_, "导出人 bureau");
  for (auto& text : texts) writer.add_row(std::vector<SheetCell>{text, "next"});
  writer.add_row(std::vector<SheetCell>{CivilDate{"1899-12-31"}, CivilDate{""}, Instant{-62'135'596'800'000},
                                        std::numeric_limits<double>::infinity(), "last"});
  std::vector<Cells> rows;
  auto refusal = read_sheet(writer.finish_as_bytes(), {}, [&](auto, auto& cells) { rows.push_back(cells); });
  EXPECT_FALSE(refusal);
  ASSERT_EQ(rows.size(), texts.size() + 2);
  for (std::size_t i = 0; i + 1 < texts.size(); ++i)
    EXPECT_THAT(rows[i + 1], ElementsAre(legible(texts[i]), "next")) << i;
  EXPECT_EQ(rows[texts.size()][0].size(), 32'766u + std::string("…").size());
  EXPECT_THAT(rows.back(), ElementsAre("1899-12-31", "", "0001-01-01 08:00", "inf", "last"));
}

TEST_F(SheetWriterTest, ItsTabBearsWhatMayStandOnATab) {
  auto tab_of = [&](const std::string& title) {
    SheetWriter writer(folder_, title, headings_, "x");
    std::string name;
    read_sheet(
        writer.finish_as_bytes(), {}, [](auto, auto&) {}, &name);
    return name;
  };
  EXPECT_EQ(tab_of("单位信息"), "单位信息");
  EXPECT_EQ(tab_of("2025/10 [a]:*?"), "2025 10  a    ");
  EXPECT_EQ(tab_of(std::string(40, 'x')), std::string(31, 'x'));
  EXPECT_EQ(tab_of("History"), "Sheet");
  EXPECT_EQ(tab_of(""), "Sheet");
}

TEST_F(SheetWriterTest, ItsFileIsNamedByTitleAndDay) {
  SheetWriter writer(folder_, "单位信息", headings_, "x");
  EXPECT_EQ(writer.finish_as_file(Instant{1'762'392'600'000}).name, "单位信息 20251106.xlsx");
}

TEST_F(SheetWriterTest, ATotalIsTheLastRow) {
  SheetWriter writer(folder_, "单位信息", headings_, "x");
  writer.add_row(std::vector<SheetCell>{"1", "甲"});
  writer.add_total(std::vector<SheetCell>{"总计", "1"});
  std::vector<Cells> rows;
  read_sheet(writer.finish_as_bytes(), {}, [&](auto, auto& cells) { rows.push_back(cells); });
  EXPECT_THAT(rows.back(), ElementsAre("总计", "1"));
}

TEST_F(SheetWriterTest, AMomentThatNobodyKnowsIsEmpty) {
  SheetWriter writer(folder_, "单位信息", headings_, "x");
  writer.add_row(std::vector<SheetCell>{Instant{}, "next"});
  std::vector<Cells> rows;
  read_sheet(writer.finish_as_bytes(), {}, [&](auto, auto& cells) { rows.push_back(cells); });
  EXPECT_THAT(rows.back(), ElementsAre("", "next"));
}

TEST_F(SheetWriterTest, AFolderThatCannotBeMadeIsThrown) {
  SheetWriter writer(folder_, "单位信息", headings_, "x");
  EXPECT_ANY_THROW(SheetWriter("/dev/null/folder", "单位信息", headings_, "x"));
}

TEST_F(SheetWriterTest, ASheetHas1048576RowsAndNotOneMore) {
  SheetWriter writer(folder_, "单位信息", headings_, "x");
  std::vector<SheetCell> row{1.0};
  for (int i = 1; i < 1'048'576; ++i) writer.add_row(row);
  EXPECT_ANY_THROW(writer.add_row(row));
}

}  // namespace
}  // namespace expogate
