#include <fmt/format.h>

#include "audit/chain.h"
#include "platform/db/list_query.h"
#include "platform/log/log.h"

namespace expogate::audit {
namespace {

constexpr std::string_view columns =
    "id, at, actor_id, actor_name, ip, request_id, action, subject_kind, subject_id, summary, before_json, "
    "after_json, seq, hash";

struct SealedEnd {
  std::int64_t seq = 0;
  std::string hash, seal;
};
BOOST_DESCRIBE_STRUCT(SealedEnd, (), (seq, hash, seal))

void write_end(db::Tx& tx, const ChainEnd& end, const std::string& key) {
  tx.exec(R"(
      insert into audit_ends (id, seq, hash, seal) values ('end', $1, $2, $3)
      on conflict (id) do update set seq = excluded.seq, hash = excluded.hash, seal = excluded.seal)",
          end.seq, end.hash, sealed_end(end, key));
}

/// Takes the words out of sealed lines, which come in their order, and seals what is left.
int erase_words(db::Tx& tx, const std::string& key, std::vector<Entry> entries) {
  std::optional<ChainEnd> previous;
  for (auto& entry : entries) {
    if (!previous || previous->seq != *entry.seq - 1)
      previous = tx.one<ChainEnd>("select seq, hash from audit_entries where seq = $1", *entry.seq - 1);
    entry.actor_name.clear();
    entry.ip.clear();
    entry.summary.clear();
    entry.before_json = entry.after_json = "null";
    auto seal = erasure_seal(entry, previous ? previous->hash : "", key);
    tx.exec(R"(
        update audit_entries set actor_name = '', ip = '', summary = '', before_json = 'null', after_json = 'null',
                                 erasure_seal = $2
        where id = $1)",
            entry.id, seal);
    previous = ChainEnd{*entry.seq, entry.hash.value_or("")};
  }
  return int(entries.size());
}

}  // namespace

void record(db::Tx& tx, const Caller& caller, Instant now, const Line& line) {
  tx.exec(R"(
      insert into audit_entries (id, at, actor_id, actor_name, ip, request_id, action, subject_kind, subject_id, summary,
                                 before_json, after_json)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
          new_id_text(now), now, caller.account, caller.name, caller.ip, log::current_request_id(),
          line.action, line.subject_kind, line.subject_id, line.summary, line.before, line.after);
}

std::optional<ChainEnd> find_end(db::Tx& tx) {
  return tx.one<ChainEnd>(
      "select seq, hash from audit_entries where seq is not null order by seq desc limit 1");
}

std::optional<ChainEnd> find_sealed_end(db::Tx& tx, const std::string& key) {
  auto row = tx.one<SealedEnd>("select seq, hash, seal from audit_ends");
  if (!row) return std::nullopt;
  auto end = read_sealed_end(row->seal, key);
  bool is_right = end && end->seq == row->seq && end->hash == row->hash;
  return is_right ? *end : ChainEnd{-1, "forged"};
}

int seal(db::Tx& tx, const std::string& key, int limit) {
  auto open = tx.query<Entry>(
      fmt::format("select {} from audit_entries where seq is null order by at, id limit $1", columns), limit);
  auto end = find_end(tx).value_or(ChainEnd{});
  if (open.empty()) {
    // A database of before the key: its end is sealed once.
    if (end.seq > 0 && !tx.one<SealedEnd>("select seq, hash, seal from audit_ends")) write_end(tx, end, key);
    return 0;
  }
  for (auto& entry : open) {
    ++end.seq;
    end.hash = chain_hash(entry, end.seq, end.hash, key);
    // Two processes that seal at once meet at the unique sequence number, and the later one gives up.
    tx.exec("update audit_entries set seq = $2, hash = $3 where id = $1 and seq is null", entry.id, end.seq,
            end.hash);
  }
  write_end(tx, end, key);
  // The log is another place: a chain cut off at its end would still show against this line.
  log::info("audit_sealed", {{"seq", end.seq}, {"hash", end.hash}});
  return int(open.size());
}

int erase_before(db::Tx& tx, const std::string& key, Instant before, int limit) {
  return erase_words(
      tx, key,
      tx.query<Entry>(fmt::format("select {} from audit_entries where at + 0 < $1 and seq is not null and "
                                  "erasure_seal is null order by seq limit $2",
                                  columns),
                      before, limit));
}

int erase_of(db::Tx& tx, const std::string& key, const std::string& subject_kind,
             const std::string& subject_id) {
  return erase_words(
      tx, key,
      tx.query<Entry>(
          fmt::format("select {} from audit_entries where subject_kind = $1 and subject_id = $2 and "
                      "seq is not null and erasure_seal is null order by seq",
                      columns),
          subject_kind, subject_id));
}

std::int64_t count_unerased_before(db::Tx& tx, Instant before) {
  return tx.value<std::int64_t>("select count(*) from audit_entries where at < $1 and erasure_seal is null",
                                before);
}

std::vector<SealedEntry> list_sealed_after(db::Tx& tx, std::int64_t seq, int limit) {
  return tx.query<SealedEntry>(
      fmt::format("select {}, erasure_seal from audit_entries where seq > $1 order by seq limit $2", columns),
      seq, limit);
}

std::int64_t count_unsealed(db::Tx& tx) {
  return tx.value<std::int64_t>("select count(*) from audit_entries where seq is null");
}

Page<Entry> list(db::Tx& tx, const Filter& filter, const PageRequest& page) {
  db::ListQuery query("audit_entries", columns);
  if (filter.actor)
    query.where("(actor_id = ? or actor_name like ? escape '!')", *filter.actor,
                db::like_pattern(*filter.actor));
  if (filter.action) query.where("action = ?", *filter.action);
  if (filter.subject) query.where("subject_id = ?", *filter.subject);
  if (filter.from_on) query.where("at >= ?", fair_day_start(*filter.from_on));
  if (filter.to_on) query.where("at < ?", fair_day_end(*filter.to_on));
  query.order_by(page.sort, {{"at", "at"}}, "at desc", "id");
  return query.page<Entry>(tx, page);
}

}  // namespace expogate::audit
