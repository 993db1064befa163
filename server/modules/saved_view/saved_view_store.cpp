#include "saved_view/saved_view_store.h"

namespace expogate::saved_view::store {

std::vector<SavedView> list(db::Tx& tx, const AccountId& account, const std::string& list) {
  return tx.query<SavedView>(R"(
      select id, list, name, query, position, version from saved_views
      where account_id = $1 and list = $2 order by position, id)",
                             account, list);
}

std::optional<SavedView> find(db::Tx& tx, const AccountId& account, const SavedViewId& id) {
  return tx.one<SavedView>(
      "select id, list, name, query, position, version from saved_views where id = $1 and account_id = $2",
      id, account);
}

void add(db::Tx& tx, const AccountId& account, const SavedView& v, Instant now) {
  tx.exec(R"(
      insert into saved_views (id, account_id, list, name, query, position, created_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8))",
          v.id, account, v.list, v.name, v.query, v.position, now, v.version);
}

bool change(db::Tx& tx, const SavedView& v, std::int64_t version_read) {
  return tx.exec(R"(
      update saved_views set name = $3, query = $4, position = $5, version = version + 1
      where id = $1 and version = $2)",
                 v.id, version_read, v.name, v.query, v.position) == 1;
}

bool remove(db::Tx& tx, const SavedViewId& id) {
  return tx.exec("delete from saved_views where id = $1", id) == 1;
}

}  // namespace expogate::saved_view::store
