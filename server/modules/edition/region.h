#pragma once
#include "base/locale.h"
#include "edition/edition.h"
#include "platform/db/tx.h"

namespace expogate::edition {

/// A place by the codes of its province, city and district; each may be missing.
struct RegionCodes {
  std::string province, city, district;
};

/// The place in words, from the province down: 上海市浦东新区, and Shanghai is all three but once.
std::string region_words(db::Tx& tx, const EditionId& edition, const RegionCodes& codes, Locale locale);

/// A street behind its place, as it is shown and printed.
std::string whole_address(const std::string& region, const std::string& street, Locale locale);

}  // namespace expogate::edition
