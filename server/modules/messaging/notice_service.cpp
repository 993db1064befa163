#include "messaging/notice_service.h"

#include "audit/audit.h"

namespace expogate::messaging {
namespace {

Notice get(db::Tx& tx, const Caller& caller, const NoticeId& id) {
  auto notice = store::find_notice(tx, caller.edition, id);
  if (!notice) throw NotFound();
  return *notice;
}

}  // namespace

std::vector<Audience> audiences_of(const Caller& caller) {
  switch (caller.scope.level) {
    case Scope::Level::everything:
      return {Audience::everyone, Audience::groups, Audience::subgroups, Audience::visitors};
    case Scope::Level::group:
      return caller.scope.is_subgroup ? std::vector{Audience::everyone, Audience::groups, Audience::subgroups}
                                      : std::vector{Audience::everyone, Audience::groups};
    case Scope::Level::organization:
      return {Audience::everyone, Audience::visitors};
    case Scope::Level::nothing:
      return {Audience::everyone};
  }
  return {};
}

Page<NoticeRow> NoticeService::list_notices(const Caller& caller, const NoticeFilter& filter,
                                            const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_notices(tx, caller.edition, filter, page); });
}

Notice NoticeService::add_notice(const Caller& caller, Notice wanted) {
  auto now = clock_.now();
  wanted.id = new_id<NoticeId>(now);
  return database_.write([&](db::Tx& tx) {
    store::add_notice(tx, caller.edition, wanted, now);
    audit::record(tx, caller, now,
                  {"notice_added", "notice", wanted.id.text, "新增通知：" + wanted.title_zh, "null",
                   audit::snapshot(wanted)});
    return wanted;
  });
}

Notice NoticeService::change_notice(const Caller& caller, Notice wanted, std::int64_t version) {
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, wanted.id);
    if (before.state == NoticeState::published) throw Refusal(notice_published);
    wanted.state = before.state;
    wanted.published_at = before.published_at;
    if (!store::change_notice(tx, wanted, version)) throw Stale();
    wanted.version = version + 1;
    audit::record(tx, caller, clock_.now(),
                  {"notice_changed", "notice", wanted.id.text, "修改通知：" + wanted.title_zh,
                   audit::snapshot(before), audit::snapshot(wanted)});
    return wanted;
  });
}

Notice NoticeService::act(const Caller& caller, const NoticeId& id, NoticeAction action) {
  auto now = clock_.now();
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, id);
    auto state = next_state(notice_transitions, before.state, action);
    auto published_at = state == NoticeState::published ? std::optional(now) : before.published_at;
    bool is_done = state && store::change_notice_state(tx, id, before.state, *state, published_at);
    if (!is_done)
      throw Refusal(notice_state_wrong, {{"state", std::string(enum_words(before.state, caller.locale))}});
    audit::record(tx, caller, now,
                  {"notice_" + std::string(enum_name(*state)), "notice", id.text,
                   std::string(enum_words(*state, Locale::zh_cn)) + "通知：" + before.title_zh});
    return get(tx, caller, id);
  });
}

Page<ReadableNotice> NoticeService::list_readable(const Caller& caller, bool is_unread_only,
                                                  const PageRequest& page) {
  return database_.read([&](db::Tx& tx) {
    return store::list_readable_notices(tx, caller, audiences_of(caller), is_unread_only, page);
  });
}

ReadableNotice NoticeService::mark_read(const Caller& caller, const NoticeId& id) {
  return database_.write([&](db::Tx& tx) {
    auto audiences = audiences_of(caller);
    if (!store::find_readable_notice(tx, caller, id, audiences)) throw NotFound();
    store::mark_read(tx, id, caller.account, clock_.now());
    return *store::find_readable_notice(tx, caller, id, audiences);
  });
}

}  // namespace expogate::messaging
