#pragma once
#include "base/caller.h"
#include "edition/edition_service.h"
#include "edition/entry_option.h"

namespace expogate::edition {

class EntryOptionService {
 public:
  EntryOptionService(db::Database& database, const Clock& clock, EditionService& editions)
      : database_(database), clock_(clock), editions_(editions) {}

  std::vector<PricedEntryOption> list_entry_options(const EditionId& edition);
  /// Inside another's transaction.
  static std::vector<PricedEntryOption> list(db::Tx& tx, const EditionId& edition);
  /// What is called alike and offered in another edition; past people come on the same days again.
  static std::optional<EntryOptionId> find_like(db::Tx& tx, const std::optional<EntryOptionId>& past,
                                                const EditionId& edition);
  PricedEntryOption add_entry_option(const Caller& caller, const EditionId& edition,
                                     PricedEntryOption wanted);
  /// The prices given are all the prices from now on. Badges already ordered keep the fee of their order.
  PricedEntryOption change_entry_option(const Caller& caller, const EntryOptionId& id,
                                        PricedEntryOption wanted, std::int64_t version);

 private:
  db::Database& database_;
  const Clock& clock_;
  EditionService& editions_;
};

}  // namespace expogate::edition
