#include "audit/chain.h"

#include <gtest/gtest.h>

namespace expogate::audit {
namespace {

const std::string key = "the fair's own key";

SealedEntry entry(const std::string& id, const std::string& summary) {
  SealedEntry e;
  e.id = id;
  e.at = {1000};
  e.summary = summary;
  return e;
}

class FixedChain final : public ChainReader {
 public:
  explicit FixedChain(std::vector<SealedEntry> entries) : entries_(std::move(entries)) {}
  std::vector<SealedEntry> read_after(std::int64_t seq, int) override {
    std::vector<SealedEntry> rest;
    for (auto& e : entries_)
      if (*e.seq > seq) rest.push_back(e);
    return rest;
  }
  std::int64_t count_unsealed() override { return 0; }

 private:
  std::vector<SealedEntry> entries_;
};

std::vector<SealedEntry> sealed_chain() {
  std::vector<SealedEntry> chain{entry("a", "one"), entry("b", "two"), entry("c", "three")};
  std::string previous;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    chain[i].seq = std::int64_t(i) + 1;
    chain[i].hash = previous = chain_hash(chain[i], *chain[i].seq, previous, key);
  }
  return chain;
}

ChainEnd end_of_three() {
  return {3, *sealed_chain().back().hash};
}

TEST(AuditChain, IsWholeWhenNobodyTouchedIt) {
  FixedChain chain(sealed_chain());
  auto result = verify(chain, key, {end_of_three()});
  EXPECT_EQ(result.entries, 3);
  EXPECT_FALSE(result.first_broken_seq);
  EXPECT_FALSE(result.is_cut);
}

TEST(AuditChain, ShowsAChangedEntry) {
  auto entries = sealed_chain();
  entries[1].summary = "tampered";
  FixedChain chain(entries);
  EXPECT_EQ(verify(chain, key, {end_of_three()}).first_broken_seq, 2);
}

TEST(AuditChain, ShowsAMissingEntry) {
  auto entries = sealed_chain();
  entries.erase(entries.begin() + 1);
  FixedChain chain(entries);
  EXPECT_EQ(verify(chain, key, {end_of_three()}).first_broken_seq, 2);
}

TEST(AuditChain, ShowsAChangedEntryThatWasHashedAgain) {
  auto entries = sealed_chain();
  entries[1].summary = "tampered";
  entries[1].hash = chain_hash(entries[1], 2, *entries[0].hash, key);
  FixedChain chain(entries);
  EXPECT_EQ(verify(chain, key, {end_of_three()}).first_broken_seq, 3);
}

TEST(AuditChain, StaysWholeWhereWordsWereErasedAndShowsWhoErasedWithoutTheKey) {
  auto erase = [](SealedEntry& e, std::string_view previous, const std::string& by) {
    e.actor_name.clear();
    e.summary.clear();
    e.erasure_seal = erasure_seal(e, previous, by);
  };
  auto entries = sealed_chain();
  erase(entries[1], *entries[0].hash, key);
  FixedChain erased(entries);
  EXPECT_FALSE(verify(erased, key, {end_of_three()}).first_broken_seq);

  auto forged = sealed_chain();
  erase(forged[1], *forged[0].hash, "another key");
  FixedChain by_a_stranger(forged);
  EXPECT_EQ(verify(by_a_stranger, key, {end_of_three()}).first_broken_seq, 2);

  entries[1].action = "something_else";
  FixedChain changed_afterwards(entries);
  EXPECT_EQ(verify(changed_afterwards, key, {end_of_three()}).first_broken_seq, 2);
}

TEST(AuditChain, ShowsThatItsEndIsGone) {
  auto entries = sealed_chain();
  entries.pop_back();
  FixedChain cut(entries), emptied({});
  EXPECT_FALSE(verify(cut, key, {end_of_three()}).first_broken_seq);
  EXPECT_TRUE(verify(cut, key, {end_of_three()}).is_cut);
  EXPECT_TRUE(verify(emptied, key, {end_of_three()}).is_cut);
  EXPECT_TRUE(verify(cut, key, {}).is_cut);  // the sealed end was removed with the entries
}

TEST(AuditChain, ShowsAnotherKeyAndPlainHashesBehindKeyedOnes) {
  FixedChain chain(sealed_chain());
  EXPECT_EQ(verify(chain, "another key", {end_of_three()}).first_broken_seq, 1);
  auto end = end_of_three();
  EXPECT_EQ(read_sealed_end(sealed_end(end, key), key)->seq, 3);
  EXPECT_FALSE(read_sealed_end(sealed_end(end, "another key"), key));
  EXPECT_FALSE(read_sealed_end("2 " + end.hash + " 00", key));
}

TEST(AuditChain, DoesNotConfuseTextThatMovesBetweenColumns) {
  auto left = entry("a", "bc"), right = entry("ab", "c");
  EXPECT_NE(chain_hash(left, 1, "", key), chain_hash(right, 1, "", key));
}

}  // namespace
}  // namespace expogate::audit
