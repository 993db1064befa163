#include "base/permission.h"
#include "edition/edition_http.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/wire/page_query.h"

namespace expogate::edition {

struct CatalogueSummary {
  CatalogueKind kind = CatalogueKind::industry;
  std::string name_zh, name_en;
  int levels = 1;
  std::int64_t items = 0;
};
BOOST_DESCRIBE_STRUCT(CatalogueSummary, (), (kind, name_zh, name_en, levels, items))

struct CatalogueQuery : wire::PageQuery {
  std::optional<CatalogueItemId> parent_id;
  std::optional<bool> top_only, include_inactive;
  std::optional<wire::Text<1, 60>> q;
};
BOOST_DESCRIBE_STRUCT(CatalogueQuery, (wire::PageQuery), (parent_id, top_only, include_inactive, q))

struct NewCatalogueItem {
  wire::Text<1, 40> code;
  std::optional<CatalogueItemId> parent_id;
  wire::Text<1, 120> name_zh, name_en;
  int position = 0;
};
BOOST_DESCRIBE_STRUCT(NewCatalogueItem, (), (code, parent_id, name_zh, name_en, position))

struct CatalogueItemRequest {
  wire::Text<1, 40> code;
  wire::Text<1, 120> name_zh, name_en;
  int position = 0;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(CatalogueItemRequest, (), (code, name_zh, name_en, position, active))

namespace {

CatalogueSummary view(const CatalogueCount& count) {
  return {count.kind, std::string(enum_words(count.kind, Locale::zh_cn)),
          std::string(enum_words(count.kind, Locale::en)), levels_of(count.kind), count.items};
}

CatalogueKind catalogue_kind(const std::string& name) {
  auto kind = enum_value<CatalogueKind>(name);
  if (!kind) throw NotFound();
  return *kind;
}

}  // namespace

void add_catalogue_routes(wire::Router& router, CatalogueService& catalogues) {
  router.get("/editions/{id}/catalogues", "catalogue_list")
      .for_everyone("forms choose from them before sign-in")
      .summary("Reference lists of an edition")
      .handle(
          [&](const Caller&, EditionId id) { return wire::list_view(catalogues.list_catalogues(id), view); });

  router.get("/editions/{id}/catalogues/{kind}/items", "catalogue_item_list")
      .for_everyone("forms choose from them before sign-in")
      .summary("Items of a reference list, in order")
      .handle([&](const Caller&, EditionId id, std::string kind, const CatalogueQuery& q) {
        store::CatalogueFilter filter{q.parent_id, q.top_only.value_or(false), q.q,
                                      q.include_inactive.value_or(false)};
        auto page = catalogues.list_items(id, catalogue_kind(kind), filter, wire::page_request(q));
        return wire::page_view(page);
      });

  router.post("/editions/{id}/catalogues/{kind}/items", "catalogue_item_create")
      .allow(Permission::edit_catalogues)
      .idempotent()
      .summary("Adds an item to a reference list")
      .handle([&](const Caller& caller, EditionId id, std::string kind, const NewCatalogueItem& r) {
        return catalogues.add_item(
            caller, id,
            {{}, catalogue_kind(kind), r.code, r.parent_id, r.name_zh, r.name_en, r.position, true, 1});
      });

  router.put("/catalogue_items/{id}", "catalogue_item_change")
      .allow(Permission::edit_catalogues)
      .summary("Changes an item; an inactive one is no longer offered")
      .handle(
          [&](const Caller& caller, CatalogueItemId id, const CatalogueItemRequest& r, wire::IfMatch match) {
            return catalogues.change_item(
                caller, {id, {}, r.code, std::nullopt, r.name_zh, r.name_en, r.position, r.active, 1},
                match.version);
          });

  router.remove("/catalogue_items/{id}", "catalogue_item_remove")
      .allow(Permission::edit_catalogues)
      .summary("Removes an item without children")
      .handle([&](const Caller& caller, CatalogueItemId id, wire::IfMatch match) {
        catalogues.remove_item(caller, id, match.version);
      });

  router.get("/editions/{id}/catalogues/{kind}/sheet", "catalogue_export")
      .allow(Permission::edit_catalogues)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("A reference list as an .xlsx file, in the caller's language")
      .handle([&](const Caller& caller, EditionId id, std::string kind) {
        auto file = catalogues.export_sheet(caller, id, catalogue_kind(kind));
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });

  router.post("/editions/{id}/catalogues/{kind}/import_checks", "catalogue_import_check")
      .allow(Permission::edit_catalogues)
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Previews the import of this xlsx file; changes nothing")
      .handle([&](const Caller& caller, EditionId id, std::string kind, wire::RawBody sheet) {
        return catalogues.check_import(caller, id, catalogue_kind(kind), sheet.bytes);
      });

  router.post("/editions/{id}/catalogues/{kind}/imports", "catalogue_import")
      .allow(Permission::edit_catalogues)
      .idempotent()
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Adds and changes what the xlsx file says, all or nothing; other items stay")
      .handle([&](const Caller& caller, EditionId id, std::string kind, wire::RawBody sheet) {
        return catalogues.import_sheet(caller, id, catalogue_kind(kind), sheet.bytes);
      });
}

}  // namespace expogate::edition
