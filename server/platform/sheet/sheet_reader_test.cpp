#include "platform/sheet/sheet_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "platform/sheet/date_format.h"
#include "platform/sheet/sheet_table.h"
#include "testing/child_process.h"

namespace expogate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Cells = std::vector<std::string>;
using Parts = std::map<std::string, std::string>;

/// A zip file of these parts, as a stranger may make one.
std::string zipped(const Parts& parts) {
  auto* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(memory);
  auto* archive = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
  for (auto& [name, text] : parts)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  EXPECT_EQ(zip_close(archive), 0);
  zip_stat_t state;
  EXPECT_EQ(zip_source_stat(memory, &state), 0);
  std::string bytes(state.size, '\0');
  zip_source_open(memory);
  EXPECT_EQ(zip_source_read(memory, bytes.data(), bytes.size()), static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

/// A workbook that names its parts from the root, with this XML as its only sheet.
Parts workbook_with(const std::string& sheet_xml) {
  return {{"_rels/.rels", R"(<Relationships><Relationship Id="a" Type="x/officeDocument"
             Target="/xl/book.xml"/></Relationships>)"},
          {"xl/book.xml", R"(<workbook><sheets><sheet name="S" id="r9"/></sheets></workbook>)"},
          {"xl/_rels/book.xml.rels", R"(<Relationships>
             <Relationship Id="r1" Type="x/sharedStrings" Target="../texts.xml"/>
             <Relationship Id="r9" Type="x/worksheet" Target="/deep/one.xml"/></Relationships>)"},
          {"texts.xml", R"(<sst><si><t>plain</t></si>
             <si><r><t>two </t></r><r><t>runs</t></r><rPh sb="0"><t>read aloud</t></rPh></si></sst>)"},
          {"deep/one.xml", sheet_xml}};
}

std::string sheet_of(const std::string& rows) {
  return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

struct Reading {
  std::optional<SheetRefusal> refusal;
  std::map<std::uint32_t, Cells> rows;
};

Reading read(std::string_view bytes, const SheetLimits& limits = {}) {
  Reading reading;
  reading.refusal =
      read_sheet(bytes, limits, [&](auto number, auto& cells) { reading.rows[number] = cells; });
  return reading;
}

Reading read_rows(const std::string& rows, const SheetLimits& limits = {}) {
  return read(zipped(workbook_with(sheet_of(rows))), limits);
}

TEST(SheetReader, ReadsSharedAndOwnTextsWithRunsEscapesAndGaps) {
  auto reading = read_rows(R"(
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
    <row><c t="inlineStr"><is><t>own</t><rPh><t>aloud</t></rPh></is></c><c t="str"><f>1+1</f><v>=1+1</v></c></row>
    <row r="9"><c r="A9" t="b"><v>1</v></c><c r="B9" t="e"><v>#N/A</v></c><c r="C9" t="str"><v>a_x000D__x4F60__xD800_</v></c></row>
    <row r="10"><c r="A10"/></row>)");
  EXPECT_FALSE(reading.refusal);
  EXPECT_THAT(reading.rows, ElementsAre(testing::Pair(2, Cells{"plain", "", "two runs"}),
                                        testing::Pair(3, Cells{"own", "=1+1"}),
                                        testing::Pair(9, Cells{"TRUE", "#N/A", "a\r你_xD800_"})));
}

TEST(SheetReader, TellsDaysMomentsAndTimesByTheFormat) {
  using sheet::iso_text;
  EXPECT_EQ(iso_text(45967), "2025-11-06");
  EXPECT_EQ(iso_text(45967.395833333336), "2025-11-06 09:30:00");
  EXPECT_EQ(iso_text(45966.999999999), "2025-11-06");
  EXPECT_EQ(iso_text(0.5), "12:00:00");
  EXPECT_EQ(iso_text(1), "1900-01-01");
  EXPECT_EQ(iso_text(59), "1900-02-28");
  EXPECT_EQ(iso_text(61), "1900-03-01");
  EXPECT_EQ(iso_text(-1), "");
  EXPECT_EQ(iso_text(2'958'466), "");
  for (auto* format : {"yyyy-mm-dd", "[$-804]yyyy\"年\"m\"月\"d\"日\"", "[h]:mm", "mm:ss.0"})
    EXPECT_TRUE(sheet::is_date_format(format)) << format;
  for (auto* format : {"General", "0.00", "[Red]0", "\"days\" 0", "0\\d", "#,##0_d", "[broken"})
    EXPECT_FALSE(sheet::is_date_format(format)) << format;
}

TEST(SheetReader, RefusesWhatIsNoSheet) {
  EXPECT_EQ(read("").refusal, SheetRefusal::not_a_sheet);
  EXPECT_EQ(read("code,name\n1,x\n").refusal, SheetRefusal::not_a_sheet);
  EXPECT_EQ(read("PK\3\4 and nothing more").refusal, SheetRefusal::broken);
  EXPECT_EQ(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old").refusal, SheetRefusal::old_or_protected);
  EXPECT_EQ(read(zipped({{"hello.txt", "hello"}})).refusal, SheetRefusal::not_a_sheet);
  auto whole = zipped(workbook_with(sheet_of("<row><c><v>1</v></c></row>")));
  for (std::size_t size = 0; size < whole.size(); size += 7)
    EXPECT_TRUE(read(std::string_view(whole).substr(0, size)).refusal) << size;
}

TEST(SheetReader, RefusesBombsByWhatComesOutOfThem) {
  auto bomb = zipped(workbook_with(sheet_of("<row><c><v>1</v></c></row>" + std::string(70'000'000, ' '))));
  EXPECT_LT(bomb.size(), 200'000u);
  EXPECT_EQ(read(bomb).refusal, SheetRefusal::too_large);
  auto texts = workbook_with(sheet_of(""));
  texts["texts.xml"] = "<sst>";
  for (int i = 0; i < 2000; ++i) texts["texts.xml"] += "<si><t>" + std::string(1000, 'x') + "</t></si>";
  texts["texts.xml"] += "</sst>";
  EXPECT_EQ(read(zipped(texts), {.shared_text_bytes = 1'000'000}).refusal, SheetRefusal::too_large);
  Parts many = workbook_with(sheet_of(""));
  for (int i = 0; i < 300; ++i) many["part" + std::to_string(i)] = "x";
  EXPECT_EQ(read(zipped(many)).refusal, SheetRefusal::too_large);
  EXPECT_EQ(read(zipped(many), {.file_bytes = 100}).refusal, SheetRefusal::too_large);
}

TEST(SheetReader, RefusesEntitiesDepthAndNonsense) {
  auto with_xml = [](const std::string& xml) { return read(zipped(workbook_with(xml))).refusal; };
  EXPECT_EQ(with_xml(R"(<!DOCTYPE w [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>)"),
            SheetRefusal::broken);
  EXPECT_EQ(with_xml(R"(<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>)"), SheetRefusal::broken);
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<a>";
  EXPECT_EQ(with_xml(deep), SheetRefusal::broken);
  EXPECT_EQ(with_xml("<worksheet>"), SheetRefusal::broken);
  for (auto* row : {R"(<row r="2"/><row r="2"/>)", R"(<row r="1048577"/>)", R"(<row r="x"/>)",
                    R"(<row><c r="XFE1"><v>1</v></c></row>)", R"(<row><c r="7"><v>1</v></c></row>)",
                    R"(<row><c t="s"><v>2</v></c></row>)", R"(<row><c><v>1x</v></c></row>)"})
    EXPECT_EQ(read_rows(row).refusal, SheetRefusal::broken) << row;
}

TEST(SheetReader, KeepsItsLimits) {
  std::string rows;
  for (int i = 0; i < 5; ++i) rows += "<row><c><v>1</v></c></row><row/>";
  EXPECT_FALSE(read_rows(rows, {.rows = 5}).refusal);
  EXPECT_EQ(read_rows(rows, {.rows = 4}).refusal, SheetRefusal::too_many_rows);
  EXPECT_EQ(read_rows(R"(<row><c r="C1"><v>1</v></c></row>)", {.columns = 2}).refusal,
            SheetRefusal::too_many_columns);
  EXPECT_FALSE(read_rows(R"(<row><c r="C1" s="1"/></row>)", {.columns = 2}).refusal);
  EXPECT_EQ(read_rows(R"(<row><c t="str"><v>12345</v></c></row>)", {.cell_bytes = 4}).refusal,
            SheetRefusal::cell_too_long);
}

TEST(SheetReader, ReadsWhatOpenpyxlWrites) {
  auto file = std::filesystem::path(testing::TempDir()) /
              ("expogate_openpyxl_" + std::to_string(::getpid()) + ".xlsx");
  ChildProcess program({"/usr/bin/python3", "-B", testing_folder() / "openpyxl_sheets.py", "write", file});
  ASSERT_EQ(program.read_line(), "done");
  std::ifstream stream(file, std::ios::binary);
  auto reading = read(std::string(std::istreambuf_iterator<char>(stream), {}));
  std::filesystem::remove(file);
  EXPECT_FALSE(reading.refusal);
  EXPECT_THAT(reading.rows[2], ElementsAre("张伟 & <友>", "42", "2025-11-06", "2025-11-06 09:30:00",
                                           "09:30:00", "TRUE", "0.1"));
  EXPECT_EQ(reading.rows[4][0], "after a gap");
  EXPECT_THAT(reading.rows[4][1], testing::HasSubstr("e+17"));  // its digits are lost: nobody's number
  EXPECT_EQ(reading.rows[4][2], "-1.5");
}

TEST(SheetReader, ReadsBothModesOfLibxlsxwriter) {
  for (bool is_streamed : {false, true}) {
    auto file = std::filesystem::path(testing::TempDir()) /
                ("expogate_modes_" + std::to_string(::getpid()) + ".xlsx");
    lxw_workbook_options options{};
    options.constant_memory = is_streamed;
    auto* book = workbook_new_opt(file.c_str(), &options);
    auto* page = workbook_add_worksheet(book, nullptr);
    worksheet_write_string(page, 0, 0, " 两端空格 ", nullptr);
    worksheet_write_string(page, 0, 1, "line\nbreak \x01", nullptr);
    ASSERT_EQ(workbook_close(book), LXW_NO_ERROR);
    std::ifstream stream(file, std::ios::binary);
    auto reading = read(std::string(std::istreambuf_iterator<char>(stream), {}));
    std::filesystem::remove(file);
    EXPECT_THAT(reading.rows[1], ElementsAre(" 两端空格 ", "line\nbreak \x01")) << is_streamed;
  }
}

constexpr EnumLabel columns[] = {{"code", "编码", "Code"}, {"name", "名称", "Name"}};

TEST(SheetTable, FindsColumnsByHeadingsOfEitherLanguageInAnyOrder) {
  auto row = [](const Cells& cells) {
    std::string xml = "<row>";
    for (auto& cell : cells) xml += "<c t=\"str\"><v>" + cell + "</v></c>";
    return xml + "</row>";
  };
  auto table_of = [](const std::string& rows) {
    return read_table(zipped(workbook_with(sheet_of(rows))), {}, columns);
  };
  auto table = table_of("<row r=\"3\"/>" + row({" NAME ", "remark", "编码"}) + row({" n1 ", "x", "1"}) +
                        row({" ", "only a remark"}) + row({"n2"}));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("1", "n1"));
  EXPECT_EQ(table.rows[1].number, 7u);
  EXPECT_THAT(table.rows[1].cells, ElementsAre("", "n2"));

  ImportReport report;
  report_errors(report, table_of(row({"Code", "code"}) + row({"1", "2"})).errors, Locale::en);
  ASSERT_EQ(report.error_count, 2);
  EXPECT_EQ(report.errors[0].code, "sheet.column_doubled");
  EXPECT_EQ(report.errors[1].message, "This column is missing from the sheet “S”");
  EXPECT_EQ(table_of("").errors.size(), 2u);
  EXPECT_THROW(read_table("no", {}, columns), ValidationError);
}

TEST(SheetTable, TakesItsCellsThroughTheTextGate) {
  auto sheet = [](const std::string& name) {
    return sheet_of(
        "<row><c t=\"str\"><v>\u200BＮａｍｅ\u3000</v></c><c t=\"str\"><v>Ｃｏｄｅ</v></c></row><row><c "
        "t=\"str\"><v>" +
        name + "</v></c><c t=\"str\"><v>\u200BＡ１\u3000</v></c></row>");
  };
  auto table = read_table(zipped(workbook_with(sheet("Jose\u0301\u3000"))), {}, columns);
  EXPECT_THAT(table.errors, IsEmpty());
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("A1", "José"));
  EXPECT_EQ(table.name, "S");

  table = read_table(zipped(workbook_with(sheet("two\nlines"))), {}, columns);
  ASSERT_EQ(table.errors.size(), 1u);
  EXPECT_EQ(table.errors[0].code->code, "field.control");
  EXPECT_EQ(table.errors[0].column->name, "name");
  EXPECT_EQ(table.errors[0].row, 2u);
}

TEST(SheetReader, GivesCodesTheZerosThatTheirFormatShows) {
  auto parts =
      workbook_with(sheet_of(R"(<row><c s="1"><v>123</v></c><c s="2"><v>123</v></c><c s="0"><v>123</v></c>
      <c s="1"><v>-5</v></c></row>)"));
  parts["styles.xml"] = R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="000000000"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="1"/></cellXfs></styleSheet>)";
  auto& relations = parts["xl/_rels/book.xml.rels"];
  relations.insert(relations.rfind("</"), R"(<Relationship Id="r2" Type="x/styles" Target="/styles.xml"/>)");
  EXPECT_THAT(read(zipped(parts)).rows[1], ElementsAre("000000123", "123", "123", "-5"));
}

}  // namespace
}  // namespace expogate
