#pragma once
#include "app/fair_pack/fair_pack.h"
#include "platform/db/database.h"

namespace expogate::fair_pack {

/// What applying a pack does to the database: nothing is ever deleted.
struct Changes {
  struct Count {
    std::string kind;
    int added = 0, changed = 0, unchanged = 0;
  };
  std::vector<Count> counts;
  std::vector<std::string> lines;      ///< `+ trading group G01 北京交易团`, `~ …`
  std::vector<std::string> obstacles;  ///< why it cannot be applied; then nothing is done
  bool is_empty() const;
};

/// Brings the database to what the pack says, in the caller's transaction, and tells what it did.
Changes apply_pack(db::Tx& tx, const FairPack& pack, Instant now);

/// What it would do: it is done, looked at, and undone.
Changes plan_pack(db::Database& database, const FairPack& pack, Instant now);

/// The database's fair as a pack.
FairPack packed_fair(db::Tx& tx);

}  // namespace expogate::fair_pack
