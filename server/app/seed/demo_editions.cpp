#include <boost/describe/enumerators.hpp>

#include "app/seed/demo_edition.h"
#include "app/seed/tsv.h"
#include "edition/catalogue_store.h"
#include "edition/edition_store.h"
#include "edition/edition_text.h"
#include "edition/entry_option_store.h"

namespace expogate::seed {
namespace {

using namespace edition;

constexpr const char* venue_zh = "国家会展中心 (上海)";
constexpr const char* venue_en = "National Exhibition and Convention Center (Shanghai)";

Edition edition_of(int number, const std::string& name_zh, const std::string& name_en,
                   const std::string& year, EditionState state) {
  return {{},
          EditionId{std::to_string(number)},
          number,
          name_zh,
          name_en,
          venue_zh,
          venue_en,
          {year + "-11-05"},
          {year + "-11-10"},
          {year + (number == 8 ? "-11-06" : "-11-05")},
          {year + "-11-10"},
          state,
          1};
}

Instant shanghai(const char* text) {
  return *parse_rfc3339(std::string(text) + "+08:00");
}

/// The slides of the eighth edition: registration, payment, reviews and sponsorship end on 20 October at
/// 24:00.
void add_windows(db::Tx& tx, const EditionId& id, const std::string& year) {
  auto at = [&](const char* day) { return shanghai((year + day + "T00:00:00").c_str()); };
  auto add = [&](WindowKind kind, const char* opens, const char* closes) {
    store::add_window(tx, id, {kind, at(opens), at(closes), 1});
  };
  add(WindowKind::registration, "-05-20", "-10-21");
  add(WindowKind::payment, "-05-20", "-10-21");
  add(WindowKind::group_actions, "-05-20", "-10-21");
  add(WindowKind::vehicle_pass, "-09-15", "-10-26");
  add(WindowKind::tour, "-09-15", "-10-26");
  add(WindowKind::promotion, "-07-01", "-10-26");
  add(WindowKind::appointment, "-10-15", "-11-11");
}

struct OptionLine {
  const char *code, *name_zh, *name_en, *from, *to;
  std::int64_t fee_fen;
  bool is_public_days;
};

// EDN-04
constexpr OptionLine options[] = {
    {"6-10", "11月6日-10日", "6-10 November", "-11-06", "-11-10", 16000, false},
    {"8-10", "11月8日-10日", "8-10 November", "-11-08", "-11-10", 11000, false},
    {"9", "11月9日", "9 November", "-11-09", "-11-09", 5000, true},
};

void add_entry_options(db::Tx& tx, const EditionId& id, const std::string& year, Instant now) {
  int position = 0;
  for (auto& line : options) {
    PricedEntryOption priced{{new_id<EntryOptionId>(now),
                              line.code,
                              line.name_zh,
                              line.name_en,
                              {year + line.from},
                              {year + line.to},
                              ++position,
                              true,
                              line.is_public_days,
                              1},
                             {}};
    auto price = [&](BadgeType type, std::optional<bool> reuse, std::int64_t fee) {
      priced.prices.push_back({new_id_text(now), type, std::nullopt, reuse, std::nullopt, std::nullopt, fee});
    };
    price(BadgeType::professional, std::nullopt, line.fee_fen);
    price(BadgeType::professional, true, 0);  // ATT-07: an old badge that is used again costs nothing
    price(BadgeType::staff, std::nullopt, 0);
    price(BadgeType::vip, std::nullopt, 0);
    store::add_entry_option(tx, id, priced);
  }
}

struct CatalogueFile {
  CatalogueKind kind;
  const char* file;
};

constexpr CatalogueFile catalogue_files[] = {
    {CatalogueKind::exhibition_area, "exhibition_areas"},
    {CatalogueKind::industry, "industries"},
    {CatalogueKind::ownership, "ownership"},
    {CatalogueKind::position_category, "position_category"},
    {CatalogueKind::purchase_intention_1y, "purchase_intention_1y"},
    {CatalogueKind::purchase_intention_5y, "purchase_intention_5y"},
    {CatalogueKind::import_volume, "import_volume"},
    {CatalogueKind::registered_capital, "registered_capital"},
    {CatalogueKind::visit_purpose, "visit_purpose"},
    {CatalogueKind::division, "divisions"},
    {CatalogueKind::country, "countries"},
    {CatalogueKind::pass_type, "pass_type"},
    {CatalogueKind::appointment_slot, "appointment_slot"},
};

void add_catalogue(db::Tx& tx, const EditionId& id, const CatalogueFile& file, const std::string& folder,
                   Instant now) {
  std::map<std::string, CatalogueItemId> by_code;
  std::vector<CatalogueItem> items;
  for (auto& row : read_tsv(folder + "/" + file.file + ".tsv")) {
    auto parent_code = row.count("parent_code") ? row.at("parent_code") : "";
    std::optional<CatalogueItemId> parent;
    if (!parent_code.empty()) parent = by_code.at(parent_code);
    CatalogueItem item{new_id<CatalogueItemId>(now),
                       file.kind,
                       row.at("code"),
                       parent,
                       row.at("name_zh"),
                       row.at("name_en"),
                       int(items.size()) + 1,
                       true,
                       1};
    by_code.emplace(item.code, item.id);
    items.push_back(item);
  }
  store::add_items(tx, id, items);
}

/// The five notices that the organizer shows before an order, in our words, and an account of nobody's.
void add_texts(db::Tx& tx, const EditionId& id) {
  store::write_text(
      tx, id,
      {EditionTextKind::order_notices,
       "因填报信息有误或与证件不符而无法入场的, 责任由填报单位自行承担。\n"
       "本展会实名注册、实名入场, 证件不得转赠或转售。\n"
       "除审核不通过外, 因个人原因提出的退款不予办理。\n"
       "审核不通过的人员可申请退款; 退款产生的汇兑损益由申请人承担。\n"
       "每个订单只能开具一张发票; 需要分开开票的, 请分别生成订单。",
       "Whoever cannot enter because of wrong or deviating data bears the consequences.\n"
       "Registration and entry are under real names; badges must not be given away or sold.\n"
       "Fees are not refunded for personal reasons, only when the review rejects a person.\n"
       "Rejected people may be refunded; losses by currency exchange are borne by the applicant.\n"
       "One invoice is issued for each order; make separate orders for separate invoices.",
       0},
      0);
  store::write_text(
      tx, id,
      {EditionTextKind::bank_account,
       "户名: 展会示范账户 (演示, 请勿汇款)\n开户行: 示范银行上海分行\n账号: 0000 0000 0000 0000",
       "Account holder: demonstration account (sandbox)\nBank: Example Bank, Shanghai\nAccount: "
       "0000 0000 0000 0000",
       0},
      0);
}

}  // namespace

void seed_editions(Services& services, const std::string& folder) {
  auto now = services.clock->now();
  services.database->write([&](db::Tx& tx) {
    const Edition editions[] = {edition_of(4, "第四届", "4th edition", "2021", EditionState::past),
                                edition_of(5, "第五届", "5th edition", "2022", EditionState::past),
                                edition_of(6, "第六届", "6th edition", "2023", EditionState::past),
                                edition_of(7, "第七届", "7th edition", "2024", EditionState::past),
                                edition_of(8, "第八届", "8th edition", "2025", EditionState::current)};
    for (auto& edition : editions) {
      store::add(tx, edition, now);
      add_texts(tx, edition.id);
      add_windows(tx, edition.id, edition.show_from_on.text.substr(0, 4));
      add_entry_options(tx, edition.id, edition.show_from_on.text.substr(0, 4), now);
    }
    // The last edition's organizations are looked back at, with the words of its catalogues.
    for (auto* id : {"7", "8"})
      for (auto& file : catalogue_files) add_catalogue(tx, EditionId{id}, file, folder, now);
  });
}

}  // namespace expogate::seed
