#pragma once
#include "base/caller.h"
#include "page/article_store.h"
#include "platform/db/database.h"

namespace expogate::page {

class ArticleService {
 public:
  ArticleService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  /// The board as everybody reads it. What is not published does not exist there.
  Page<ArticleRow> list_published(const Caller& caller, std::optional<Section> section,
                                  const PageRequest& page);
  Article get_published(const Caller& caller, const ArticleId& id);

  Page<ArticleRow> list_articles(const Caller& caller, const store::ArticleFilter& filter,
                                 const PageRequest& page);
  Article get_article(const Caller& caller, const ArticleId& id);
  Article add_article(const Caller& caller, Article wanted);
  Article change_article(const Caller& caller, const Article& wanted, std::int64_t version);
  Article act(const Caller& caller, const ArticleId& id, ArticleAction action, std::int64_t version);
  void remove_article(const Caller& caller, const ArticleId& id, std::int64_t version);

 private:
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::page
