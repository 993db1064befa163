#include <gtest/gtest.h>

#include "testing/test_database.h"

namespace expogate::db {
namespace {

class ErrorTextTest : public OnEachEngine {};

TEST_P(ErrorTextTest, ARefusedRowIsNotQuoted) {
  write([](Tx& tx) {
    tx.exec("create table people (id text primary key, mobile text not null, age bigint check (age > 0))");
    tx.exec("insert into people values ('13800138000', 'x', 1)");
  });
  auto said = [&](const char* sql) {
    try {
      write([&](Tx& tx) { tx.exec(sql); });
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("13800138000: nothing was refused");
  };
  for (auto* sql : {"insert into people values ('13800138000', 'x', 1)",
                    "insert into people values ('a', '13800138000', 0)",
                    "insert into people values ('13800138000', null, 1)"})
    EXPECT_EQ(said(sql).find("13800138000"), std::string::npos) << said(sql);
}

EXPOGATE_ON_EACH_ENGINE(ErrorTextTest);

}  // namespace
}  // namespace expogate::db
