#pragma once
#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/tx.h"
#include "platform/erasure/holding.h"

namespace expogate::erasure {

/// Whose period is over: the rows of an edition, and where a spine goes by moments, those of before one.
struct Scope {
  std::string edition;
  Instant before;
};

/// Rows of a spine behind `after` up to and with `to`.
struct Piece {
  std::string after, to;
};

/// The next `limit` rows behind `after`; nothing when there are no more.
std::optional<Piece> next_piece(db::Tx& tx, const Spine& spine, const Scope& scope, const std::string& after,
                                int limit);

/// Erases what the holding says of a piece; returns how many rows changed. Rows that are erased stay as they
/// are, so it can be repeated.
std::int64_t erase(db::Tx& tx, const Holding& holding, const Scope& scope, const Piece& piece, Instant now);

/// Erases what the holding says of one attendee; nothing where people cannot be told apart.
std::int64_t erase_person(db::Tx& tx, const Holding& holding, const std::string& attendee, Instant now);

/// Erases what the holding says of one row of its spine, if that row belongs to the scope.
std::int64_t erase_one(db::Tx& tx, const Holding& holding, const Scope& scope, const std::string& key,
                       Instant now);

/// Text columns of a piece's rows, in the order in which they are named.
std::vector<std::vector<std::string>> read_texts(db::Tx& tx, const Holding& holding,
                                                 const std::vector<std::string>& columns, const Scope& scope,
                                                 const Piece& piece);

/// The same of a whole table, but only rows in which an address or a long number could stand.
std::vector<std::vector<std::string>> read_suspect_texts(db::Tx& tx, const std::string& table,
                                                         const std::vector<std::string>& columns);

/// The index of a search keeps the words of rows that are gone until its pages are written anew (SQLite).
void compact_searches(db::Tx& tx, const Holdings& holdings);

struct Remainder {
  std::int64_t all_rows = 0;   ///< of the edition, erased or not
  std::int64_t left_rows = 0;  ///< of them, those that still say something
};
BOOST_DESCRIBE_STRUCT(Remainder, (), (all_rows, left_rows))

Remainder count_left(db::Tx& tx, const Holding& holding, const Scope& scope);

}  // namespace expogate::erasure
