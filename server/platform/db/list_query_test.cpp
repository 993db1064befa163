#include "platform/db/list_query.h"

#include <gmock/gmock.h>

#include "testing/test_database.h"

namespace expogate::db {

struct Fruit {
  std::string id, name;
};
BOOST_DESCRIBE_STRUCT(Fruit, (), (id, name))

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ListQueryTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](Tx& tx) {
      tx.exec("create table fruits (id text primary key, name text not null, kind text not null)");
      tx.exec("create table kinds (id text primary key, shelf bigint not null)");
      tx.exec("insert into kinds values ('soft', 1), ('hard', 2)");
      tx.exec(
          R"(insert into fruits values ('1', '100% pear', 'hard'), ('2', '100 apples', 'hard'), ('3', 'kiwi_fruit', 'soft'),
                                           ('4', 'kiwixfruit', 'soft'), ('5', 'wow!', 'soft'))");
    });
  }
  std::vector<std::string> ids(ListQuery& list, PageRequest request = {}) {
    return read([&](Tx& tx) {
      std::vector<std::string> found;
      page_ = list.page<Fruit>(tx, request);
      for (auto& fruit : page_.items) found.push_back(fruit.id);
      return found;
    });
  }
  static ListQuery fruits() { return {"fruits f", "f.id, f.name"}; }
  static ListQuery& by_id(ListQuery& list) { return list.order_by("id", {{"id", "f.id"}}, "f.id", "f.id"); }
  Page<Fruit> page_;
};

TEST_P(ListQueryTest, RowsLookedUpByTheirKeyAreTheSameInTheSameOrder) {
  for (auto request : {PageRequest{1, 2, "-id"}, PageRequest{2, 2, "id"}, PageRequest{9, 2, ""}}) {
    auto plain = fruits(), keyed = fruits();
    plain.where("f.kind = ?", "soft").order_by(request.sort, {{"id", "f.id"}}, "f.id", "f.id");
    keyed.keyed_by("f.id").show("left join kinds k on k.id = f.kind");
    keyed.where("f.kind = ?", "soft").order_by(request.sort, {{"id", "f.id"}}, "f.id", "f.id");
    EXPECT_EQ(ids(keyed, request), ids(plain, request));
    EXPECT_EQ(page_.total, 3);
  }
}

TEST_P(ListQueryTest, WithoutFiltersAllRowsAreThereAndCounted) {
  auto list = fruits();
  EXPECT_THAT(ids(by_id(list)), ElementsAre("1", "2", "3", "4", "5"));
  EXPECT_EQ(page_.total, 5);
  EXPECT_FALSE(page_.total_is_capped);
}

TEST_P(ListQueryTest, APageIsPartOfTheListAndKnowsTheWhole) {
  auto list = fruits();
  EXPECT_THAT(ids(by_id(list), {.page = 2, .page_size = 2, .sort = {}}), ElementsAre("3", "4"));
  EXPECT_EQ(page_.total, 5);
  EXPECT_THAT(ids(list, {.page = 9, .page_size = 2, .sort = {}}), IsEmpty());
  EXPECT_EQ(page_.total, 5);
}

TEST_P(ListQueryTest, FiltersAndJoinsTakeTheirValuesInOrder) {
  auto list = fruits();
  list.join("join kinds k on k.id = f.kind and k.shelf = ?", 1).where("f.name <> ?", std::string("wow!"));
  EXPECT_THAT(ids(by_id(list)), ElementsAre("3", "4"));
  EXPECT_EQ(page_.total, 2);
}

TEST_P(ListQueryTest, AChoiceOfNothingIsNoFilter) {
  auto all = fruits(), some = fruits();
  EXPECT_EQ(ids(by_id(all.where_in("f.kind", std::vector<std::string>{}))).size(), 5u);
  EXPECT_THAT(ids(by_id(some.where_in("f.id", std::vector<std::string>{"2", "5", "7"}))),
              ElementsAre("2", "5"));
}

TEST_P(ListQueryTest, SignsThatPeopleTypeAreLetters) {
  auto found = [&](std::string_view typed) {
    auto list = fruits();
    list.where("f.name like ? escape '!'", like_pattern(typed));
    return ids(by_id(list));
  };
  EXPECT_THAT(found("100%"), ElementsAre("1"));
  EXPECT_THAT(found("kiwi_"), ElementsAre("3"));
  EXPECT_THAT(found("w!"), ElementsAre("5"));
  EXPECT_THAT(found("KIWI"), IsEmpty()) << "both engines know capitals from small letters";
  EXPECT_THAT(found("'; drop table fruits; --"), IsEmpty());
}

TEST_P(ListQueryTest, SortingGoesBothWaysAndIsTotal) {
  auto sorted = [&](const std::string& sort) {
    auto list = fruits();
    list.order_by(sort, {{"kind", "f.kind"}}, "f.name", "f.id");
    return ids(list);
  };
  EXPECT_THAT(sorted("kind"), ElementsAre("1", "2", "3", "4", "5"));
  EXPECT_THAT(sorted("-kind"), ElementsAre("5", "4", "3", "2", "1"));
}

TEST_P(ListQueryTest, ASortThatIsNotOfferedIsRefused) {
  for (auto sort : {"name", "kind;drop table fruits", "-", "--kind", "f.kind"}) {
    auto list = fruits();
    EXPECT_THROW(list.order_by(sort, {{"kind", "f.kind"}}, "f.name", "f.id"), ValidationError) << sort;
  }
}

TEST(ListQueryText, CountingStopsAtItsCap) {
  ListQuery list("fruits", "id");
  list.where("kind = ?", "soft");
  EXPECT_EQ(list.count_sql(),
            "select count(*) from (select 1 from fruits where kind = $1 limit 1000001) as counted");
}

TEST(ListQueryText, AQuestionMarkWithoutAValueIsAMistake) {
  ListQuery list("fruits", "id");
  EXPECT_ANY_THROW(list.where("kind = ? and id = ?", "soft"));
}

EXPOGATE_ON_EACH_ENGINE(ListQueryTest);

}  // namespace
}  // namespace expogate::db
