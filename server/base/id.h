#pragma once
#include <string>
#include <string_view>

#include "base/time.h"

namespace expogate {

/// An identity: opaque text outside, a type of its own inside (an AccountId is not a SessionId).
template <class Noun>
struct Id {
  std::string text;
  auto operator<=>(const Id&) const = default;
  bool is_empty() const { return text.empty(); }
};

/// 26 characters of Crockford's base 32: 48 bits of time and 80 random bits, so ids sort by their creation
/// and nobody can guess a neighbour's.
std::string new_id_text(Instant now);

template <class IdType>
IdType new_id(Instant now) {
  return {new_id_text(now)};
}

/// True for text that `new_id_text` could have made. Seeded rows use short readable ids, so this is not
/// required of ids that come from outside; the limit is only their length and alphabet.
bool is_acceptable_id(std::string_view text);

/// Text from the operating system's random source; `bytes` of it, as lower-case hexadecimal.
std::string random_hex(std::size_t bytes);

/// `count` random decimal digits, each equally likely.
std::string random_digits(std::size_t count);

using AccountId = Id<struct AccountNoun>;
using SessionId = Id<struct SessionNoun>;
using EditionId = Id<struct EditionNoun>;
using TradingGroupId = Id<struct TradingGroupNoun>;
using OrganizationId = Id<struct OrganizationNoun>;
using JobId = Id<struct JobNoun>;
using FileId = Id<struct FileNoun>;

}  // namespace expogate
