#include "page/article_service.h"

#include "audit/audit.h"

namespace expogate::page {
namespace {

Article get(db::Tx& tx, const Caller& caller, const ArticleId& id) {
  auto article = store::find(tx, caller.edition, id);
  if (!article) throw NotFound();
  return *article;
}

}  // namespace

Page<ArticleRow> ArticleService::list_published(const Caller& caller, std::optional<Section> section,
                                                const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_published(tx, caller.edition, section, page); });
}

Article ArticleService::get_published(const Caller& caller, const ArticleId& id) {
  auto article = get_article(caller, id);
  if (article.state != ArticleState::published) throw NotFound();
  return article;
}

Page<ArticleRow> ArticleService::list_articles(const Caller& caller, const store::ArticleFilter& filter,
                                               const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller.edition, filter, page); });
}

Article ArticleService::get_article(const Caller& caller, const ArticleId& id) {
  return database_.read([&](db::Tx& tx) { return get(tx, caller, id); });
}

Article ArticleService::add_article(const Caller& caller, Article wanted) {
  auto now = clock_.now();
  wanted.id = new_id<ArticleId>(now);
  return database_.write([&](db::Tx& tx) {
    store::add(tx, caller.edition, wanted, now);
    audit::record(tx, caller, now,
                  {"article_added", "article", wanted.id.text, "新增展会服务内容：" + wanted.title_zh, "null",
                   audit::snapshot(wanted)});
    return wanted;
  });
}

Article ArticleService::change_article(const Caller& caller, const Article& wanted, std::int64_t version) {
  auto now = clock_.now();
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, wanted.id);
    if (!store::change(tx, wanted, version, now)) throw Stale();
    auto after = get(tx, caller, wanted.id);
    audit::record(tx, caller, now,
                  {"article_changed", "article", wanted.id.text, "修改展会服务内容：" + wanted.title_zh,
                   audit::snapshot(before), audit::snapshot(after)});
    return after;
  });
}

Article ArticleService::act(const Caller& caller, const ArticleId& id, ArticleAction action,
                            std::int64_t version) {
  auto now = clock_.now();
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, id);
    auto state = next_state(article_transitions, before.state, action);
    if (!state)
      throw Refusal(article_state_wrong, {{"state", std::string(enum_words(before.state, caller.locale))}});
    // Nobody publishes a text that was changed since they read it.
    if (before.version != version) throw Stale();
    bool is_published = state == ArticleState::published;
    if (!store::change_state(tx, before, *state, is_published ? std::optional(now) : std::nullopt, now))
      throw Stale();
    audit::record(tx, caller, now,
                  {is_published ? "article_published" : "article_withdrawn", "article", id.text,
                   (is_published ? "发布展会服务内容：" : "撤回展会服务内容：") + before.title_zh});
    return get(tx, caller, id);
  });
}

void ArticleService::remove_article(const Caller& caller, const ArticleId& id, std::int64_t version) {
  database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, id);
    if (!store::remove(tx, id, version)) throw Stale();
    audit::record(tx, caller, clock_.now(),
                  {"article_removed", "article", id.text, "删除展会服务内容：" + before.title_zh,
                   audit::snapshot(before), "null"});
  });
}

}  // namespace expogate::page
