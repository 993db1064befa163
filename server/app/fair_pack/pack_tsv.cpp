#include "app/fair_pack/pack_tsv.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "base/text.h"

namespace expogate::fair_pack {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::size_t from = 0;
  for (auto tab = line.find('\t'); tab != line.npos; tab = line.find('\t', from)) {
    fields.emplace_back(trimmed(line.substr(from, tab - from)));
    from = tab + 1;
  }
  fields.emplace_back(trimmed(line.substr(from)));
  return fields;
}

bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

/// Excel's and Windows' habits that a person does not see.
std::string without_marks(std::string line, int number) {
  if (number == 1 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

}  // namespace

std::vector<TsvRow> read_tsv(const std::filesystem::path& path, const std::string& name,
                             const std::vector<std::string>& names, std::vector<Mistake>& mistakes) {
  std::vector<TsvRow> rows;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    mistakes.push_back({name, 0, "cannot be read"});
    return rows;
  }
  std::string line;
  std::vector<std::string> header;
  for (int number = 1; std::getline(file, line); ++number) {
    line = without_marks(std::move(line), number);
    if (!is_clean_utf8(line)) {
      mistakes.push_back({name, number, "is not UTF-8"});
      continue;
    }
    if (number == 1) {
      header = fields_of(line);
      for (auto& wanted : names)
        if (std::find(header.begin(), header.end(), wanted) == header.end()) {
          mistakes.push_back({name, 1, "the column " + wanted + " is missing"});
          return rows;
        }
      continue;
    }
    if (trimmed(line).empty()) continue;
    auto fields = fields_of(line);
    if (fields.size() != header.size()) {
      mistakes.push_back(
          {name, number, fmt::format("has {} fields instead of {}", fields.size(), header.size())});
      continue;
    }
    TsvRow row{number, {}};
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (has_control(fields[i])) mistakes.push_back({name, number, header[i] + " has a control character"});
      row.fields[header[i]] = fields[i];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace expogate::fair_pack
