#pragma once
#include <boost/describe/class.hpp>
#include <functional>
#include <string>
#include <vector>

#include "base/caller.h"
#include "platform/db/database.h"

/// What waits for somebody: the landing page's counts, each leading to the list that it counts (GRP-02).
namespace expogate::trading_group {

struct Task {
  std::string kind, title_zh, title_en;
  std::int64_t count = 0;
  std::string path;  ///< of the page with the filters that give exactly these rows
};
BOOST_DESCRIBE_STRUCT(Task, (), (kind, title_zh, title_en, count, path))

/// Each module that has work for somebody adds a source; a source gives no task where it does not apply.
class TaskBoard {
 public:
  using Source = std::function<std::vector<Task>(db::Tx&, const Caller&)>;
  explicit TaskBoard(db::Database& database) : database_(database) {}
  void add(Source source) { sources_.push_back(std::move(source)); }

  std::vector<Task> list_tasks(const Caller& caller) {
    return database_.read([&](db::Tx& tx) {
      std::vector<Task> tasks;
      for (auto& source : sources_)
        for (auto& task : source(tx, caller)) tasks.push_back(std::move(task));
      return tasks;
    });
  }

 private:
  db::Database& database_;
  std::vector<Source> sources_;
};

}  // namespace expogate::trading_group
