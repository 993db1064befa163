#include "app/fair_pack/edition_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

#include "app/fair_pack/pack_table.h"
#include "app/fair_pack/pack_tsv.h"
#include "base/identity_document.h"

namespace expogate::fair_pack {
namespace {

using namespace edition;

void read_rules(PackTable& table, Edition& edition) {
  if (auto use = table.choice<InvitationCodeUse>("invitation_code_use", false))
    edition.invitation_code_use = *use;
  edition.reuse_from_number = table.integer("reuse_from_number", 1, 1, edition.number);
  edition.review_days_mainland = table.integer("review_days_mainland", edition.review_days_mainland, 1, 90);
  edition.review_days_elsewhere =
      table.integer("review_days_elsewhere", edition.review_days_elsewhere, 1, 90);
  edition.order_hours = table.integer("order_hours", edition.order_hours, 1, 720);
  for (auto& type : table.texts("document_types")) {
    if (!enum_value<DocumentType>(type))
      table.mistake("document_types", "'" + type + "' is no kind of document");
    edition.document_types += (edition.document_types.empty() ? "" : ",") + type;
  }
}

void read_windows(PackTable& table, std::vector<Window>& windows) {
  for (auto& label : enum_labels<WindowKind>) {
    Window window{*enum_value<WindowKind>(std::string(label.name)), std::nullopt, std::nullopt, 1};
    if (auto* inner = table.table(label.name)) {
      PackTable times(table.file(), *inner, table.mistakes());
      window.opens_at = times.moment("opens");
      window.closes_at = times.moment("closes");
      if (window.opens_at && window.closes_at && *window.closes_at <= *window.opens_at)
        times.mistake("closes", "must be after opens");
    }
    windows.push_back(window);
  }
}

/// `160.00` or `160`, in yuan, as fen.
std::int64_t fee_of(PackTable& table) {
  static const std::regex money("(0|[1-9][0-9]{0,6})(?:\\.([0-9]{2}))?");
  auto text = table.text("fee", 12);
  std::smatch parts;
  if (!std::regex_match(text, parts, money)) {
    table.mistake("fee", "must be written as \"160.00\"");
    return 0;
  }
  return std::stoll(parts[1]) * 100 + (parts[2].matched ? std::stoll(parts[2]) : 0);
}

EntryPrice read_price(PackTable& table) {
  EntryPrice price;
  price.badge_type = table.choice<BadgeType>("badge_type").value_or(BadgeType::professional);
  price.region_type = table.choice<RegionType>("region_type", false);
  if (table.has("reuse")) price.reuse = table.flag("reuse", false);
  price.valid_from_on = table.optional_date("from");
  price.valid_to_on = table.optional_date("to");
  if (price.valid_from_on && price.valid_to_on && *price.valid_to_on < *price.valid_from_on)
    table.mistake("to", "is before from");
  price.fee_fen = fee_of(table);
  return price;
}

PricedEntryOption read_option(PackTable& table, const Edition& edition, int position) {
  PricedEntryOption priced;
  auto& option = priced.option;
  auto name = table.words("name", 60);
  option.code = table.text("code", 20);
  option.name_zh = name.zh;
  option.name_en = name.en;
  option.from_on = table.date("from");
  option.to_on = table.date("to");
  option.position = position;
  option.active = table.flag("active", true);
  option.is_public_days = table.flag("public_days", false);
  if (option.to_on < option.from_on) table.mistake("to", "is before from");
  if (option.from_on < edition.entry_from_on || option.to_on > edition.entry_to_on)
    table.mistake("from", "lies outside the edition's entry days");
  for (auto* each : table.tables("prices")) {
    PackTable price(table.file(), *each, table.mistakes());
    priced.prices.push_back(read_price(price));
  }
  if (priced.prices.empty())
    table.mistake("prices", "is missing: a price per badge type, written as [[entry_options.prices]]");
  if (has_doubled_price(priced.prices)) table.mistake("prices", "two prices are for the same people");
  return priced;
}

void read_options(PackTable& root, PackedEdition& packed) {
  std::set<std::string> codes;
  for (auto* each : root.tables("entry_options")) {
    PackTable table(root.file(), *each, root.mistakes());
    packed.options.push_back(read_option(table, packed.edition, int(packed.options.size()) + 1));
    if (!codes.insert(packed.options.back().option.code).second) table.mistake("code", "stands twice");
  }
  if (packed.options.empty() && packed.edition.state != EditionState::past)
    root.mistake("entry_options", "is missing: nobody could be given a badge");
}

void read_texts(PackTable& table, std::vector<EditionText>& texts) {
  for (auto* name : {"order_notices", "bank_account"}) {
    auto words = table.words(name, 5000);
    texts.push_back({*enum_value<EditionTextKind>(name), words.zh, words.en, 0});
  }
}

/// Catalogues without which nobody could fill in a form.
constexpr CatalogueKind needed[] = {CatalogueKind::exhibition_area,
                                    CatalogueKind::industry,
                                    CatalogueKind::ownership,
                                    CatalogueKind::position_category,
                                    CatalogueKind::purchase_intention_1y,
                                    CatalogueKind::purchase_intention_5y,
                                    CatalogueKind::import_volume,
                                    CatalogueKind::registered_capital,
                                    CatalogueKind::visit_purpose,
                                    CatalogueKind::division,
                                    CatalogueKind::country};

std::vector<PackedItem> read_catalogue(const std::filesystem::path& path, const std::string& file,
                                       CatalogueKind kind, std::vector<Mistake>& mistakes) {
  std::vector<PackedItem> items;
  std::map<std::string, int> depths;
  for (auto& row : read_tsv(path, file, {"code", "parent_code", "name_zh", "name_en"}, mistakes)) {
    auto wrong = [&](const std::string& what) { mistakes.push_back({file, row.line, what}); };
    PackedItem item{row.at("code"), row.at("parent_code"), row.at("name_zh"), row.at("name_en")};
    if (item.code.empty()) wrong("has no code");
    if (item.name_zh.empty() || item.name_en.empty()) wrong("needs a name in both languages");
    int depth = 1;
    if (!item.parent_code.empty()) {
      auto parent = depths.find(item.parent_code);
      if (parent == depths.end())
        wrong("parent_code " + item.parent_code + " is no item above this line");
      else
        depth = parent->second + 1;
    }
    if (depth > levels_of(kind))
      wrong(fmt::format("is on level {}, this catalogue has {}", depth, levels_of(kind)));
    if (!depths.emplace(item.code, depth).second) wrong("code " + item.code + " stands twice");
    items.push_back(item);
  }
  return items;
}

/// Where an edition's catalogues are: in its own `catalogues`, or where `[catalogues]` says, seen from its
/// folder.
void read_catalogues(PackTable& root, const std::filesystem::path& folder, const std::string& name,
                     PackedEdition& packed) {
  auto* places = root.table("catalogues");
  toml::table none;
  PackTable table(root.file(), places ? *places : none, root.mistakes());
  auto everything = table.text("folder", 200, false);
  for (auto& label : enum_labels<CatalogueKind>) {
    auto kind = *enum_value<CatalogueKind>(std::string(label.name));
    auto said = table.text(label.name, 200, false);
    auto place = !said.empty() ? said
                               : (everything.empty() ? "catalogues" : everything) + "/" +
                                     std::string(label.name) + ".tsv";
    if (said.empty() && !std::filesystem::exists(folder / place)) continue;
    auto file = std::filesystem::path(name + "/" + place).lexically_normal().string();
    packed.catalogues[kind] = read_catalogue(folder / place, file, kind, root.mistakes());
  }
  if (packed.edition.state == EditionState::past) return;
  for (auto kind : needed)
    if (packed.catalogues[kind].empty())
      root.mistake("catalogues", "the catalogue " + std::string(enum_name(kind)) +
                                     " is missing or empty, and forms need it");
}

}  // namespace

std::vector<retention::RetentionPeriod> read_periods(PackTable& parent) {
  std::vector<retention::RetentionPeriod> periods;
  auto* all = parent.table("retention");
  if (!all) return periods;
  PackTable kinds(parent.file(), *all, parent.mistakes());
  for (auto& label : enum_labels<retention::Kind>) {
    auto* one = kinds.table(label.name);
    if (!one) continue;
    PackTable table(parent.file(), *one, parent.mistakes());
    auto purpose = table.words("purpose", retention::longest_reason);
    auto basis = table.words("basis", retention::longest_reason);
    if (!table.has("days")) table.mistake("days", "is missing");
    periods.push_back({{purpose.zh, purpose.en, basis.zh, basis.en},
                       *enum_value<retention::Kind>(std::string(label.name)),
                       table.integer("days", 0, 0, retention::longest_period),
                       1});
  }
  return periods;
}

PackedEdition read_edition(const std::filesystem::path& folder, const std::string& name,
                           const std::vector<retention::RetentionPeriod>& common,
                           std::vector<Mistake>& mistakes) {
  PackedEdition packed;
  auto file = name + "/edition.toml";
  auto before = mistakes.size();
  auto toml = read_toml(folder / "edition.toml", file, mistakes);
  auto& edition = packed.edition;
  edition.id = EditionId{folder.filename().string()};
  if (mistakes.size() > before) return packed;
  PackTable root(file, toml, mistakes);
  edition.number = root.integer("number", 1, 1, 9999);
  edition.id = EditionId{std::to_string(edition.number)};
  edition.state = root.choice<EditionState>("state").value_or(EditionState::preparing);
  auto words = root.words("name", 100), venue = root.words("venue", 200);
  edition.name_zh = words.zh;
  edition.name_en = words.en;
  edition.venue_zh = venue.zh;
  edition.venue_en = venue.en;
  edition.show_from_on = root.date("show_from");
  edition.show_to_on = root.date("show_to");
  edition.entry_from_on = root.date("entry_from");
  edition.entry_to_on = root.date("entry_to");
  if (edition.show_to_on < edition.show_from_on) root.mistake("show_to", "is before show_from");
  if (edition.entry_to_on < edition.entry_from_on) root.mistake("entry_to", "is before entry_from");
  static const toml::table none;
  auto inner = [&](std::string_view key) {
    auto* found = root.table(key);
    return found ? found : &none;
  };
  PackTable rules(file, *inner("rules"), mistakes);
  read_rules(rules, edition);
  PackTable windows(file, *inner("windows"), mistakes);
  read_windows(windows, packed.windows);
  packed.periods = read_periods(root);
  for (auto& period : common)
    if (std::none_of(packed.periods.begin(), packed.periods.end(),
                     [&](auto& own) { return own.kind == period.kind; }))
      packed.periods.push_back(period);
  read_options(root, packed);
  if (auto* texts = root.table("texts", edition.state != EditionState::past)) {
    PackTable table(file, *texts, mistakes);
    read_texts(table, packed.texts);
  }
  read_catalogues(root, folder, name, packed);
  return packed;
}

}  // namespace expogate::fair_pack
