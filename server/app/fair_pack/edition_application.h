#pragma once
#include "app/fair_pack/pack_application.h"

namespace expogate::fair_pack {

/// Brings one edition to what the pack says. A past one is left as it is, and which one is current is changed
/// on the bureau's page (EDN-02, INS-06).
void apply_edition(db::Tx& tx, const PackedEdition& packed, Changes& changes, Instant now);

PackedEdition packed_edition(db::Tx& tx, const edition::Edition& edition);

}  // namespace expogate::fair_pack
