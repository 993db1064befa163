#include "edition/catalogue_store.h"

#include <fmt/format.h>

#include <map>

#include "platform/db/list_query.h"

namespace expogate::edition::store {
namespace {

constexpr std::string_view columns = "id, kind, code, parent_id, name_zh, name_en, position, active, version";
constexpr std::string_view row_columns =
    "i.id, i.kind, i.code, i.parent_id, i.name_zh, i.name_en, i.position, i.active, i.version, "
    "exists (select 1 from catalogue_items c where c.parent_id = i.id) as has_children";

}  // namespace

std::vector<CatalogueCount> count_catalogues(db::Tx& tx, const EditionId& edition) {
  return tx.query<CatalogueCount>(
      "select kind, count(*) as items from catalogue_items where edition_id = $1 group by kind", edition);
}

Page<CatalogueRow> list_items(db::Tx& tx, const EditionId& edition, CatalogueKind kind,
                              const CatalogueFilter& filter, const PageRequest& page) {
  db::ListQuery query("catalogue_items i", row_columns);
  query.where("i.edition_id = ? and i.kind = ?", edition, kind);
  if (filter.parent_id) query.where("i.parent_id = ?", *filter.parent_id);
  if (filter.is_top_only) query.where("i.parent_id is null");
  if (!filter.has_inactive) query.where("i.active = ?", true);
  if (filter.text) {
    auto pattern = db::like_pattern(*filter.text);
    query.where("(i.name_zh like ? escape '!' or i.name_en like ? escape '!' or i.code like ? escape '!')",
                pattern, pattern, pattern);
  }
  query.order_by(
      page.sort,
      {{"code", "i.code"}, {"position", "i.position"}, {"name_zh", "i.name_zh"}, {"name_en", "i.name_en"}},
      "i.position", "i.id");
  return query.page<CatalogueRow>(tx, page);
}

std::vector<CatalogueItem> list_all(db::Tx& tx, const EditionId& edition, CatalogueKind kind) {
  return tx.query<CatalogueItem>(R"(
      select id, kind, code, parent_id, name_zh, name_en, position, active, version from catalogue_items
      where edition_id = $1 and kind = $2 order by position, id)",
                                 edition, kind);
}

std::vector<CatalogueItem> list_with_ancestors(db::Tx& tx, const EditionId& edition, CatalogueKind kind,
                                               const std::vector<std::string>& codes) {
  std::vector<db::Param> params{db::to_param(edition), db::to_param(kind)};
  std::string marks;
  for (auto& code : codes) {
    if (code.empty()) continue;
    params.push_back(db::to_param(code));
    marks += fmt::format("{}${}", marks.empty() ? "" : ", ", params.size());
  }
  if (marks.empty()) return {};
  return tx.query_with<CatalogueItem>(fmt::format(R"(
      with recursive path (id, parent_id) as (
        select id, parent_id from catalogue_items where edition_id = $1 and kind = $2 and code in ({0})
        union select p.id, p.parent_id from catalogue_items p join path on p.id = path.parent_id)
      select {1} from catalogue_items where id in (select id from path))",
                                                  marks, columns),
                                      params);
}

std::optional<CatalogueItem> find_item(db::Tx& tx, const CatalogueItemId& id) {
  return tx.one<CatalogueItem>(fmt::format("select {} from catalogue_items where id = $1", columns), id);
}

std::optional<EditionId> find_edition_of(db::Tx& tx, const CatalogueItemId& id) {
  return tx.one<EditionId>("select edition_id from catalogue_items where id = $1", id);
}

int depth_of(db::Tx& tx, const CatalogueItemId& id) {
  return tx.value<int>(R"(
      with recursive ancestors (id, parent_id) as (
        select id, parent_id from catalogue_items where id = $1
        union all select p.id, p.parent_id from catalogue_items p join ancestors a on p.id = a.parent_id)
      select count(*) from ancestors)",
                       id);
}

bool has_children(db::Tx& tx, const CatalogueItemId& id) {
  return tx.one<std::int64_t>("select 1 from catalogue_items where parent_id = $1 limit 1", id).has_value();
}

void add_items(db::Tx& tx, const EditionId& edition, const std::vector<CatalogueItem>& items) {
  std::vector<std::vector<db::Param>> rows;
  for (auto& i : items)
    rows.push_back({db::to_param(i.id), db::to_param(edition), db::to_param(i.kind), db::to_param(i.code),
                    db::to_param(i.parent_id), db::to_param(i.name_zh), db::to_param(i.name_en),
                    db::to_param(i.position), db::to_param(i.active), db::to_param(i.version)});
  tx.batch(R"(
      insert into catalogue_items (id, edition_id, kind, code, parent_id, name_zh, name_en, position, active, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))",
           rows);
}

bool change_item(db::Tx& tx, const CatalogueItem& item, std::int64_t version_read) {
  return tx.exec(R"(
      update catalogue_items set code = $3, name_zh = $4, name_en = $5, position = $6, active = $7, parent_id = $8,
                                 version = version + 1
      where id = $1 and version = $2)",
                 item.id, version_read, item.code, item.name_zh, item.name_en, item.position, item.active,
                 item.parent_id) == 1;
}

bool remove_item(db::Tx& tx, const CatalogueItemId& id, std::int64_t version_read) {
  return tx.exec("delete from catalogue_items where id = $1 and version = $2", id, version_read) == 1;
}

void copy_catalogues(db::Tx& tx, const EditionId& from, const EditionId& to, Instant now) {
  // Parents come before their children, so that a copy's parent is already known.
  auto items = tx.query<CatalogueItem>(R"(
      with recursive tree (id, depth) as (
        select id, 1 from catalogue_items where edition_id = $1 and parent_id is null
        union all select c.id, t.depth + 1 from catalogue_items c join tree t on c.parent_id = t.id)
      select i.id, i.kind, i.code, i.parent_id, i.name_zh, i.name_en, i.position, i.active, i.version
      from catalogue_items i join tree on tree.id = i.id order by tree.depth, i.id)",
                                       from);
  std::map<std::string, CatalogueItemId> copies;
  for (auto& item : items) {
    auto fresh = new_id<CatalogueItemId>(now);
    copies.emplace(item.id.text, fresh);
    item.id = fresh;
    item.version = 1;
    if (item.parent_id) item.parent_id = copies.at(item.parent_id->text);
  }
  add_items(tx, to, items);
}

}  // namespace expogate::edition::store
