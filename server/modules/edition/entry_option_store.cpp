#include "edition/entry_option_store.h"

#include <map>

namespace expogate::edition::store {

struct PriceOfOption : EntryPrice {
  EntryOptionId entry_option_id;
};
BOOST_DESCRIBE_STRUCT(PriceOfOption, (EntryPrice), (entry_option_id))

namespace {

std::vector<EntryPrice> prices_of(db::Tx& tx, const EntryOptionId& option) {
  return tx.query<EntryPrice>(R"(
      select id, badge_type, region_type, reuse, valid_from_on, valid_to_on, fee_fen
      from entry_prices where entry_option_id = $1 order by position)",
                              option);
}

void add_prices(db::Tx& tx, const EntryOptionId& option, const std::vector<EntryPrice>& prices) {
  std::vector<std::vector<db::Param>> rows;
  for (auto& p : prices)
    rows.push_back({db::to_param(p.id), db::to_param(option), db::to_param(p.badge_type),
                    db::to_param(p.region_type), db::to_param(p.reuse), db::to_param(p.valid_from_on),
                    db::to_param(p.valid_to_on), db::to_param(p.fee_fen),
                    db::to_param(std::int64_t(rows.size()))});
  tx.batch(R"(
      insert into entry_prices (id, entry_option_id, badge_type, region_type, reuse, valid_from_on, valid_to_on, fee_fen, position)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
           rows);
}

}  // namespace

std::vector<PricedEntryOption> list_entry_options(db::Tx& tx, const EditionId& edition) {
  std::map<EntryOptionId, std::vector<EntryPrice>> prices;
  for (auto& price : tx.query<PriceOfOption>(R"(
           select p.entry_option_id, p.id, p.badge_type, p.region_type, p.reuse, p.valid_from_on, p.valid_to_on, p.fee_fen
           from entry_prices p join entry_options o on o.id = p.entry_option_id
           where o.edition_id = $1 order by p.entry_option_id, p.position)",
                                             edition))
    prices[price.entry_option_id].push_back(price);
  std::vector<PricedEntryOption> options;
  for (auto& option : tx.query<EntryOption>(R"(
           select id, code, name_zh, name_en, from_on, to_on, position, active, is_public_days, version
           from entry_options where edition_id = $1 order by position, id)",
                                            edition))
    options.push_back({option, std::move(prices[option.id])});
  return options;
}

std::optional<PricedEntryOption> find_entry_option(db::Tx& tx, const EntryOptionId& id) {
  auto option = tx.one<EntryOption>(R"(
      select id, code, name_zh, name_en, from_on, to_on, position, active, is_public_days, version from entry_options where id = $1)",
                                    id);
  if (!option) return std::nullopt;
  return PricedEntryOption{*option, prices_of(tx, id)};
}

std::optional<EditionId> find_edition_of(db::Tx& tx, const EntryOptionId& id) {
  return tx.one<EditionId>("select edition_id from entry_options where id = $1", id);
}

void add_entry_option(db::Tx& tx, const EditionId& edition, const PricedEntryOption& added) {
  auto& o = added.option;
  tx.exec(R"(
      insert into entry_options (id, edition_id, code, name_zh, name_en, from_on, to_on, position, active,
        is_public_days, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))",
          o.id, edition, o.code, o.name_zh, o.name_en, o.from_on, o.to_on, o.position, o.active,
          o.is_public_days, o.version);
  add_prices(tx, o.id, added.prices);
}

bool change_entry_option(db::Tx& tx, const PricedEntryOption& changed, std::int64_t version_read) {
  auto& o = changed.option;
  bool is_mine = tx.exec(R"(
      update entry_options set code = $3, name_zh = $4, name_en = $5, from_on = $6, to_on = $7, position = $8,
                               active = $9, is_public_days = $10, version = version + 1
      where id = $1 and version = $2)",
                         o.id, version_read, o.code, o.name_zh, o.name_en, o.from_on, o.to_on, o.position,
                         o.active, o.is_public_days) == 1;
  if (!is_mine) return false;
  tx.exec("delete from entry_prices where entry_option_id = $1", o.id);
  add_prices(tx, o.id, changed.prices);
  return true;
}

}  // namespace expogate::edition::store
