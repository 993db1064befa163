#include "trading_group/trading_group_store.h"

#include "base/text.h"
#include "platform/db/list_query.h"

namespace expogate::trading_group::store {
namespace {

constexpr std::string_view row_columns =
    "g.id, g.kind, g.parent_id, g.family, g.code, g.name_zh, g.name_en, g.position, g.state, g.version, "
    "p.name_zh as parent_name_zh, c.code as invitation_code, a.login_name, a.last_sign_in_at, "
    "(select count(*) from trading_groups s where s.parent_id = g.id) as subgroups";

const std::string select_groups =
    "select id, kind, parent_id, family, code, name_zh, name_en, position, state, version from "
    "trading_groups";

db::ListQuery query_of(const EditionId& edition, const GroupFilter& filter) {
  db::ListQuery query("trading_groups g", row_columns);
  query.join("left join trading_groups p on p.id = g.parent_id")
      .join("left join invitation_codes c on c.trading_group_id = g.id and c.edition_id = ?", edition)
      .join("left join accounts a on a.trading_group_id = g.id and a.parent_account_id is null");
  query.where_in("g.id", filter.ids);
  if (filter.text) {
    auto pattern = db::like_pattern(*filter.text), folded = db::like_pattern(fold_key(*filter.text));
    query.where(
        "(g.name_zh like ? escape '!' or g.name_en like ? escape '!' or a.login_key like ? escape '!' or "
        "c.code = ?)",
        pattern, pattern, folded, *filter.text);
  }
  if (filter.family) query.where("g.family = ?", *filter.family);
  if (filter.kind) query.where("g.kind = ?", *filter.kind);
  if (filter.parent_id) query.where("g.parent_id = ?", *filter.parent_id);
  if (filter.state) query.where("g.state = ?", *filter.state);
  if (filter.has_never_signed_in) query.where("a.last_sign_in_at is null");
  return query;
}

}  // namespace

Page<TradingGroupRow> list(db::Tx& tx, const EditionId& edition, const GroupFilter& filter,
                           const PageRequest& page) {
  auto query = query_of(edition, filter);
  query.order_by(page.sort,
                 {{"position", "g.position"},
                  {"name_zh", "g.name_zh"},
                  {"name_en", "g.name_en"},
                  {"last_sign_in_at", "a.last_sign_in_at"}},
                 "g.position", "g.id");
  return query.page<TradingGroupRow>(tx, page);
}

std::vector<TradingGroupRow> list_after(db::Tx& tx, const EditionId& edition, const GroupFilter& filter,
                                        const std::optional<TradingGroup>& after, int limit) {
  auto query = query_of(edition, filter);
  if (after) query.where("(g.position, g.id) > (?, ?)", after->position, after->id);
  query.order_by("position", {{"position", "g.position"}}, "g.position", "g.id");
  return query.first<TradingGroupRow>(tx, limit);
}

std::int64_t count(db::Tx& tx, const EditionId& edition, const GroupFilter& filter) {
  return list(tx, edition, filter, {1, 1, ""}).total;
}

std::vector<PublicGroup> list_public(db::Tx& tx, std::optional<GroupKind> kind,
                                     const std::optional<TradingGroupId>& parent) {
  db::ListQuery query(
      "trading_groups g",
      "g.id, g.kind, g.parent_id, g.family, g.code, g.name_zh, g.name_en, g.position, g.state, g.version, "
      "(select count(*) from trading_groups s where s.parent_id = g.id and s.state = 'active') as children");
  query.where("g.state = ?", GroupState::active);
  if (kind) query.where("g.kind = ?", *kind);
  if (parent) query.where("g.parent_id = ?", *parent);
  query.order_by("", {}, "g.position", "g.id");
  return query.all<PublicGroup>(tx);
}

std::optional<TradingGroup> find(db::Tx& tx, const TradingGroupId& id) {
  return tx.one<TradingGroup>(select_groups + " where id = $1", id);
}

std::optional<TradingGroup> find_by_code(db::Tx& tx, std::string_view code) {
  return tx.one<TradingGroup>(select_groups + " where code = $1", code);
}

std::vector<TradingGroup> list_all(db::Tx& tx) {
  return tx.query<TradingGroup>(select_groups +
                                " order by case when parent_id is null then 0 else 1 end, position, id");
}

std::vector<TradingGroup> list_without_account(db::Tx& tx) {
  return tx.query<TradingGroup>(select_groups + R"( g
      where g.state = 'active' and not exists (
        select 1 from accounts a where a.trading_group_id = g.id and a.parent_account_id is null)
      order by case when g.parent_id is null then 0 else 1 end, g.position, g.id)");
}

std::optional<std::string> find_invitation_code(db::Tx& tx, const EditionId& edition,
                                                const TradingGroupId& id) {
  return tx.one<std::string>(
      "select code from invitation_codes where edition_id = $1 and trading_group_id = $2", edition, id);
}

std::optional<TradingGroupId> find_by_invitation_code(db::Tx& tx, const EditionId& edition,
                                                      std::string_view code) {
  return tx.one<TradingGroupId>(
      "select trading_group_id from invitation_codes where edition_id = $1 and code = $2", edition, code);
}

void add(db::Tx& tx, const TradingGroup& g, Instant now) {
  tx.exec(R"(
      insert into trading_groups (id, kind, parent_id, family, code, name_zh, name_en, position, state, version, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))",
          g.id, g.kind, g.parent_id, g.family, g.code, g.name_zh, g.name_en, g.position, g.state, g.version,
          now);
}

bool change(db::Tx& tx, const TradingGroup& g, std::int64_t version_read) {
  return tx.exec(
             "update trading_groups set name_zh = $3, name_en = $4, state = $5, family = $6, position = $7, "
             "version = version + 1 where id = $1 and version = $2",
             g.id, version_read, g.name_zh, g.name_en, g.state, g.family, g.position) == 1;
}

void set_invitation_code(db::Tx& tx, const EditionId& edition, const TradingGroupId& id,
                         const std::string& code) {
  tx.exec(R"(
      insert into invitation_codes (edition_id, trading_group_id, code) values ($1, $2, $3)
      on conflict (edition_id, trading_group_id) do update set code = excluded.code)",
          edition, id, code);
}

void copy_invitation_codes(db::Tx& tx, const EditionId& from, const EditionId& to) {
  tx.exec(
      "insert into invitation_codes (edition_id, trading_group_id, code) select $2, trading_group_id, code "
      "from invitation_codes where edition_id = $1",
      from, to);
}

}  // namespace expogate::trading_group::store
