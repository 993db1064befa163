#include "app/edition_preview.h"

#include <array>

#include "base/permission.h"
#include "edition/edition_store.h"

namespace expogate {

/// What becomes of the last edition's things: copied into the next, the fair's own and used by both, or
/// begun at nothing, while the last edition's stay to be looked at.
enum class CarryOver { copied, shared, begun_anew };
BOOST_DESCRIBE_ENUM(CarryOver, copied, shared, begun_anew)

template <>
inline constexpr auto enum_labels<CarryOver> = std::to_array<EnumLabel>({
    {"copied", "复制到下一届", "Copied"},
    {"shared", "各届共用", "Shared by all editions"},
    {"begun_anew", "从零开始", "Starts from zero"},
});

enum class CarriedThing {
  catalogue_items,
  entry_options,
  entry_prices,
  edition_texts,
  retention_periods,
  invitation_codes,
  windows,
  trading_groups,
  accounts,
  letters,
  organizations,
  attendees,
  orders,
  group_quotas,
  badges,
  gates,
};
BOOST_DESCRIBE_ENUM(CarriedThing, catalogue_items, entry_options, entry_prices, edition_texts,
                    retention_periods, invitation_codes, windows, trading_groups, accounts, letters,
                    organizations, attendees, orders, group_quotas, badges, gates)

struct PreviewLine {
  CarriedThing thing = CarriedThing::catalogue_items;
  CarryOver carry_over = CarryOver::copied;
  std::int64_t count = 0;  ///< how many there are now
};
BOOST_DESCRIBE_STRUCT(PreviewLine, (), (thing, carry_over, count))

struct EditionPreview {
  EditionId from;
  std::string from_name_zh, from_name_en;
  int number = 0;  ///< the next free one
  std::vector<PreviewLine> lines;
};
BOOST_DESCRIBE_STRUCT(EditionPreview, (), (from, from_name_zh, from_name_en, number, lines))

namespace {

std::vector<PreviewLine> copied_lines(db::Tx& tx, const EditionId& from) {
  using enum CarriedThing;
  auto copied = [&](CarriedThing thing, std::string_view sql) {
    return PreviewLine{thing, CarryOver::copied, tx.value<std::int64_t>(sql, from)};
  };
  return {copied(catalogue_items, "select count(*) from catalogue_items where edition_id = $1"),
          copied(entry_options, "select count(*) from entry_options where edition_id = $1"),
          copied(entry_prices,
                 "select count(*) from entry_prices p join entry_options o on o.id = p.entry_option_id where "
                 "o.edition_id = $1"),
          copied(edition_texts, "select count(*) from edition_texts where edition_id = $1"),
          copied(retention_periods, "select count(*) from retention_periods where edition_id = $1"),
          copied(invitation_codes, "select count(*) from invitation_codes where edition_id = $1"),
          copied(windows, "select count(*) from edition_windows where edition_id = $1")};
}

std::vector<PreviewLine> shared_lines(db::Tx& tx) {
  using enum CarriedThing;
  auto shared = [&](CarriedThing thing, std::string_view sql) {
    return PreviewLine{thing, CarryOver::shared, tx.value<std::int64_t>(sql)};
  };
  return {shared(trading_groups, "select count(*) from trading_groups"),
          shared(accounts, "select count(*) from accounts"),
          shared(letters, "select count(*) from mailing_templates")};
}

std::vector<PreviewLine> lines_begun_anew(db::Tx& tx, const EditionId& from) {
  using enum CarriedThing;
  auto anew = [&](CarriedThing thing, std::string_view sql) {
    return PreviewLine{thing, CarryOver::begun_anew, tx.value<std::int64_t>(sql, from)};
  };
  return {anew(organizations, "select count(*) from organizations where edition_id = $1"),
          anew(attendees, "select count(*) from attendees where edition_id = $1"),
          anew(orders, "select count(*) from orders where edition_id = $1"),
          anew(group_quotas, "select count(*) from group_quotas where edition_id = $1"),
          anew(badges, "select count(*) from badges where edition_id = $1"),
          anew(gates, "select count(*) from gates where edition_id = $1")};
}

EditionPreview preview(db::Tx& tx) {
  auto last = edition::store::find_latest(tx);
  if (!last) throw NotFound();
  EditionPreview preview{last->id, last->name_zh, last->name_en, last->number + 1, {}};
  for (auto& some : {copied_lines(tx, last->id), shared_lines(tx), lines_begun_anew(tx, last->id)})
    preview.lines.insert(preview.lines.end(), some.begin(), some.end());
  return preview;
}

}  // namespace

void add_edition_preview_routes(wire::Router& router, db::Database& database) {
  router.get("/edition_preview", "edition_preview_get")
      .allow(Permission::edit_edition)
      .summary("What the next edition would be opened with (EDN-06)")
      .handle([&](const Caller&) { return database.read([](db::Tx& tx) { return preview(tx); }); });
}

}  // namespace expogate
