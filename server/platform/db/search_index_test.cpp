#include "platform/db/search_index.h"

#include <gmock/gmock.h>

#include "testing/test_database.h"

namespace expogate::db {

struct Named {
  std::int64_t id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, name))

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SearchIndexTest, ATextsWordsAreItsCharactersAndPairsOfNeighbours) {
  EXPECT_THAT(words_for_index("上海上"), ElementsAre("上", "上海", "海", "海上"));
  EXPECT_THAT(words_for_index("ab cd"), ElementsAre("a", "ab", "b", "c", "cd", "d"))
      << "no word crosses a space";
  EXPECT_THAT(words_for_query("半导体"), ElementsAre("半导", "导体"));
  EXPECT_THAT(words_for_query("睿"), ElementsAre("睿"));
  EXPECT_THAT(words_for_query(""), IsEmpty());
}

class SearchIndexDatabaseTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](Tx& tx) {
      tx.exec("create table shops (id bigint primary key, name text not null)");
      // The program's own index serves: it has the fields of an organization.
      put(tx, 1, "上海半导体");
      put(tx, 2, "北京导体");
      put(tx, 3, "海上半导");
    });
  }
  static void put(Tx& tx, std::int64_t id, const std::string& name) {
    tx.exec(
        "insert into shops (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name",
        id, name);
    SearchField fields[] = {{"name", name}, {"address", ""}};
    put_in_search(tx, "organization_search", id, fields);
  }
  std::vector<std::int64_t> found(const std::string& part) {
    return read([&](Tx& tx) {
      ListQuery query("shops s", "s.id, s.name");
      auto folded = part == "·" ? "" : part;
      where_contains(query, tx.engine(), "s.id", "organization_search", {"name", folded},
                     name_part(folded, part, "s.name", {"s.name"}));
      query.order_by("", {}, "s.id", "s.id");
      std::vector<std::int64_t> ids;
      for (auto& shop : query.all<Named>(tx)) ids.push_back(shop.id);
      return ids;
    });
  }
};

TEST_P(SearchIndexDatabaseTest, AnyPartOfATextFindsIt) {
  EXPECT_THAT(found("半导体"), ElementsAre(1));
  EXPECT_THAT(found("半导"), ElementsAre(1, 3));
  EXPECT_THAT(found("体"), ElementsAre(1, 2)) << "also its last character";
  EXPECT_THAT(found("上海"), ElementsAre(1)) << "neighbours in this order";
  EXPECT_THAT(found("导体半"), IsEmpty()) << "all pairs are somewhere, but not one after the other";
}

TEST_P(SearchIndexDatabaseTest, WhatFoldsToNothingIsSoughtAsItWasTyped) {
  EXPECT_THAT(found("·"), IsEmpty());
  write([](Tx& tx) { tx.exec("update shops set name = '海上·半导' where id = 3"); });
  EXPECT_THAT(found("·"), ElementsAre(3));
}

TEST_P(SearchIndexDatabaseTest, OneFieldIsReplacedForItself) {
  write([](Tx& tx) {
    tx.exec("update shops set name = '广州' where id = 1");
    change_in_search(tx, "organization_search", 1, {"name", "广州"});
  });
  EXPECT_THAT(found("广州"), ElementsAre(1));
  EXPECT_THAT(found("半导"), ElementsAre(3));
}

TEST_P(SearchIndexDatabaseTest, AChangedTextIsFoundByItsNewWordsAlone) {
  write([](Tx& tx) { put(tx, 1, "广州"); });
  EXPECT_THAT(found("半导"), ElementsAre(3));
  EXPECT_THAT(found("州"), ElementsAre(1));
}

EXPOGATE_ON_EACH_ENGINE(SearchIndexDatabaseTest);

}  // namespace
}  // namespace expogate::db
