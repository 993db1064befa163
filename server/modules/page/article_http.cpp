#include "page/article_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::page {

struct ArticleRequest {
  Section section = Section::guide;
  wire::Text<1, 120> title_zh;
  wire::Text<0, 200> title_en;
  wire::Text<1, 20000> body_zh;
  wire::Text<0, 30000> body_en;
  int position = 0;
};
BOOST_DESCRIBE_STRUCT(ArticleRequest, (), (section, title_zh, title_en, body_zh, body_en, position))

struct ArticleQuery : wire::PageQuery {
  std::optional<Section> section;
  std::optional<ArticleState> state;
};
BOOST_DESCRIBE_STRUCT(ArticleQuery, (wire::PageQuery), (section, state))

namespace {

constexpr std::size_t body_limit = 256 * 1024;

Article wanted(const ArticleRequest& r, ArticleId id = {}) {
  Article article;
  article.id = std::move(id);
  article.section = r.section;
  article.title_zh = r.title_zh;
  article.title_en = r.title_en;
  article.body_zh = r.body_zh;
  article.body_en = r.body_en;
  article.position = r.position;
  return article;
}

Article same(const Article& article) {
  return article;
}

}  // namespace

void add_routes(wire::Router& router, ArticleService& articles) {
  router.get("/articles", "article_list_published")
      .for_everyone("the services board is for visitors before and after they sign in")
      .summary("The services board: published articles, section by section")
      .handle([&](const Caller& caller, const wire::NoInput&) {
        return wire::list_view(articles.list_published(caller.edition), same);
      });

  router.get("/admin/articles", "article_list")
      .allow(Permission::edit_articles)
      .summary("All articles of the services board")
      .handle([&](const Caller& caller, const ArticleQuery& q) {
        return wire::page_view(articles.list_articles(caller, {q.section, q.state}, wire::page_request(q)), same);
      });

  router.post("/admin/articles", "article_create")
      .allow(Permission::edit_articles)
      .idempotent()
      .with_body_limit(body_limit)
      .summary("Writes a draft")
      .handle([&](const Caller& caller, const ArticleRequest& r) { return articles.add_article(caller, wanted(r)); });

  router.put("/admin/articles/{id}", "article_change")
      .allow(Permission::edit_articles)
      .with_body_limit(body_limit)
      .summary("Changes an article that is not published")
      .handle([&](const Caller& caller, ArticleId id, const ArticleRequest& r, wire::IfMatch match) {
        return articles.change_article(caller, wanted(r, id), match.version);
      });

  router.post("/admin/articles/{id}/publication", "article_publish")
      .allow(Permission::edit_articles)
      .idempotent()
      .summary("Puts an article on the board")
      .handle([&](const Caller& caller, ArticleId id, const wire::NoInput&) {
        return articles.act(caller, id, ArticleAction::publish);
      });

  router.post("/admin/articles/{id}/withdrawal", "article_withdraw")
      .allow(Permission::edit_articles)
      .idempotent()
      .summary("Takes an article off the board")
      .handle([&](const Caller& caller, ArticleId id, const wire::NoInput&) {
        return articles.act(caller, id, ArticleAction::withdraw);
      });
}

}  // namespace expogate::page
