#include "app/fair_pack/pack_table.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "base/text.h"

namespace expogate::fair_pack {
namespace {

CivilDate civil(const toml::date& date) {
  return {fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day)};
}

}  // namespace

std::string text_of(const Mistake& mistake) {
  if (mistake.line == 0) return mistake.file + ": " + mistake.what;
  return fmt::format("{}:{}: {}", mistake.file, mistake.line, mistake.what);
}

toml::table read_toml(const std::filesystem::path& path, const std::string& name,
                      std::vector<Mistake>& mistakes) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    mistakes.push_back({name, 0, "cannot be read"});
    return {};
  }
  std::stringstream content;
  content << file.rdbuf();
  try {
    return toml::parse(content.str());
  } catch (const toml::parse_error& error) {
    mistakes.push_back({name, int(error.source().begin.line), std::string(error.description())});
    return {};
  }
}

PackTable::~PackTable() {
  for (auto& [key, node] : table_)
    if (!asked_.contains(key.str()))
      mistakes_.push_back(
          {file_, int(key.source().begin.line), std::string(key.str()) + " is not known here"});
}

void PackTable::mistake(std::string_view key, const std::string& what) {
  auto* node = table_.get(key);
  auto line = node ? node->source().begin.line : table_.source().begin.line;
  mistakes_.push_back({file_, int(line), std::string(key) + ": " + what});
}

const toml::node* PackTable::find(std::string_view key, bool is_required) {
  asked_.insert(std::string(key));
  auto* node = table_.get(key);
  if (!node && is_required) mistake(key, "is missing");
  return node;
}

std::string PackTable::text(std::string_view key, std::size_t max, bool is_required) {
  auto* node = find(key, is_required);
  if (!node) return "";
  auto value = node->value_exact<std::string>();
  if (!value) {
    mistake(key, "must be text in quotes");
    return "";
  }
  auto trimmed_value = std::string(trimmed(*value));
  if (trimmed_value.empty() && is_required) mistake(key, "is empty");
  if (!is_clean_utf8(trimmed_value))
    mistake(key, "is not UTF-8");
  else if (code_points(trimmed_value) > max)
    mistake(key, fmt::format("is longer than {} characters", max));
  return trimmed_value;
}

Words PackTable::words(const std::string& key, std::size_t max, bool is_required) {
  return {text(key + "_zh", max, is_required), text(key + "_en", max, is_required)};
}

int PackTable::integer(std::string_view key, int fallback, int min, int max) {
  auto* node = find(key, false);
  if (!node) return fallback;
  auto value = node->value_exact<std::int64_t>();
  if (value && *value >= min && *value <= max) return int(*value);
  mistake(key, fmt::format("must be a whole number between {} and {}", min, max));
  return fallback;
}

bool PackTable::flag(std::string_view key, bool fallback) {
  auto* node = find(key, false);
  if (!node) return fallback;
  auto value = node->value_exact<bool>();
  if (!value) mistake(key, "must be true or false");
  return value.value_or(fallback);
}

CivilDate PackTable::date(std::string_view key) {
  auto found = optional_date(key);
  if (!found && !table_.contains(key)) mistake(key, "is missing");
  return found.value_or(CivilDate{"2000-01-01"});
}

std::optional<CivilDate> PackTable::optional_date(std::string_view key) {
  auto* node = find(key, false);
  if (!node) return std::nullopt;
  auto value = node->value_exact<toml::date>();
  if (!value) {
    mistake(key, "must be a date without quotes, such as 2025-11-05");
    return std::nullopt;
  }
  return civil(*value);
}

std::optional<Instant> PackTable::moment(std::string_view key) {
  auto* node = find(key, true);
  if (!node) return std::nullopt;
  auto value = node->value_exact<toml::date_time>();
  if (!value || !value->is_local()) {
    mistake(key, "must be a local date and time without quotes, such as 2025-10-21T00:00:00");
    return std::nullopt;
  }
  return fair_moment(civil(value->date), value->time.hour * 60 + value->time.minute);
}

std::vector<std::string> PackTable::texts(std::string_view key) {
  std::vector<std::string> list;
  auto* node = find(key, false);
  if (!node) return list;
  auto* array = node->as_array();
  if (!array) {
    mistake(key, "must be a list");
    return list;
  }
  for (auto& each : *array) {
    if (auto value = each.value_exact<std::string>())
      list.push_back(*value);
    else
      mistake(key, "must be a list of texts");
  }
  return list;
}

const toml::table* PackTable::table(std::string_view key, bool is_required) {
  auto* node = find(key, is_required);
  if (!node) return nullptr;
  if (!node->is_table()) mistake(key, "must be a table");
  return node->as_table();
}

std::vector<const toml::table*> PackTable::tables(std::string_view key) {
  std::vector<const toml::table*> list;
  auto* node = find(key, false);
  if (!node) return list;
  auto* array = node->as_array();
  if (!array || !array->is_array_of_tables()) {
    mistake(key, fmt::format("must be written as [[{}]]", key));
    return list;
  }
  for (auto& each : *array) list.push_back(each.as_table());
  return list;
}

}  // namespace expogate::fair_pack
