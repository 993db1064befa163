#pragma once
#include <vector>

#include "base/page.h"
#include "page/article.h"
#include "platform/db/tx.h"

namespace expogate::page::store {

struct ArticleFilter {
  std::optional<Section> section;
  std::optional<ArticleState> state;
};

Page<Article> list(db::Tx& tx, const EditionId& edition, const ArticleFilter& filter, const PageRequest& page);
/// What the board of an edition shows, section by section, in the bureau's order.
std::vector<Article> list_published(db::Tx& tx, const EditionId& edition);
std::optional<Article> find(db::Tx& tx, const EditionId& edition, const ArticleId& id);
void add(db::Tx& tx, const EditionId& edition, const Article& article, Instant now);
bool change(db::Tx& tx, const Article& article, std::int64_t version_read);
/// Compare-and-set.
bool change_state(db::Tx& tx, const ArticleId& id, ArticleState from, ArticleState to,
                  std::optional<Instant> published_at);

}  // namespace expogate::page::store
