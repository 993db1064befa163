#include "platform/config/config_reader.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <charconv>
#include <cstdlib>

namespace expogate {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string out = "the configuration has mistakes:";
  for (auto& line : lines) out += "\n  " + line;
  return out;
}

std::string environment_name(std::string_view name) {
  std::string out = "EXPOGATE_";
  for (char c : name) out += c == '.' ? '_' : char(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

void collect_names(const toml::table& table, const std::string& prefix, std::vector<std::string>& names) {
  for (auto& [key, value] : table) {
    auto name = prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
    if (auto* inner = value.as_table())
      collect_names(*inner, name, names);
    else
      names.push_back(name);
  }
}

}  // namespace

ConfigError::ConfigError(std::vector<std::string> mistakes) : std::runtime_error(joined(mistakes)) {}

struct ConfigReader::File {
  toml::table table;
};

ConfigReader::ConfigReader(const std::string& path) : file_(std::make_unique<File>()) {
  if (path.empty()) return;
  try {
    file_->table = toml::parse_file(path);
  } catch (const toml::parse_error& error) {
    throw ConfigError({fmt::format("{}, line {}: {}", path, error.source().begin.line, error.description())});
  }
}

ConfigReader::~ConfigReader() = default;

const char* ConfigReader::environment(const std::string& name) {
  asked_.insert(name);
  return std::getenv(environment_name(name).c_str());
}

std::string ConfigReader::text(const std::string& name, std::string otherwise) {
  if (auto* value = environment(name)) return value;
  auto node = file_->table.at_path(name);
  if (!node) return otherwise;
  if (auto value = node.value_exact<std::string>()) return *value;
  mistake(name + " must be text");
  return otherwise;
}

int ConfigReader::integer(const std::string& name, int otherwise, int least, int most) {
  std::int64_t value = otherwise;
  if (auto* text = environment(name)) {
    auto* end = text + std::char_traits<char>::length(text);
    auto read = std::from_chars(text, end, value);
    if (read.ec != std::errc{} || read.ptr != end)
      mistake(environment_name(name) + " must be a whole number");
  } else if (auto node = file_->table.at_path(name)) {
    if (auto number = node.value_exact<std::int64_t>())
      value = *number;
    else
      mistake(name + " must be a whole number");
  }
  if (value >= least && value <= most) return int(value);
  mistake(fmt::format("{} must be between {} and {}", name, least, most));
  return otherwise;
}

bool ConfigReader::flag(const std::string& name, bool otherwise) {
  if (auto* text = environment(name)) {
    std::string_view value = text;
    if (value == "true" || value == "false") return value == "true";
    mistake(environment_name(name) + " must be true or false");
    return otherwise;
  }
  auto node = file_->table.at_path(name);
  if (!node) return otherwise;
  if (auto value = node.value_exact<bool>()) return *value;
  mistake(name + " must be true or false");
  return otherwise;
}

std::map<std::string, std::string> ConfigReader::texts(const std::string& name) {
  std::map<std::string, std::string> found;
  auto node = file_->table.at_path(name);
  if (!node) return found;
  if (!node.is_table()) mistake(name + " must be a table");
  if (auto* table = node.as_table())
    for (auto& [key, value] : *table) {
      asked_.insert(name + "." + std::string(key.str()));
      if (auto text = value.value_exact<std::string>())
        found.emplace(std::string(key.str()), *text);
      else
        mistake(name + "." + std::string(key.str()) + " must be text");
    }
  return found;
}

void ConfigReader::finish() {
  std::vector<std::string> names;
  collect_names(file_->table, "", names);
  for (auto& name : names)
    if (!asked_.contains(name)) mistake(name + " is not a setting of this program");
  if (!mistakes_.empty()) throw ConfigError(mistakes_);
}

}  // namespace expogate
