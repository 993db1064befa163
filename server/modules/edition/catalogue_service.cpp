#include "edition/catalogue_service.h"

#include <algorithm>
#include <boost/mp11/algorithm.hpp>

#include "audit/audit.h"

namespace expogate::edition {
namespace {

template <class Write>
auto refusing_taken_code(Write&& write) {
  try {
    return write();
  } catch (const db::Error& error) {
    if (error.fault() == db::Fault::unique) throw ValidationError("code", catalogue_code_taken);
    throw;
  }
}

void require_parent(db::Tx& tx, const CatalogueItem& wanted, const EditionId& edition) {
  if (!wanted.parent_id) return;
  auto parent = store::find_item(tx, *wanted.parent_id);
  bool is_good = parent && parent->kind == wanted.kind && store::find_edition_of(tx, parent->id) == edition &&
                 store::depth_of(tx, parent->id) < levels_of(wanted.kind);
  if (!is_good) throw ValidationError("parent_id", catalogue_parent_wrong);
}

}  // namespace

std::vector<CatalogueCount> CatalogueService::list_catalogues(const EditionId& edition) {
  editions_.get_edition(edition);
  auto counted = database_.read([&](db::Tx& tx) { return store::count_catalogues(tx, edition); });
  std::vector<CatalogueCount> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<CatalogueKind>>([&](auto kind) {
    auto found = std::find_if(counted.begin(), counted.end(), [&](auto& c) { return c.kind == kind.value; });
    all.push_back({kind.value, found == counted.end() ? 0 : found->items});
  });
  return all;
}

Page<CatalogueRow> CatalogueService::list_items(const EditionId& edition, CatalogueKind kind,
                                                const store::CatalogueFilter& filter,
                                                const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_items(tx, edition, kind, filter, page); });
}

CatalogueItem CatalogueService::get_writable(db::Tx& tx, const CatalogueItemId& id) {
  auto item = store::find_item(tx, id);
  if (!item) throw NotFound();
  editions_.require_writable(*store::find_edition_of(tx, id));
  return *item;
}

CatalogueItem CatalogueService::add_item(const Caller& caller, const EditionId& edition,
                                         CatalogueItem wanted) {
  auto now = clock_.now();
  wanted.id = new_id<CatalogueItemId>(now);
  editions_.require_writable(edition);
  return refusing_taken_code([&] {
    return database_.write([&](db::Tx& tx) {
      require_parent(tx, wanted, edition);
      store::add_items(tx, edition, {wanted});
      audit::record(tx, caller, now,
                    {"catalogue_item_added", "catalogue_item", wanted.id.text,
                     "新增目录项: " + wanted.name_zh, "null", audit::snapshot(wanted)});
      return wanted;
    });
  });
}

CatalogueItem CatalogueService::change_item(const Caller& caller, CatalogueItem wanted,
                                            std::int64_t version) {
  return refusing_taken_code([&] {
    return database_.write([&](db::Tx& tx) {
      auto before = get_writable(tx, wanted.id);
      wanted.kind = before.kind;
      wanted.parent_id = before.parent_id;
      if (!store::change_item(tx, wanted, version)) throw Stale();
      wanted.version = version + 1;
      audit::record(tx, caller, clock_.now(),
                    {"catalogue_item_changed", "catalogue_item", wanted.id.text,
                     "修改目录项: " + wanted.name_zh, audit::snapshot(before), audit::snapshot(wanted)});
      return wanted;
    });
  });
}

void CatalogueService::remove_item(const Caller& caller, const CatalogueItemId& id, std::int64_t version) {
  database_.write([&](db::Tx& tx) {
    auto before = get_writable(tx, id);
    if (store::has_children(tx, id)) throw Refusal(catalogue_has_children);
    if (!store::remove_item(tx, id, version)) throw Stale();
    audit::record(tx, caller, clock_.now(),
                  {"catalogue_item_removed", "catalogue_item", id.text, "删除目录项: " + before.name_zh,
                   audit::snapshot(before), "null"});
  });
}

}  // namespace expogate::edition
