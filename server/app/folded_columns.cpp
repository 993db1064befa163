#include "app/folded_columns.h"

#include <fmt/format.h>

#include <boost/describe/class.hpp>

#include "platform/db/error.h"
#include "platform/db/search_index.h"
#include "platform/text/folding.h"

namespace expogate {

struct FoldedRow {
  std::string id;
  std::int64_t serial = 0;
  std::string first, second, folded;
};
BOOST_DESCRIBE_STRUCT(FoldedRow, (), (id, serial, first, second, folded))

namespace {

/// Where a folded text stands, and what it is folded from: two names, or one text.
struct FoldedColumn {
  std::string_view table, column, first, second;
  std::string_view index, index_column;  ///< where it is also found; none for short lists
};

constexpr FoldedColumn folded_columns[] = {
    {"organizations", "name_folded", "name_zh", "name_en", "organization_search", "name"},
    {"organizations", "address_folded", "address", "", "organization_search", "address"},
    {"attendees", "name_folded", "name_zh", "name_en", "attendee_search", "name"},
    {"key_invitees", "name_folded", "name", "", "", ""},
    {"organization_quotas", "name_folded", "name", "", "", ""},
};

constexpr int piece = 500;

std::vector<FoldedRow> rows_after(db::Tx& tx, const FoldedColumn& c, const std::string& id) {
  auto serial = c.index.empty() ? "0" : "serial";
  auto second = c.second.empty() ? "''" : std::string(c.second);
  return tx.query<FoldedRow>(
      fmt::format("select id, {} as serial, {} as first, {} as second, {} as folded from {} where id > $1 "
                  "order by id limit $2",
                  serial, c.first, second, c.column, c.table),
      id, piece);
}

std::string folded_of(const FoldedColumn& c, const FoldedRow& row) {
  auto first = folded_for_search(row.first);
  return c.second.empty() ? first : first + " " + folded_for_search(row.second);
}

/// False when another row has this very name already where a name stands once: that one stays as it is.
bool put(db::Tx& tx, const FoldedColumn& c, const FoldedRow& row, const std::string& folded) {
  try {
    tx.attempt([&] {
      tx.exec(fmt::format("update {0} set {1} = $2 where id = $1", c.table, c.column), row.id, folded);
      if (!c.index.empty()) db::change_in_search(tx, c.index, row.serial, {c.index_column, folded});
    });
    return true;
  } catch (const db::Error& error) {
    if (error.fault() != db::Fault::unique) throw;
    return false;
  }
}

}  // namespace

std::int64_t refold_all(db::Database& database) {
  std::int64_t count = 0;
  for (auto& column : folded_columns)
    for (std::string last;;) {
      auto rows = database.read([&](db::Tx& tx) { return rows_after(tx, column, last); });
      if (rows.empty()) break;
      last = rows.back().id;
      std::erase_if(rows, [&](auto& row) { return folded_of(column, row) == row.folded; });
      if (rows.empty()) continue;
      count += database.write([&](db::Tx& tx) {
        std::int64_t changed = 0;
        for (auto& row : rows) changed += put(tx, column, row, folded_of(column, row)) ? 1 : 0;
        return changed;
      });
    }
  return count;
}

}  // namespace expogate
