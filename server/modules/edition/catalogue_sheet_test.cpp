#include "edition/catalogue_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace expogate::edition {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// EDN-05, on a catalogue of two levels: section A with divisions A1 and A2, and section B.
class CatalogueImportTest : public testing::Test {
 protected:
  static CatalogueItem item(std::string code, std::optional<CatalogueItemId> parent, int position) {
    return {CatalogueItemId{"id-" + code},
            CatalogueKind::industry,
            code,
            parent,
            "名" + code,
            "Name " + code,
            position};
  }

  CatalogueImport plan(std::vector<std::vector<std::string>> rows) const {
    SheetTable table;
    for (std::uint32_t number = 2; auto& cells : rows) table.rows.push_back({number++, cells});
    return plan_import(CatalogueKind::industry, existing_, table, Instant{1});
  }

  static std::vector<std::string> complaints(const CatalogueImport& import) {
    std::vector<std::string> out;
    for (auto& error : import.errors)
      out.push_back(std::to_string(error.row) + " " + std::string(error.column->name) + " " +
                    std::string(error.code->code));
    return out;
  }

  std::vector<CatalogueItem> existing_{item("A", std::nullopt, 1), item("A1", CatalogueItemId{"id-A"}, 1),
                                       item("A2", CatalogueItemId{"id-A"}, 2), item("B", std::nullopt, 2)};
};

TEST_F(CatalogueImportTest, SortsRowsIntoAddedChangedAndUnchangedAndAddsParentsFirst) {
  auto import = plan({{"C1", "C", "新", "new", "1", "是"},
                      {"C", "", "新组", "new group", "3", "yes"},
                      {"A1", "A", "名A1", "Name A1", "1", "TRUE"},
                      {"A2", "B", "改名", "Name A2", "2", "否"}});
  EXPECT_THAT(import.errors, IsEmpty());
  ASSERT_EQ(import.added.size(), 2u);
  EXPECT_EQ(import.added[0].code, "C");
  EXPECT_EQ(import.added[1].parent_id, import.added[0].id);
  EXPECT_EQ(import.unchanged, 1);
  ASSERT_EQ(import.changed.size(), 1u);
  EXPECT_EQ(import.changed[0].id.text, "id-A2");
  EXPECT_EQ(import.changed[0].parent_id->text, "id-B");
  EXPECT_FALSE(import.changed[0].active);
}

TEST_F(CatalogueImportTest, TellsEverythingThatIsWrongByRowAndColumn) {
  EXPECT_THAT(complaints(plan({{"", "", "", "", "", ""},
                               {"X", "nowhere", "x", std::string(121, 'x'), "1.5", "maybe"},
                               {"X", "", "x", "x", "1", "yes"},
                               {std::string(41, 'x'), "", "x", "x", "1", "yes"}})),
              ElementsAre("2 code field.required", "2 name_zh field.required", "2 name_en field.required",
                          "2 position catalogue.position_wrong", "2 active catalogue.active_wrong",
                          "3 name_en field.too_long", "3 position catalogue.position_wrong",
                          "3 active catalogue.active_wrong", "4 code catalogue.code_repeated",
                          "5 code field.too_long", "3 parent_code catalogue.parent_unknown"));
}

TEST_F(CatalogueImportTest, RefusesLevelsThatTheCatalogueDoesNotHave) {
  auto row = [](std::string code, std::string parent) {
    return std::vector<std::string>{code, parent, "x", "x", "1", "yes"};
  };
  auto too_deep = [&](std::vector<std::vector<std::string>> rows) { return complaints(plan(rows)); };
  EXPECT_THAT(too_deep({row("D", "A1")}), ElementsAre("2 parent_code catalogue.too_deep"));
  EXPECT_THAT(too_deep({row("A", "B")}), ElementsAre("2 parent_code catalogue.too_deep"))
      << "its children are not in the file";
  EXPECT_THAT(too_deep({row("B", "B")}), ElementsAre("2 parent_code catalogue.too_deep"));
  EXPECT_THAT(too_deep({row("X", "Y"), row("Y", "X")}),
              ElementsAre("2 parent_code catalogue.too_deep", "3 parent_code catalogue.too_deep"));
  EXPECT_THAT(too_deep({row("A1", ""), row("D", "A1")}), IsEmpty()) << "moved up first";
}

}  // namespace
}  // namespace expogate::edition
