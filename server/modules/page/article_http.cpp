#include "page/article_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::page {

struct ArticleRequest {
  Section section = Section::guide;
  wire::Text<1, 120> title_zh;
  wire::Text<0, 200> title_en;
  wire::Text<1, 10000> body_zh;
  wire::Text<0, 20000> body_en;
  bool is_pinned = false;
};
BOOST_DESCRIBE_STRUCT(ArticleRequest, (), (section, title_zh, title_en, body_zh, body_en, is_pinned))

struct BoardQuery : wire::PageQuery {
  std::optional<Section> section;
};
BOOST_DESCRIBE_STRUCT(BoardQuery, (wire::PageQuery), (section))

struct ArticleQuery : wire::PageQuery {
  std::optional<std::string> q;
  std::optional<Section> section;
  std::optional<ArticleState> state;
};
BOOST_DESCRIBE_STRUCT(ArticleQuery, (wire::PageQuery), (q, section, state))

namespace {

/// Both texts at their longest, every character escaped.
constexpr std::size_t body_limit = 256 * 1024;

Article wanted(const ArticleRequest& r, ArticleId id = {}) {
  Article article;
  article.id = std::move(id);
  article.section = r.section;
  article.title_zh = r.title_zh;
  article.title_en = r.title_en;
  article.body_zh = r.body_zh;
  article.body_en = r.body_en;
  article.is_pinned = r.is_pinned;
  return article;
}

auto page_of(const Page<ArticleRow>& page) {
  return wire::page_view(page);
}

void add_reading_routes(wire::Router& router, ArticleService& articles) {
  router.get("/articles", "article_list_published")
      .for_everyone("the services board is for visitors before and after they sign in")
      .summary("The services board: published articles, pinned ones first, then the newest")
      .handle([&](const Caller& caller, const BoardQuery& q) {
        return page_of(articles.list_published(caller, q.section, wire::page_request(q)));
      });

  router.get("/articles/{id}", "article_get_published")
      .for_everyone("the services board is for visitors before and after they sign in")
      .summary("A published article with its whole text")
      .handle([&](const Caller& caller, ArticleId id, const wire::NoInput&) {
        return articles.get_published(caller, id);
      });
}

void add_editing_routes(wire::Router& router, ArticleService& articles) {
  router.get("/admin/articles", "article_list")
      .allow(Permission::edit_articles)
      .summary("All articles of the services board, drafts too")
      .handle([&](const Caller& caller, const ArticleQuery& q) {
        return page_of(articles.list_articles(caller, {q.q, q.section, q.state}, wire::page_request(q)));
      });

  router.get("/admin/articles/{id}", "article_get")
      .allow(Permission::edit_articles)
      .summary("An article as its editors see it")
      .handle([&](const Caller& caller, ArticleId id, const wire::NoInput&) {
        return articles.get_article(caller, id);
      });

  router.post("/admin/articles", "article_create")
      .allow(Permission::edit_articles)
      .idempotent()
      .with_body_limit(body_limit)
      .summary("Writes a draft")
      .handle([&](const Caller& caller, const ArticleRequest& r) {
        return articles.add_article(caller, wanted(r));
      });

  router.put("/admin/articles/{id}", "article_change")
      .allow(Permission::edit_articles)
      .with_body_limit(body_limit)
      .summary("Changes an article, at once on the board too when it is published")
      .handle([&](const Caller& caller, ArticleId id, const ArticleRequest& r, wire::IfMatch match) {
        return articles.change_article(caller, wanted(r, id), match.version);
      });

  router.remove("/admin/articles/{id}", "article_remove")
      .allow(Permission::edit_articles)
      .summary("Removes an article permanently")
      .handle([&](const Caller& caller, ArticleId id, wire::IfMatch match) {
        articles.remove_article(caller, id, match.version);
      });

  router.post("/admin/articles/{id}/publication", "article_publish")
      .allow(Permission::edit_articles)
      .idempotent()
      .summary("Puts an article on the board")
      .handle([&](const Caller& caller, ArticleId id, const wire::NoInput&, wire::IfMatch match) {
        return articles.act(caller, id, ArticleAction::publish, match.version);
      });

  router.post("/admin/articles/{id}/withdrawal", "article_withdraw")
      .allow(Permission::edit_articles)
      .idempotent()
      .summary("Takes an article off the board; it is a draft again")
      .handle([&](const Caller& caller, ArticleId id, const wire::NoInput&, wire::IfMatch match) {
        return articles.act(caller, id, ArticleAction::withdraw, match.version);
      });
}

}  // namespace

void add_routes(wire::Router& router, ArticleService& articles) {
  add_reading_routes(router, articles);
  add_editing_routes(router, articles);
}

}  // namespace expogate::page
