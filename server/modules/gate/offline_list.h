#pragma once
#include <vector>

#include "gate/device.h"
#include "platform/db/tx.h"

/// What a device needs to decide by itself (BDG-02): keys, and the badges that their own code does not tell
/// enough about.
namespace expogate::gate {

/// A badge by its printed code.
struct ListedBadge {
  int code_edition_number = 0;
  std::int64_t code_serial = 0;
  bool is_voided = false;  ///< its person was; of refused badges
  int entry_days = 0;      ///< of badges of past editions
};
BOOST_DESCRIBE_STRUCT(ListedBadge, (), (code_edition_number, code_serial, is_voided, entry_days))

/// What was committed late is sent twice rather than never.
constexpr Duration list_overlap = minutes(5);

namespace store {

/// Codes that open no gate any more, since a moment.
std::vector<ListedBadge> list_refused(db::Tx& tx, const EditionId& edition, Instant since);
/// Badges of past editions that this one takes again, since a moment.
std::vector<ListedBadge> list_reused(db::Tx& tx, const EditionId& edition, Instant since);

}  // namespace store
}  // namespace expogate::gate
