#pragma once
#include <map>
#include <string>
#include <vector>

namespace expogate::seed {

/// One line of a TSV file by the names of its header.
using TsvRow = std::map<std::string, std::string>;

/// Throws when the file is missing or a line has another number of fields than the header.
std::vector<TsvRow> read_tsv(const std::string& path);

/// Where the demonstration's fair is, seen from its seeds, and its catalogues.
std::string fair_folder(const std::string& seeds);
std::string catalogue_file(const std::string& seeds, const std::string& kind);
std::string list_file(const std::string& seeds, const std::string& kind);  ///< what many fairs share

}  // namespace expogate::seed
