#include "app/fair_pack/edition_application.h"

#include <algorithm>

#include "app/fair_pack/change_log.h"
#include "edition/catalogue_store.h"
#include "edition/edition_store.h"
#include "edition/entry_option_store.h"
#include "retention/retention_store.h"

namespace expogate::fair_pack {
namespace {

using namespace edition;

std::string place(const Edition& edition, std::string_view what) {
  return std::to_string(edition.number) + "/" + std::string(what);
}

/// What an entry option says, without what belongs to its row.
struct OptionContent : EntryOption {
  std::vector<EntryPrice> prices;
};
BOOST_DESCRIBE_STRUCT(OptionContent, (EntryOption), (prices))

OptionContent content_of(const PricedEntryOption& priced) {
  OptionContent content;
  static_cast<EntryOption&>(content) = priced.option;
  content.id = {};
  content.version = 1;
  content.prices = priced.prices;
  for (auto& price : content.prices) price.id.clear();
  return content;
}

void apply_windows(db::Tx& tx, const PackedEdition& packed, Changes& changes) {
  ChangeLog log(changes, "window");
  for (auto& window : packed.windows) {
    auto name = place(packed.edition, enum_name(window.kind));
    auto found = store::find_window(tx, packed.edition.id, window.kind);
    if (!found) {
      store::add_window(tx, packed.edition.id, window);
      log.added(name);
      continue;
    }
    auto wanted = window;
    wanted.version = found->version;
    if (log.changed(name, *found, wanted))
      expect(store::change_window(tx, packed.edition.id, wanted, found->version), "nobody else writes here");
  }
}

void apply_options(db::Tx& tx, const PackedEdition& packed, Changes& changes, Instant now) {
  ChangeLog log(changes, "entry option");
  auto existing = store::list_entry_options(tx, packed.edition.id);
  for (auto priced : packed.options) {
    auto name = place(packed.edition, priced.option.code);
    auto found = std::find_if(existing.begin(), existing.end(),
                              [&](auto& each) { return each.option.code == priced.option.code; });
    for (auto& price : priced.prices) price.id = new_id_text(now);
    if (found == existing.end()) {
      priced.option.id = new_id<EntryOptionId>(now);
      store::add_entry_option(tx, packed.edition.id, priced);
      log.added(name);
      continue;
    }
    priced.option.id = found->option.id;
    if (log.changed(name, content_of(*found), content_of(priced)))
      expect(store::change_entry_option(tx, priced, found->option.version), "nobody else writes here");
  }
}

void apply_catalogue(db::Tx& tx, const Edition& edition, CatalogueKind kind,
                     const std::vector<PackedItem>& packed, Changes& changes, Instant now) {
  ChangeLog log(changes, "catalogue item");
  std::map<std::string, CatalogueItem> existing;
  for (auto& item : store::list_all(tx, edition.id, kind)) existing.emplace(item.code, item);
  std::map<std::string, CatalogueItemId> ids;
  for (auto& [code, item] : existing) ids.emplace(code, item.id);
  std::vector<CatalogueItem> fresh;
  int position = 0;
  for (auto& wanted : packed) {
    CatalogueItem item{new_id<CatalogueItemId>(now),
                       kind,
                       wanted.code,
                       std::nullopt,
                       wanted.name_zh,
                       wanted.name_en,
                       ++position,
                       true,
                       1};
    if (!wanted.parent_code.empty()) item.parent_id = ids.at(wanted.parent_code);
    auto name = place(edition, std::string(enum_name(kind)) + "/" + wanted.code);
    auto found = existing.find(wanted.code);
    if (found == existing.end()) {
      ids.emplace(wanted.code, item.id);
      fresh.push_back(item);
      log.added(name);
      continue;
    }
    item.id = found->second.id;
    item.version = found->second.version;
    item.active = found->second.active;  // the bureau may have put it aside
    if (log.changed(name, found->second, item))
      expect(store::change_item(tx, item, item.version), "nobody else writes here");
  }
  store::add_items(tx, edition.id, fresh);
}

void apply_texts(db::Tx& tx, const PackedEdition& packed, Changes& changes) {
  ChangeLog log(changes, "text");
  for (auto& text : packed.texts) {
    auto name = place(packed.edition, enum_name(text.kind));
    auto found = store::find_text(tx, packed.edition.id, text.kind);
    auto wanted = text;
    wanted.version = found.version;
    if (found.version == 0)
      log.added(name);
    else if (!log.changed(name, found, wanted))
      continue;
    expect(store::write_text(tx, packed.edition.id, wanted, found.version), "nobody else writes here");
  }
}

void apply_periods(db::Tx& tx, const PackedEdition& packed, Changes& changes) {
  ChangeLog log(changes, "retention period");
  for (auto& existing : retention::store::list_periods(tx, packed.edition.id)) {
    auto named = std::find_if(packed.periods.begin(), packed.periods.end(),
                              [&](auto& period) { return period.kind == existing.kind; });
    if (named == packed.periods.end()) continue;
    auto name = place(packed.edition, enum_name(existing.kind));
    auto wanted = *named;
    wanted.version = existing.version;
    if (!existing.days)
      log.added(name);
    else if (!log.changed(name, existing, wanted))
      continue;
    expect(retention::store::write_period(tx, packed.edition.id, wanted, existing.version),
           "nobody else writes here");
  }
}

}  // namespace

void apply_edition(db::Tx& tx, const PackedEdition& packed, Changes& changes, Instant now) {
  auto& edition = packed.edition;
  auto found = store::find(tx, edition.id);
  {
    ChangeLog log(changes, "edition");
    if (found && found->state == EditionState::past) return log.unchanged();
    if (!found && edition.state == EditionState::current && store::find_current(tx))
      return log.obstacle(
          std::to_string(edition.number) +
          " would be a second current one; prepare it (state = \"preparing\") and open it on the "
          "bureau's page");
    if (!found) {
      store::add(tx, edition, now);
      log.added(std::to_string(edition.number) + " " + edition.name_en);
    } else {
      auto wanted = edition;
      wanted.state = found->state;
      wanted.version = found->version;
      if (log.changed(std::to_string(edition.number), *found, wanted))
        expect(store::change(tx, wanted, found->version), "nobody else writes here");
    }
  }
  apply_windows(tx, packed, changes);
  apply_options(tx, packed, changes, now);
  for (auto& [kind, items] : packed.catalogues) apply_catalogue(tx, edition, kind, items, changes, now);
  apply_texts(tx, packed, changes);
  apply_periods(tx, packed, changes);
}

PackedEdition packed_edition(db::Tx& tx, const Edition& edition) {
  PackedEdition packed;
  packed.edition = edition;
  packed.windows = store::list_windows(tx, edition.id);
  packed.options = store::list_entry_options(tx, edition.id);
  for (auto& label : enum_labels<CatalogueKind>) {
    auto kind = *enum_value<CatalogueKind>(std::string(label.name));
    auto items = store::list_all(tx, edition.id, kind);
    std::map<std::string, std::string> codes;
    for (auto& item : items) codes.emplace(item.id.text, item.code);
    // Parents stand above their children, whatever the order on the screen.
    std::map<std::string, std::vector<const CatalogueItem*>> below;
    for (auto& item : items) below[item.parent_id ? item.parent_id->text : ""].push_back(&item);
    auto& list = packed.catalogues[kind];
    auto write = [&](auto& self, const std::string& parent) -> void {
      for (auto* item : below[parent]) {
        list.push_back({item->code, parent.empty() ? "" : codes.at(parent), item->name_zh, item->name_en});
        self(self, item->id.text);
      }
    };
    write(write, "");
  }
  for (auto kind : {EditionTextKind::order_notices, EditionTextKind::bank_account})
    packed.texts.push_back(store::find_text(tx, edition.id, kind));
  for (auto& period : retention::store::list_periods(tx, edition.id))
    if (period.days) packed.periods.push_back(period);
  return packed;
}

}  // namespace expogate::fair_pack
