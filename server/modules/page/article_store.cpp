#include "page/article_store.h"

#include <fmt/format.h>

#include "platform/db/list_query.h"

namespace expogate::page::store {
namespace {

constexpr std::string_view columns =
    "id, section, title_zh, title_en, body_zh, body_en, is_pinned, state, published_at, version";
/// Lists need no more of a text than what invites to read on.
constexpr std::string_view row_columns =
    "id, section, title_zh, title_en, substr(body_zh, 1, 120) as lead_zh, substr(body_en, 1, 240) as "
    "lead_en, "
    "is_pinned, state, published_at, changed_at, version";

}  // namespace

Page<ArticleRow> list(db::Tx& tx, const EditionId& edition, const ArticleFilter& filter,
                      const PageRequest& page) {
  db::ListQuery query("articles", row_columns);
  query.where("edition_id = ?", edition);
  if (filter.text) {
    auto pattern = db::like_pattern(*filter.text);
    query.where("(title_zh like ? escape '!' or title_en like ? escape '!')", pattern, pattern);
  }
  if (filter.section) query.where("section = ?", *filter.section);
  if (filter.state) query.where("state = ?", *filter.state);
  query.order_by(page.sort, {{"published_at", "published_at"}, {"changed_at", "changed_at"}},
                 "changed_at desc", "id");
  return query.page<ArticleRow>(tx, page);
}

Page<ArticleRow> list_published(db::Tx& tx, const EditionId& edition, std::optional<Section> section,
                                const PageRequest& page) {
  db::ListQuery query("articles", row_columns);
  query.where("edition_id = ?", edition).where("state = ?", ArticleState::published);
  if (section) query.where("section = ?", *section);
  query.order_by("", {}, "is_pinned desc, published_at desc", "id");
  return query.page<ArticleRow>(tx, page);
}

std::optional<Article> find(db::Tx& tx, const EditionId& edition, const ArticleId& id) {
  return tx.one<Article>(fmt::format("select {} from articles where edition_id = $1 and id = $2", columns),
                         edition, id);
}

void add(db::Tx& tx, const EditionId& edition, const Article& a, Instant now) {
  tx.exec(R"(
      insert into articles (id, edition_id, section, title_zh, title_en, body_zh, body_en, is_pinned, state, published_at,
                            changed_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
          a.id, edition, a.section, a.title_zh, a.title_en, a.body_zh, a.body_en, a.is_pinned, a.state,
          a.published_at, now, a.version);
}

bool change(db::Tx& tx, const Article& a, std::int64_t version_read, Instant now) {
  return tx.exec(R"(
      update articles set section = $3, title_zh = $4, title_en = $5, body_zh = $6, body_en = $7, is_pinned = $8,
                          changed_at = $9, version = version + 1
      where id = $1 and version = $2)",
                 a.id, version_read, a.section, a.title_zh, a.title_en, a.body_zh, a.body_en, a.is_pinned,
                 now) == 1;
}

bool change_state(db::Tx& tx, const Article& before, ArticleState to, std::optional<Instant> published_at,
                  Instant now) {
  return tx.exec(R"(
      update articles set state = $3, published_at = $4, changed_at = $5, version = version + 1
      where id = $1 and version = $2)",
                 before.id, before.version, to, published_at, now) == 1;
}

bool remove(db::Tx& tx, const ArticleId& id, std::int64_t version_read) {
  return tx.exec("delete from articles where id = $1 and version = $2", id, version_read) == 1;
}

}  // namespace expogate::page::store
