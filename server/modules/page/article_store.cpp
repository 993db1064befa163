#include "page/article_store.h"

#include <fmt/format.h>

#include "platform/db/list_query.h"

namespace expogate::page::store {
namespace {

constexpr std::string_view columns =
    "id, section, title_zh, title_en, body_zh, body_en, position, state, published_at, version";

}  // namespace

Page<Article> list(db::Tx& tx, const EditionId& edition, const ArticleFilter& filter, const PageRequest& page) {
  db::ListQuery query("articles", columns);
  query.where("edition_id = ?", edition);
  if (filter.section) query.where("section = ?", *filter.section);
  if (filter.state) query.where("state = ?", *filter.state);
  query.order_by(page.sort, {{"position", "position"}, {"published_at", "published_at"}}, "created_at desc", "id");
  return query.page<Article>(tx, page);
}

std::vector<Article> list_published(db::Tx& tx, const EditionId& edition) {
  return tx.query<Article>(fmt::format("select {} from articles where edition_id = $1 and state = 'published' "
                                       "order by section, position, published_at desc, id",
                                       columns),
                           edition);
}

std::optional<Article> find(db::Tx& tx, const EditionId& edition, const ArticleId& id) {
  return tx.one<Article>(fmt::format("select {} from articles where edition_id = $1 and id = $2", columns), edition,
                         id);
}

void add(db::Tx& tx, const EditionId& edition, const Article& a, Instant now) {
  tx.exec(R"(
      insert into articles (id, edition_id, section, title_zh, title_en, body_zh, body_en, position, state, published_at,
                            created_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
          a.id, edition, a.section, a.title_zh, a.title_en, a.body_zh, a.body_en, a.position, a.state,
          a.published_at, now, a.version);
}

bool change(db::Tx& tx, const Article& a, std::int64_t version_read) {
  return tx.exec(R"(
      update articles set section = $3, title_zh = $4, title_en = $5, body_zh = $6, body_en = $7, position = $8,
                          version = version + 1
      where id = $1 and version = $2 and state <> 'published')",
                 a.id, version_read, a.section, a.title_zh, a.title_en, a.body_zh, a.body_en, a.position) == 1;
}

bool change_state(db::Tx& tx, const ArticleId& id, ArticleState from, ArticleState to,
                  std::optional<Instant> published_at) {
  return tx.exec(
             "update articles set state = $3, published_at = $4, version = version + 1 where id = $1 and state = $2",
             id, from, to, published_at) == 1;
}

}  // namespace expogate::page::store
