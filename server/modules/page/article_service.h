#pragma once
#include "base/caller.h"
#include "page/article_store.h"
#include "platform/db/database.h"

namespace expogate::page {

class ArticleService {
 public:
  ArticleService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  /// The board as everybody reads it.
  std::vector<Article> list_published(const EditionId& edition);

  Page<Article> list_articles(const Caller& caller, const store::ArticleFilter& filter, const PageRequest& page);
  Article add_article(const Caller& caller, Article wanted);
  Article change_article(const Caller& caller, Article wanted, std::int64_t version);
  Article act(const Caller& caller, const ArticleId& id, ArticleAction action);

 private:
  static Article get(db::Tx& tx, const Caller& caller, const ArticleId& id);
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::page
