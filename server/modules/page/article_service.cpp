#include "page/article_service.h"

#include "audit/audit.h"

namespace expogate::page {

std::vector<Article> ArticleService::list_published(const EditionId& edition) {
  return database_.read([&](db::Tx& tx) { return store::list_published(tx, edition); });
}

Page<Article> ArticleService::list_articles(const Caller& caller, const store::ArticleFilter& filter,
                                            const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller.edition, filter, page); });
}

Article ArticleService::get(db::Tx& tx, const Caller& caller, const ArticleId& id) {
  auto article = store::find(tx, caller.edition, id);
  if (!article) throw NotFound();
  return *article;
}

Article ArticleService::add_article(const Caller& caller, Article wanted) {
  auto now = clock_.now();
  wanted.id = new_id<ArticleId>(now);
  return database_.write([&](db::Tx& tx) {
    store::add(tx, caller.edition, wanted, now);
    audit::record(tx, caller, now,
                  {"article_added", "article", wanted.id.text, "新增展会服务内容: " + wanted.title_zh, "null",
                   audit::snapshot(wanted)});
    return wanted;
  });
}

Article ArticleService::change_article(const Caller& caller, Article wanted, std::int64_t version) {
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, wanted.id);
    if (before.state == ArticleState::published) throw Refusal(article_published);
    if (!store::change(tx, wanted, version)) throw Stale();
    auto after = get(tx, caller, wanted.id);
    audit::record(tx, caller, clock_.now(),
                  {"article_changed", "article", wanted.id.text, "修改展会服务内容: " + wanted.title_zh,
                   audit::snapshot(before), audit::snapshot(after)});
    return after;
  });
}

Article ArticleService::act(const Caller& caller, const ArticleId& id, ArticleAction action) {
  auto now = clock_.now();
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, id);
    auto state = next_state(article_transitions, before.state, action);
    auto published_at = state == ArticleState::published ? std::optional(now) : before.published_at;
    if (!state || !store::change_state(tx, id, before.state, *state, published_at))
      throw Refusal(article_state_wrong, {{"state", std::string(enum_words(before.state, caller.locale))}});
    audit::record(tx, caller, now,
                  {"article_" + std::string(enum_name(*state)), "article", id.text,
                   std::string(enum_words(*state, Locale::zh_cn)) + "展会服务内容: " + before.title_zh});
    return get(tx, caller, id);
  });
}

}  // namespace expogate::page
