#pragma once
#include <toml++/toml.h>

#include <set>

#include "app/fair_pack/fair_pack.h"
#include "base/time.h"

namespace expogate::fair_pack {

/// Both languages of a text: `name_zh`, `name_en`.
struct Words {
  std::string zh, en;
};

/// Reads one table of a TOML file key by key. What is missing, of a wrong type, too long or unknown becomes a
/// mistake with its line; the caller goes on with something harmless.
class PackTable {
 public:
  PackTable(std::string file, const toml::table& table, std::vector<Mistake>& mistakes)
      : file_(std::move(file)), table_(table), mistakes_(mistakes) {}
  PackTable(const PackTable&) = delete;
  ~PackTable();  ///< tells the keys that nobody asked for

  bool has(std::string_view key) const { return table_.contains(key); }
  std::string text(std::string_view key, std::size_t max, bool is_required = true);
  Words words(const std::string& key, std::size_t max, bool is_required = true);
  int integer(std::string_view key, int fallback, int min, int max);
  bool flag(std::string_view key, bool fallback);
  CivilDate date(std::string_view key);
  std::optional<CivilDate> optional_date(std::string_view key);
  /// A local date and time of the fair: `2025-10-21T00:00:00`.
  std::optional<Instant> moment(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  /// One of an enum's names.
  template <class Enum>
  std::optional<Enum> choice(std::string_view key, bool is_required = true) {
    auto name = text(key, 60, is_required);
    if (name.empty()) return std::nullopt;
    auto value = enum_value<Enum>(name);
    if (!value) mistake(key, "'" + name + "' is none of the words that are known here");
    return value;
  }
  /// An inner table, to be read in its own PackTable; null when there is none.
  const toml::table* table(std::string_view key, bool is_required = false);
  std::vector<const toml::table*> tables(std::string_view key);

  const std::string& file() const { return file_; }
  std::vector<Mistake>& mistakes() { return mistakes_; }
  void mistake(std::string_view key, const std::string& what);

 private:
  const toml::node* find(std::string_view key, bool is_required);
  std::string file_;
  const toml::table& table_;
  std::vector<Mistake>& mistakes_;
  std::set<std::string, std::less<>> asked_;
};

/// The file's table; an empty one, and a mistake, when it cannot be read.
toml::table read_toml(const std::filesystem::path& path, const std::string& name,
                      std::vector<Mistake>& mistakes);

}  // namespace expogate::fair_pack
