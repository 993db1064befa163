#include "edition/entry_option_service.h"

#include "audit/audit.h"
#include "edition/entry_option_store.h"
#include "platform/db/refusing_taken.h"

namespace expogate::edition {
namespace {

void require_sense(const PricedEntryOption& wanted) {
  if (wanted.option.to_on < wanted.option.from_on) throw ValidationError("to_on", dates_reversed);
  if (has_doubled_price(wanted.prices)) throw ValidationError("prices", price_doubled);
  for (std::size_t i = 0; i < wanted.prices.size(); ++i) {
    auto& price = wanted.prices[i];
    bool is_reversed = price.valid_from_on && price.valid_to_on && *price.valid_to_on < *price.valid_from_on;
    if (is_reversed) throw ValidationError("prices[" + std::to_string(i) + "].valid_to_on", dates_reversed);
  }
}

std::string snapshot(const PricedEntryOption& priced) {
  return "{\"option\":" + audit::snapshot(priced.option) + ",\"prices\":" + audit::snapshot(priced.prices) +
         "}";
}

}  // namespace

std::vector<PricedEntryOption> EntryOptionService::list_entry_options(const EditionId& edition) {
  editions_.get_edition(edition);
  return database_.read([&](db::Tx& tx) { return store::list_entry_options(tx, edition); });
}

std::vector<PricedEntryOption> EntryOptionService::list(db::Tx& tx, const EditionId& edition) {
  return store::list_entry_options(tx, edition);
}

std::optional<EntryOptionId> EntryOptionService::find_like(db::Tx& tx,
                                                           const std::optional<EntryOptionId>& past,
                                                           const EditionId& edition) {
  auto like = past ? store::find_entry_option(tx, *past) : std::nullopt;
  if (!like) return std::nullopt;
  for (auto& [option, prices] : store::list_entry_options(tx, edition))
    if (option.active && option.code == like->option.code) return option.id;
  return std::nullopt;
}

PricedEntryOption EntryOptionService::add_entry_option(const Caller& caller, const EditionId& edition,
                                                       PricedEntryOption wanted) {
  auto now = clock_.now();
  require_sense(wanted);
  editions_.require_writable(edition);
  wanted.option.id = new_id<EntryOptionId>(now);
  for (auto& price : wanted.prices) price.id = new_id_text(now);
  return db::refusing_taken("code", "code", entry_option_code_taken, [&] {
    return database_.write([&](db::Tx& tx) {
      store::add_entry_option(tx, edition, wanted);
      audit::record(tx, caller, now,
                    {"entry_option_added", "entry_option", wanted.option.id.text,
                     "新增入场日期：" + wanted.option.name_zh, "null", snapshot(wanted)});
      return wanted;
    });
  });
}

PricedEntryOption EntryOptionService::change_entry_option(const Caller& caller, const EntryOptionId& id,
                                                          PricedEntryOption wanted, std::int64_t version) {
  auto now = clock_.now();
  require_sense(wanted);
  wanted.option.id = id;
  for (auto& price : wanted.prices) price.id = new_id_text(now);
  return db::refusing_taken("code", "code", entry_option_code_taken, [&] {
    return database_.write([&](db::Tx& tx) {
      auto edition = store::find_edition_of(tx, id);
      if (!edition) throw NotFound();
      editions_.require_writable(*edition);
      auto before = store::find_entry_option(tx, id);
      if (!store::change_entry_option(tx, wanted, version)) throw Stale();
      wanted.option.version = version + 1;
      audit::record(tx, caller, now,
                    {"entry_option_changed", "entry_option", id.text,
                     "修改入场日期与价格：" + wanted.option.name_zh, snapshot(*before), snapshot(wanted)});
      return wanted;
    });
  });
}

}  // namespace expogate::edition
