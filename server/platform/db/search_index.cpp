#include "platform/db/search_index.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace expogate::db {
namespace {

std::vector<std::string> pairs_of(const std::vector<std::string_view>& characters) {
  std::vector<std::string> pairs;
  for (std::size_t i = 1; i < characters.size(); ++i)
    pairs.push_back(std::string(characters[i - 1]) + std::string(characters[i]));
  return pairs;
}

std::vector<std::string> each_once(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// Folded text holds letters and digits only, so no word needs escaping in either spelling.
std::string fts_words(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string array_of(const std::vector<std::string>& words) {
  return fmt::format("{{{}}}", fmt::join(words, ","));
}

std::string fts_query(std::string_view column, const std::vector<std::string>& words) {
  std::string query;
  for (auto& word : words) query += fmt::format("{}{}:\"{}\"", query.empty() ? "" : " AND ", column, word);
  return query;
}

}  // namespace

std::vector<std::string> words_for_index(std::string_view folded) {
  auto characters = characters_of(folded);
  auto words = pairs_of(characters);
  words.insert(words.end(), characters.begin(), characters.end());
  std::erase_if(words, [](auto& word) { return word.find(' ') != word.npos; });
  return each_once(std::move(words));
}

std::vector<std::string> words_for_query(std::string_view folded) {
  auto characters = characters_of(folded);
  if (characters.size() == 1) return {std::string(folded)};
  return each_once(pairs_of(characters));
}

void put_in_search(Tx& tx, std::string_view index, std::int64_t key, std::span<const SearchField> fields) {
  tx.exec(fmt::format("delete from {} where rowid = $1", index), key);
  std::string columns = "rowid", marks = "$1";
  std::vector<std::string> texts;
  for (auto& field : fields) {
    columns += fmt::format(", {}", field.column);
    bool is_sqlite = tx.engine() == Engine::sqlite;
    auto mark = fmt::format("${}", texts.size() + 2);
    marks += is_sqlite ? ", " + mark : ", cast(" + mark + " as text[])";
    auto words = words_for_index(field.folded);
    texts.push_back(is_sqlite ? fts_words(words) : array_of(words));
  }
  std::vector<Param> values{key};
  for (auto& text : texts) values.push_back(std::string_view(text));
  tx.batch(fmt::format("insert into {} ({}) values ({})", index, columns, marks), {{values}});
}

void change_in_search(Tx& tx, std::string_view index, std::int64_t key, const SearchField& field) {
  bool is_sqlite = tx.engine() == Engine::sqlite;
  auto words = words_for_index(field.folded);
  tx.exec(fmt::format("update {} set {} = {} where rowid = $1", index, field.column,
                      is_sqlite ? "$2" : "cast($2 as text[])"),
          key, is_sqlite ? fts_words(words) : array_of(words));
}

void where_contains(ListQuery& query, Engine engine, std::string_view key_column, std::string_view index,
                    const SearchField& sought, const NamePart& part) {
  auto words = words_for_query(sought.folded);
  if (words.empty()) {
    query.where_values(part.sql, part.values);
    return;
  }
  bool is_sqlite = engine == Engine::sqlite;
  auto found = is_sqlite ? fmt::format("{0} in (select rowid from {1} where {1} match ?)", key_column, index)
                         : fmt::format("{} in (select rowid from {} where {} @> cast(? as text[]))",
                                       key_column, index, sought.column);
  query.where(found, is_sqlite ? fts_query(sought.column, words) : array_of(words));
  query.where_values(part.sql, part.values);
}

}  // namespace expogate::db
