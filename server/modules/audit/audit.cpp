#include "audit/chain.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

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

const std::string keyed = "k1:";

std::string plain_hash(const Entry& entry, std::int64_t seq, std::string_view previous_hash) {
  return sha256_hex(fmt::format("{}|{}|{}", previous_hash, seq, canonical(entry)));
}

}  // namespace

std::string chain_hash(const Entry& entry, std::int64_t seq, std::string_view previous_hash,
                       const std::string& key) {
  return keyed + hmac_sha256_hex(key, fmt::format("{}|{}|{}", previous_hash, seq, canonical(entry)));
}

std::string erasure_seal(const Entry& left, std::string_view previous_hash, const std::string& key) {
  return hmac_sha256_hex(key, fmt::format("erased|{}|{}|{}|{}", previous_hash, left.seq.value_or(0),
                                          left.hash.value_or(""), canonical(left)));
}

std::string sealed_end(const ChainEnd& end, const std::string& key) {
  return fmt::format("{} {} {}", end.seq, end.hash,
                     hmac_sha256_hex(key, fmt::format("end|{}|{}", end.seq, end.hash)));
}

std::optional<ChainEnd> read_sealed_end(std::string_view text, const std::string& key) {
  auto first = text.find(' '), second = text.find(' ', first + 1);
  if (first == text.npos || second == text.npos) return std::nullopt;
  ChainEnd end;
  auto number = text.substr(0, first);
  auto read = std::from_chars(number.data(), number.data() + number.size(), end.seq);
  if (read.ec != std::errc{}) return std::nullopt;
  end.hash = std::string(text.substr(first + 1, second - first - 1));
  if (!equal_in_constant_time(text, sealed_end(end, key))) return std::nullopt;
  return end;
}

Verification verify(ChainReader& reader, const std::string& key, const std::vector<ChainEnd>& ends) {
  constexpr int chunk = 1000;
  Verification result;
  std::string previous;
  bool is_keyed = false;
  std::map<std::int64_t, std::string> wanted;
  for (auto& end : ends) wanted.emplace(end.seq, end.hash);
  for (std::int64_t seq = 0;;) {
    auto entries = reader.read_after(seq, chunk);
    for (auto& entry : entries) {
      bool is_next = entry.seq == seq + 1;
      auto hash = entry.hash.value_or("");
      is_keyed = is_keyed || hash.starts_with(keyed);
      bool is_right = entry.erasure_seal
                          ? equal_in_constant_time(*entry.erasure_seal, erasure_seal(entry, previous, key))
                          : hash == (is_keyed ? chain_hash(entry, *entry.seq, previous, key)
                                              : plain_hash(entry, *entry.seq, previous));
      if (!result.first_broken_seq && (!is_next || !is_right))
        result.first_broken_seq = is_next ? *entry.seq : seq + 1;
      seq = *entry.seq;
      previous = hash;
      ++result.entries;
      if (auto end = wanted.find(seq); end != wanted.end() && end->second == hash) wanted.erase(end);
    }
    if (entries.size() < std::size_t(chunk)) break;
  }
  // An end that was sealed and is not met any more: entries behind it, or all of them, are gone.
  result.is_cut = !wanted.empty() || (is_keyed && ends.empty());
  result.unsealed = reader.count_unsealed();
  return result;
}

}  // namespace expogate::audit
