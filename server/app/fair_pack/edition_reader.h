#pragma once
#include "app/fair_pack/fair_pack.h"
#include "app/fair_pack/pack_table.h"

namespace expogate::fair_pack {

/// One edition's folder: `edition.toml` and its catalogues. `name`: how mistakes call the folder.
/// `common`: the retention periods of all editions that say nothing else.
PackedEdition read_edition(const std::filesystem::path& folder, const std::string& name,
                           const std::vector<retention::RetentionPeriod>& common,
                           std::vector<Mistake>& mistakes);

/// `[retention.KIND]`, of the fair or of an edition. A kind that neither names has no period: it is kept
/// until the bureau sets one (RET-01).
std::vector<retention::RetentionPeriod> read_periods(PackTable& parent);

}  // namespace expogate::fair_pack
