#include "base/permission.h"
#include "edition/edition_http.h"
#include "platform/wire/page_query.h"

namespace expogate::edition {

struct PriceView {
  std::string id;
  BadgeType badge_type = BadgeType::professional;
  std::optional<RegionType> region_type;
  std::optional<bool> reuse;
  std::optional<CivilDate> valid_from_on, valid_to_on;
  std::int64_t fee_fen = 0;
  std::string currency = "CNY";
};
BOOST_DESCRIBE_STRUCT(PriceView, (),
                      (id, badge_type, region_type, reuse, valid_from_on, valid_to_on, fee_fen, currency))

struct EntryOptionView {
  EntryOptionId id;
  std::string code, name_zh, name_en;
  CivilDate from_on, to_on;
  int position = 0;
  bool active = true, is_public_days = false;
  std::vector<PriceView> prices;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(EntryOptionView, (),
                      (id, code, name_zh, name_en, from_on, to_on, position, active, is_public_days, prices,
                       version))

struct PriceRequest {
  BadgeType badge_type = BadgeType::professional;
  std::optional<RegionType> region_type;
  std::optional<bool> reuse;
  std::optional<CivilDate> valid_from_on, valid_to_on;
  std::int64_t fee_fen = 0;
};
BOOST_DESCRIBE_STRUCT(PriceRequest, (), (badge_type, region_type, reuse, valid_from_on, valid_to_on, fee_fen))

struct EntryOptionRequest {
  wire::Text<1, 30> code;
  wire::Text<1, 60> name_zh, name_en;
  CivilDate from_on, to_on;
  int position = 0;
  bool active = true;
  std::optional<bool> is_public_days;
  std::vector<PriceRequest> prices;
};
BOOST_DESCRIBE_STRUCT(EntryOptionRequest, (),
                      (code, name_zh, name_en, from_on, to_on, position, active, is_public_days, prices))

inline const ErrorCode fee_negative{"entry_option.fee_negative", "价格应在 0 至 100000 元之间",
                                    "The price must be between CNY 0 and CNY 100,000"};

namespace {

constexpr std::int64_t highest_fee_fen = 10'000'000;

EntryOptionView view(const PricedEntryOption& priced) {
  auto& o = priced.option;
  EntryOptionView view{o.id,       o.code,   o.name_zh,        o.name_en, o.from_on, o.to_on,
                       o.position, o.active, o.is_public_days, {},        o.version};
  for (auto& p : priced.prices)
    view.prices.push_back(
        {p.id, p.badge_type, p.region_type, p.reuse, p.valid_from_on, p.valid_to_on, p.fee_fen, "CNY"});
  return view;
}

PricedEntryOption wanted(const EntryOptionRequest& r) {
  PricedEntryOption priced{{{},
                            r.code,
                            r.name_zh,
                            r.name_en,
                            r.from_on,
                            r.to_on,
                            r.position,
                            r.active,
                            r.is_public_days.value_or(false),
                            1},
                           {}};
  for (std::size_t i = 0; i < r.prices.size(); ++i) {
    auto& p = r.prices[i];
    if (p.fee_fen < 0 || p.fee_fen > highest_fee_fen)
      throw ValidationError("prices[" + std::to_string(i) + "].fee_fen", fee_negative);
    priced.prices.push_back(
        {"", p.badge_type, p.region_type, p.reuse, p.valid_from_on, p.valid_to_on, p.fee_fen});
  }
  return priced;
}

}  // namespace

void add_entry_option_routes(wire::Router& router, EntryOptionService& options) {
  router.get("/editions/{id}/entry_options", "entry_option_list")
      .for_everyone("prices are public")
      .summary("Entry dates with their prices")
      .handle(
          [&](const Caller&, EditionId id) { return wire::list_view(options.list_entry_options(id), view); });

  router.post("/editions/{id}/entry_options", "entry_option_create")
      .allow(Permission::edit_edition)
      .idempotent()
      .summary("Adds entry dates with their prices")
      .handle([&](const Caller& caller, EditionId id, const EntryOptionRequest& request) {
        return view(options.add_entry_option(caller, id, wanted(request)));
      });

  router.put("/entry_options/{id}", "entry_option_change")
      .allow(Permission::edit_edition)
      .summary("Changes entry dates; the prices given are all its prices from now on")
      .handle([&](const Caller& caller, EntryOptionId id, const EntryOptionRequest& request,
                  wire::IfMatch match) {
        return view(options.change_entry_option(caller, id, wanted(request), match.version));
      });
}

}  // namespace expogate::edition
