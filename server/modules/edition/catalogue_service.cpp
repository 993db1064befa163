#include "edition/catalogue_service.h"

#include <algorithm>
#include <boost/mp11/algorithm.hpp>

#include "audit/audit.h"
#include "platform/db/refusing_taken.h"
#include "platform/sheet/watermark.h"
#include "platform/wire/page_query.h"

namespace expogate::edition {
namespace {

void require_parent(db::Tx& tx, const CatalogueItem& wanted, const EditionId& edition) {
  if (!wanted.parent_id) return;
  auto parent = store::find_item(tx, *wanted.parent_id);
  bool is_good = parent && parent->kind == wanted.kind && store::find_edition_of(tx, parent->id) == edition &&
                 store::depth_of(tx, parent->id) < levels_of(wanted.kind);
  if (!is_good) throw ValidationError("parent_id", catalogue_parent_wrong);
}

std::string words_of(CatalogueKind kind) {
  return std::string(enum_words(kind, Locale::zh_cn));
}

ImportReport report_of(CatalogueImport plan, const SheetTable& table, Locale locale) {
  ImportReport report{static_cast<int>(table.rows.size()),
                      static_cast<int>(plan.added.size()),
                      static_cast<int>(plan.changed.size()),
                      plan.unchanged,
                      0,
                      {}};
  report_errors(report, std::move(plan.errors), locale);
  return report;
}

std::string snapshot_of(const std::vector<CatalogueItem>& items) {
  return audit::snapshot(wire::ListOf<CatalogueItem>{items});
}

/// The items as they were before they are changed.
std::vector<CatalogueItem> earlier(const std::vector<CatalogueItem>& existing,
                                   const std::vector<CatalogueItem>& changed) {
  std::vector<CatalogueItem> before;
  for (auto& item : existing)
    if (std::any_of(changed.begin(), changed.end(), [&](auto& now) { return now.id == item.id; }))
      before.push_back(item);
  return before;
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
  return db::refusing_taken("code", "code", catalogue_code_taken, [&] {
    return database_.write([&](db::Tx& tx) {
      require_parent(tx, wanted, edition);
      store::add_items(tx, edition, {wanted});
      audit::record(tx, caller, now,
                    {"catalogue_item_added", "catalogue_item", wanted.id.text,
                     "新增目录项：" + wanted.name_zh, "null", audit::snapshot(wanted)});
      return wanted;
    });
  });
}

CatalogueItem CatalogueService::change_item(const Caller& caller, CatalogueItem wanted,
                                            std::int64_t version) {
  return db::refusing_taken("code", "code", catalogue_code_taken, [&] {
    return database_.write([&](db::Tx& tx) {
      auto before = get_writable(tx, wanted.id);
      wanted.kind = before.kind;
      wanted.parent_id = before.parent_id;
      if (!store::change_item(tx, wanted, version)) throw Stale();
      wanted.version = version + 1;
      audit::record(tx, caller, clock_.now(),
                    {"catalogue_item_changed", "catalogue_item", wanted.id.text,
                     "修改目录项：" + wanted.name_zh, audit::snapshot(before), audit::snapshot(wanted)});
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
                  {"catalogue_item_removed", "catalogue_item", id.text, "删除目录项：" + before.name_zh,
                   audit::snapshot(before), "null"});
  });
}

SheetFile CatalogueService::export_sheet(const Caller& caller, const EditionId& edition, CatalogueKind kind) {
  editions_.get_edition(edition);
  auto now = clock_.now();
  auto items = database_.write([&](db::Tx& tx) {
    auto all = store::list_all(tx, edition, kind);
    audit::record(tx, caller, now,
                  {"catalogue_exported", "catalogue", edition.text + "/" + std::string(enum_name(kind)),
                   "导出目录：" + words_of(kind)});
    return all;
  });
  return write_catalogue(working_folder_, std::string(enum_words(kind, caller.locale)), items, caller.locale,
                         watermark_of(caller, now), now);
}

ImportReport CatalogueService::check_import(const Caller& caller, const EditionId& edition,
                                            CatalogueKind kind, std::string_view sheet) {
  editions_.require_writable(edition);
  auto table = read_table(sheet, {}, catalogue_columns);
  auto existing = database_.read([&](db::Tx& tx) { return store::list_all(tx, edition, kind); });
  return report_of(plan_import(kind, existing, table, clock_.now()), table, caller.locale);
}

ImportReport CatalogueService::import_sheet(const Caller& caller, const EditionId& edition,
                                            CatalogueKind kind, std::string_view sheet) {
  editions_.require_writable(edition);
  auto now = clock_.now();
  auto table = read_table(sheet, {}, catalogue_columns);
  return db::refusing_taken("code", "code", catalogue_code_taken, [&] {
    return database_.write([&](db::Tx& tx) {
      auto existing = store::list_all(tx, edition, kind);
      auto plan = plan_import(kind, existing, table, now);
      if (plan.errors.empty() && plan.added.size() + plan.changed.size() > 0)
        apply(tx, caller, edition, kind, existing, plan);
      return report_of(std::move(plan), table, caller.locale);
    });
  });
}

void CatalogueService::apply(db::Tx& tx, const Caller& caller, const EditionId& edition, CatalogueKind kind,
                             const std::vector<CatalogueItem>& existing, const CatalogueImport& plan) {
  store::add_items(tx, edition, plan.added);
  for (auto& item : plan.changed)
    if (!store::change_item(tx, item, item.version)) throw Stale();
  auto after = plan.added;
  after.insert(after.end(), plan.changed.begin(), plan.changed.end());
  audit::record(
      tx, caller, clock_.now(),
      {"catalogue_imported", "catalogue", edition.text + "/" + std::string(enum_name(kind)),
       "导入目录：" + words_of(kind), snapshot_of(earlier(existing, plan.changed)), snapshot_of(after)});
}

}  // namespace expogate::edition
