#include "platform/erasure/eraser.h"

#include <fmt/format.h>

#include <algorithm>

namespace expogate::erasure {
namespace {

db::Param limit_of(const Spine& spine, const Scope& scope) {
  return spine.is_by_moment ? db::to_param(scope.before) : db::to_param(scope.edition);
}

std::string_view owned_of(const Holding& h) {
  return h.owned.empty() ? h.spine->key : h.owned;
}

/// The rows of the holding that belong to the spine's, by `$1` and, of a piece, by `$2` and `$3`.
enum class Rows { all, piece, one };

/// Pieces are found by their keys: an index of the edition or of the moment would be read whole for each of
/// them, so these conditions are written such that none fits.
std::string beside_key(const Spine& spine) {
  constexpr std::string_view by_edition = "edition_id = $1";
  std::string condition(spine.condition);
  if (condition.starts_with(by_edition)) condition.replace(0, by_edition.size(), "edition_id || '' = $1");
  return condition;
}

std::string owned_by_spine(const Holding& h, Rows rows) {
  auto& spine = *h.spine;
  auto piece = rows == Rows::piece ? fmt::format(" and {0} > $2 and {0} <= $3", spine.key)
               : rows == Rows::one ? fmt::format(" and {} = $2", spine.key)
                                   : "";
  auto condition = rows == Rows::all ? std::string(spine.condition) : beside_key(spine);
  if (h.table == spine.table && h.owner == owned_of(h)) return condition + piece;
  return fmt::format("{} in (select {} from {} where {}{})", h.owner, owned_of(h), spine.table, condition,
                     piece);
}

std::string says_something(const Holding& h) {
  if (h.columns.empty()) return "1 = 1";
  std::string any;
  for (auto& [name, literal] : h.columns) {
    any += any.empty() ? "(" : " or ";
    any += literal == moment_of_erasure ? fmt::format("{} is null", name)
                                        : fmt::format("{} is distinct from {}", name, literal);
  }
  return any + ")";
}

std::string with_besides(const Holding& h, std::string condition) {
  return h.besides.empty() ? condition : condition + " and " + std::string(h.besides);
}

std::string statement_for(const Holding& h, const std::string& condition, int now_place) {
  if (h.columns.empty()) return fmt::format("delete from {} where {}", h.table, condition);
  std::string changes;
  for (auto& [name, literal] : h.columns)
    changes +=
        fmt::format("{}{} = {}", changes.empty() ? "" : ", ", name,
                    literal == moment_of_erasure ? fmt::format("${}", now_place) : std::string(literal));
  return fmt::format("update {} set {} where {} and {}", h.table, changes, condition, says_something(h));
}

bool names_the_moment(const Holding& h) {
  for (auto& column : h.columns)
    if (column.literal == moment_of_erasure) return true;
  return false;
}

std::int64_t exec(db::Tx& tx, const std::string& sql, const std::vector<db::Param>& p) {
  switch (p.size()) {
    case 1:
      return tx.exec(sql, p[0]);
    case 2:
      return tx.exec(sql, p[0], p[1]);
    case 3:
      return tx.exec(sql, p[0], p[1], p[2]);
    default:
      return tx.exec(sql, p[0], p[1], p[2], p[3]);
  }
}

/// Their bytes go with the next round of expired files.
void release_files(db::Tx& tx, const Holding& h, const std::string& condition, std::vector<db::Param> params,
                   Instant now) {
  params.push_back(db::to_param(now));
  auto sql = fmt::format(
      "update files set expires_at = ${} where removed_at is null and id in (select {} from {} where {})",
      params.size(), h.file, h.table, condition);
  exec(tx, sql, params);
}

std::int64_t carry_out(db::Tx& tx, const Holding& h, const std::string& rows, std::vector<db::Param> params,
                       Instant now) {
  auto condition = with_besides(h, rows);
  if (!h.file.empty()) release_files(tx, h, condition, params, now);
  auto sql = statement_for(h, condition, int(params.size()) + 1);
  if (names_the_moment(h)) params.push_back(db::to_param(now));
  return exec(tx, sql, params);
}

constexpr char parting = '\x1f';

/// Some columns as one text, which `parted` takes apart again.
std::string joined_texts(db::Engine engine, const std::vector<std::string>& columns) {
  auto sign = engine == db::Engine::sqlite ? "char(31)" : "chr(31)";
  std::string texts;
  for (auto& column : columns)
    texts += fmt::format("{}coalesce({}, '')", texts.empty() ? "" : fmt::format(" || {} || ", sign), column);
  return texts;
}

std::vector<std::vector<std::string>> parted(const std::vector<std::string>& rows, std::size_t columns) {
  std::vector<std::vector<std::string>> all;
  for (auto& joined : rows) {
    auto& row = all.emplace_back();
    for (std::size_t begin = 0; row.size() < columns;) {
      auto end = std::min(joined.find(parting, begin), joined.size());
      row.push_back(joined.substr(begin, end - begin));
      begin = std::min(end + 1, joined.size());
    }
  }
  return all;
}

}  // namespace

std::optional<Piece> next_piece(db::Tx& tx, const Spine& spine, const Scope& scope, const std::string& after,
                                int limit) {
  auto sql = fmt::format(
      "select max(piece.key) as last from (select {0} as key from {1} where {2} and {0} > $2 order by {0} "
      "limit $3) piece",
      spine.key, spine.table, beside_key(spine));
  std::vector<db::Param> params{limit_of(spine, scope), db::to_param(after), db::to_param(limit)};
  auto last = tx.query_with<std::optional<std::string>>(sql, params).front();
  if (!last) return std::nullopt;
  return Piece{after, *last};
}

std::int64_t erase(db::Tx& tx, const Holding& h, const Scope& scope, const Piece& piece, Instant now) {
  return carry_out(tx, h, owned_by_spine(h, Rows::piece),
                   {limit_of(*h.spine, scope), db::to_param(piece.after), db::to_param(piece.to)}, now);
}

std::int64_t erase_person(db::Tx& tx, const Holding& h, const std::string& attendee, Instant now) {
  if (h.person.empty()) return 0;
  auto rows = h.owned.empty() ? fmt::format("{} = $1", h.person)
                              : fmt::format("{} in (select {} from {} where {} = $1)", h.person, h.owned,
                                            h.spine->table, h.spine->key);
  return carry_out(tx, h, rows, {db::to_param(attendee)}, now);
}

std::int64_t erase_one(db::Tx& tx, const Holding& h, const Scope& scope, const std::string& key,
                       Instant now) {
  return carry_out(tx, h, owned_by_spine(h, Rows::one), {limit_of(*h.spine, scope), db::to_param(key)}, now);
}

std::vector<std::vector<std::string>> read_texts(db::Tx& tx, const Holding& h,
                                                 const std::vector<std::string>& columns, const Scope& scope,
                                                 const Piece& piece) {
  auto sql = fmt::format("select {} from {} where {}", joined_texts(tx.engine(), columns), h.table,
                         with_besides(h, owned_by_spine(h, Rows::piece)));
  return parted(tx.query<std::string>(sql, limit_of(*h.spine, scope), db::to_param(piece.after),
                                      db::to_param(piece.to)),
                columns.size());
}

std::vector<std::vector<std::string>> read_suspect_texts(db::Tx& tx, const std::string& table,
                                                         const std::vector<std::string>& columns) {
  auto texts = joined_texts(tx.engine(), columns);
  // An at sign of either width, or four digits of either width in a row.
  auto is_suspect =
      tx.engine() == db::Engine::sqlite
          ? fmt::format("{0} glob '*[@＠]*' or {0} glob '*[0-9０-９][0-9０-９][0-9０-９][0-9０-９]*'",
                        "texts")
          : std::string("texts ~ '[@＠]|[0-9０-９]{4}'");
  auto sql =
      fmt::format("select texts from (select {} as texts from {}) read where {}", texts, table, is_suspect);
  return parted(tx.query<std::string>(sql), columns.size());
}

void compact_searches(db::Tx& tx, const Holdings& holdings) {
  if (tx.engine() != db::Engine::sqlite) return;
  for (auto& h : holdings.erased)
    if (h.table.ends_with("_search"))
      tx.exec(fmt::format("insert into {0} ({0}) values ('optimize')", h.table));
}

Remainder count_left(db::Tx& tx, const Holding& h, const Scope& scope) {
  auto sql = fmt::format(
      "select count(*) as all_rows, cast(coalesce(sum(case when {} then 1 else 0 end), 0) as bigint) as "
      "left_rows "
      "from {} where {}",
      says_something(h), h.table, with_besides(h, owned_by_spine(h, Rows::all)));
  std::vector<db::Param> params{limit_of(*h.spine, scope)};
  return tx.query_with<Remainder>(sql, params).front();
}

}  // namespace expogate::erasure
