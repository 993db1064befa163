#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/list_query.h"

namespace expogate::db {

/// Finds rows by any part of a text, also by one or two Chinese characters, which the engines' own text
/// search cannot. Each character and each pair of neighbours of a folded text is a word of an index: FTS5 on
/// SQLite, GIN on PostgreSQL. The index only narrows the search; the query looks at the text itself again.
///
/// A searched table has a numeric key; its index is a table of that key as `rowid` and a column per field.
struct SearchField {
  std::string_view column;
  std::string_view folded;  ///< letters and digits in one case (`folded_name`); a space parts two texts
};

/// Writes or replaces what is found under `key`.
void put_in_search(Tx& tx, std::string_view index, std::int64_t key, std::span<const SearchField> fields);

/// Replaces one field of what is found under `key`.
void change_in_search(Tx& tx, std::string_view index, std::int64_t key, const SearchField& field);

/// Narrows a list to rows that `part` describes, by the index as far as `sought` holds anything.
void where_contains(ListQuery& query, Engine engine, std::string_view key_column, std::string_view index,
                    const SearchField& sought, const NamePart& part);

/// The words of a text: single characters and pairs, each once.
std::vector<std::string> words_for_index(std::string_view folded);

/// The words that every text containing `folded` has: its pairs, or the one character that it is.
std::vector<std::string> words_for_query(std::string_view folded);

}  // namespace expogate::db
