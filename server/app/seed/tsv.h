#pragma once
#include <map>
#include <string>
#include <vector>

namespace expogate::seed {

/// One line of a TSV file by the names of its header.
using TsvRow = std::map<std::string, std::string>;

/// Throws when the file is missing or a line has another number of fields than the header.
std::vector<TsvRow> read_tsv(const std::string& path);

}  // namespace expogate::seed
