#pragma once
#include "app/fair_pack/fair_pack.h"

namespace expogate::fair_pack {

/// One edition's folder: `edition.toml` and its catalogues. `name`: how mistakes call the folder.
PackedEdition read_edition(const std::filesystem::path& folder, const std::string& name,
                           std::vector<Mistake>& mistakes);

}  // namespace expogate::fair_pack
