#pragma once
#include <filesystem>

#include "audit/audit.h"
#include "platform/db/database.h"

/// The chain that shows tampering (ACC-08). Its key comes from the key ring: whoever has the database alone
/// can neither forge an entry nor move the end.
namespace expogate::audit {

/// An entry in its place.
struct SealedEntry : Entry {
  std::optional<std::string> erasure_seal;  ///< of a line whose words were erased (RET-01)
};
BOOST_DESCRIBE_STRUCT(SealedEntry, (Entry), (erasure_seal))

/// Lines are written without a place in the chain and sealed into it shortly afterwards, by one process at a
/// time: a chain inside every write would make all writes of the fair wait for one row. Returns how many were
/// sealed; the end is sealed with them.
int seal(db::Tx& tx, const std::string& key, int limit);

/// The hash of an entry in its place: HMAC-SHA256 over the previous hash and every column, behind `k1:`.
/// Entries of before the key have a plain SHA-256, and none of them stands behind a keyed one.
std::string chain_hash(const Entry& entry, std::int64_t seq, std::string_view previous_hash,
                       const std::string& key);

/// Takes names, addresses and contents out of sealed lines of before a moment, at most `limit` at once, and
/// seals what is left of each in its place (RET-01); returns how many. The chain stays whole: of such a line
/// `verify` checks that seal instead of its hash.
int erase_before(db::Tx& tx, const std::string& key, Instant before, int limit);
std::int64_t count_unerased_before(db::Tx& tx, Instant before);
/// The same of every sealed line about one subject (RET-03).
int erase_of(db::Tx& tx, const std::string& key, const std::string& subject_kind,
             const std::string& subject_id);

/// HMAC-SHA256 over the place, both hashes and every column that is left.
std::string erasure_seal(const Entry& left, std::string_view previous_hash, const std::string& key);

/// How far the chain reached when somebody looked.
struct ChainEnd {
  std::int64_t seq = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(ChainEnd, (), (seq, hash))

/// The end as text that only the key's holder can write, for a place outside the database; nothing for any
/// other text.
std::string sealed_end(const ChainEnd& end, const std::string& key);
std::optional<ChainEnd> read_sealed_end(std::string_view text, const std::string& key);

struct Verification {
  std::int64_t entries = 0;
  std::optional<std::int64_t> first_broken_seq;
  bool is_cut = false;  ///< the end is not where it was sealed
  std::int64_t unsealed = 0;
};

/// Where `verify` takes entries from: those behind a sequence number, in order.
class ChainReader {
 public:
  virtual ~ChainReader() = default;
  virtual std::vector<SealedEntry> read_after(std::int64_t seq, int limit) = 0;
  virtual std::int64_t count_unsealed() = 0;
};

/// Walks the chain from its beginning, in pieces, so that no read holds the database for long. `ends`: what
/// was sealed of its end, here and elsewhere; the chain must reach as far as each.
Verification verify(ChainReader& reader, const std::string& key, const std::vector<ChainEnd>& ends);

/// The same of a database, with the end that it holds and one that was kept elsewhere.
Verification verify_database(db::Database& database, const std::string& key,
                             const std::optional<ChainEnd>& kept);

/// The end as it was kept in a file beside the uploads, where a hand in the database does not reach; nothing
/// when there is none, an impossible one when it is forged.
std::optional<ChainEnd> read_kept_end(const std::filesystem::path& file, const std::string& key);
void keep_end(const std::filesystem::path& file, const ChainEnd& end, const std::string& key);

std::vector<SealedEntry> list_sealed_after(db::Tx& tx, std::int64_t seq, int limit);
std::int64_t count_unsealed(db::Tx& tx);
std::optional<ChainEnd> find_end(db::Tx& tx);
/// The end that was sealed into the database; nothing when there is none, an impossible one when it is
/// forged.
std::optional<ChainEnd> find_sealed_end(db::Tx& tx, const std::string& key);

}  // namespace expogate::audit
