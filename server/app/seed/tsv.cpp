#include "app/seed/tsv.h"

#include <fstream>
#include <stdexcept>

namespace expogate::seed {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::size_t from = 0;
  for (auto tab = line.find('\t'); tab != line.npos; tab = line.find('\t', from)) {
    fields.push_back(line.substr(from, tab - from));
    from = tab + 1;
  }
  fields.push_back(line.substr(from));
  return fields;
}

}  // namespace

std::string fair_folder(const std::string& seeds) {
  return seeds + "/../../fairs/ciie-8";
}

std::string catalogue_file(const std::string& seeds, const std::string& kind) {
  return fair_folder(seeds) + "/editions/8/catalogues/" + kind + ".tsv";
}

std::string list_file(const std::string& seeds, const std::string& kind) {
  return seeds + "/../../fairs/lists/" + kind + ".tsv";
}

std::vector<TsvRow> read_tsv(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::string line;
  std::getline(file, line);
  auto names = fields_of(line);
  std::vector<TsvRow> rows;
  while (std::getline(file, line)) {
    auto fields = fields_of(line);
    if (fields.size() != names.size())
      throw std::runtime_error(path + ", line " + std::to_string(rows.size() + 2) +
                               ": wrong number of fields");
    TsvRow row;
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = fields[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace expogate::seed
