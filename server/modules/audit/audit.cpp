#include "audit/audit.h"

#include <fmt/format.h>

#include "platform/crypto/digest.h"

namespace expogate::audit {
namespace {

/// Each value with its length in front: no two different rows give the same text.
std::string canonical(const Entry& entry) {
  std::string out;
  auto at = std::to_string(entry.at.ms);
  for (std::string_view text : std::initializer_list<std::string_view>{
           entry.id, at, entry.actor_id, entry.actor_name, entry.ip, entry.request_id, entry.action,
           entry.subject_kind, entry.subject_id, entry.summary, entry.before_json, entry.after_json})
    out += fmt::format("{}:{};", text.size(), text);
  return out;
}

}  // namespace

std::string chain_hash(const Entry& entry, std::int64_t seq, std::string_view previous_hash) {
  return sha256_hex(fmt::format("{}|{}|{}", previous_hash, seq, canonical(entry)));
}

Verification verify(ChainReader& reader) {
  constexpr int piece = 1000;
  Verification result;
  std::string previous;
  for (std::int64_t seq = 0;;) {
    auto entries = reader.read_after(seq, piece);
    for (auto& entry : entries) {
      bool is_next = entry.seq == seq + 1;
      if (!result.first_broken_seq && (!is_next || entry.hash != chain_hash(entry, *entry.seq, previous)))
        result.first_broken_seq = is_next ? *entry.seq : seq + 1;
      seq = *entry.seq;
      previous = entry.hash.value_or("");
      ++result.entries;
    }
    if (entries.size() < std::size_t(piece)) break;
  }
  result.unsealed = reader.count_unsealed();
  return result;
}

}  // namespace expogate::audit
