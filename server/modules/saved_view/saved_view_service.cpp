#include "saved_view/saved_view_service.h"

#include "audit/audit.h"
#include "platform/db/refusing_taken.h"
#include "platform/db/turn.h"
#include "saved_view/saved_view_store.h"

namespace expogate::saved_view {
namespace {

SavedView get(db::Tx& tx, const Caller& caller, const SavedViewId& id) {
  auto view = store::find(tx, caller.account, id);
  if (!view) throw NotFound();
  return *std::move(view);
}

template <class Write>
auto refusing_taken_name(Write&& write) {
  return db::refusing_taken("name", "name", saved_view_name_taken, write);
}

}  // namespace

std::vector<SavedView> SavedViewService::list_views(const Caller& caller, const std::string& list) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller.account, list); });
}

SavedView SavedViewService::add_view(const Caller& caller, const std::string& list, const std::string& name,
                                     const std::string& query) {
  auto now = clock_.now();
  if (auto* error = why_no_list(list)) throw ValidationError("list", *error);
  return refusing_taken_name([&] {
    return database_.write([&](db::Tx& tx) {
      db::take_turn(tx, "saved_views " + caller.account.text);
      auto others = store::list(tx, caller.account, list);
      if (others.size() >= most_views) throw Refusal(saved_view_too_many, {{"most", most_views}});
      int position = others.empty() ? 1 : others.back().position + 1;
      SavedView view{new_id<SavedViewId>(now), list, name, query, position, 1};
      store::add(tx, caller.account, view, now);
      audit::record(tx, caller, now,
                    {"saved_view_added", "saved_view", view.id.text, "保存常用筛选：" + name});
      return view;
    });
  });
}

SavedView SavedViewService::change_view(const Caller& caller, const SavedViewId& id, const std::string& name,
                                        const std::string& query, int position, std::int64_t version) {
  return refusing_taken_name([&] {
    return database_.write([&](db::Tx& tx) {
      auto view = get(tx, caller, id);
      auto before = view.name;
      view.name = name;
      view.query = query;
      view.position = position;
      view.version = version + 1;
      if (!store::change(tx, view, version)) throw Stale();
      audit::record(tx, caller, clock_.now(),
                    {"saved_view_changed", "saved_view", id.text, "修改常用筛选：" + before});
      return view;
    });
  });
}

void SavedViewService::remove_view(const Caller& caller, const SavedViewId& id) {
  database_.write([&](db::Tx& tx) {
    auto view = get(tx, caller, id);
    if (!store::remove(tx, id)) throw NotFound();
    audit::record(tx, caller, clock_.now(),
                  {"saved_view_removed", "saved_view", id.text, "删除常用筛选：" + view.name});
  });
}

}  // namespace expogate::saved_view
