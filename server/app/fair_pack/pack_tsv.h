#pragma once
#include "app/fair_pack/fair_pack.h"

namespace expogate::fair_pack {

/// One line of a TSV file by the names of its header.
struct TsvRow {
  int line = 0;
  std::map<std::string, std::string> fields;
  const std::string& at(const std::string& name) const { return fields.at(name); }
};

/// UTF-8, a header line, no quoting. Lines with another number of fields, and fields with control characters,
/// become mistakes. Every row has every name of `names`.
std::vector<TsvRow> read_tsv(const std::filesystem::path& path, const std::string& name,
                             const std::vector<std::string>& names, std::vector<Mistake>& mistakes);

}  // namespace expogate::fair_pack
