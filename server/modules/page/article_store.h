#pragma once
#include "base/page.h"
#include "page/article.h"
#include "platform/db/tx.h"

namespace expogate::page::store {

struct ArticleFilter {
  std::optional<std::string> text;  ///< in the titles
  std::optional<Section> section;
  std::optional<ArticleState> state;
};

/// For the editors: what was changed last comes first.
Page<ArticleRow> list(db::Tx& tx, const EditionId& edition, const ArticleFilter& filter,
                      const PageRequest& page);
/// What the board of an edition shows: the pinned ones, then the newest.
Page<ArticleRow> list_published(db::Tx& tx, const EditionId& edition, std::optional<Section> section,
                                const PageRequest& page);
std::optional<Article> find(db::Tx& tx, const EditionId& edition, const ArticleId& id);
void add(db::Tx& tx, const EditionId& edition, const Article& article, Instant now);
bool change(db::Tx& tx, const Article& article, std::int64_t version_read, Instant now);
/// Compare-and-set.
bool change_state(db::Tx& tx, const Article& article, ArticleState to, std::optional<Instant> published_at,
                  Instant now);
bool remove(db::Tx& tx, const ArticleId& id, std::int64_t version_read);

}  // namespace expogate::page::store
