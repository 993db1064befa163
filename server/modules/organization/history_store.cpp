#include "organization/history.h"
#include "platform/wire/codec.h"

namespace expogate::organization::store {

struct HistoryRow {
  HistoryEvent event = HistoryEvent::registered;
  Instant at;
  std::string actor_name;
  std::optional<OrganizationState> state_before, state_after;
  std::string opinion, reasons;
};
BOOST_DESCRIBE_STRUCT(HistoryRow, (), (event, at, actor_name, state_before, state_after, opinion, reasons))

namespace {

HistoryEntry entry_of(const HistoryRow& row) {
  return {row.event,
          row.at,
          row.actor_name,
          row.state_before,
          row.state_after,
          row.opinion,
          wire::from_json<std::vector<ReviewReason>>(row.reasons)};
}

}  // namespace

void add_history(db::Tx& tx, const OrganizationId& id, const AccountId& actor, const HistoryEntry& e) {
  tx.exec(R"(
      insert into organization_history (organization_id, seq, at, actor_id, actor_name, event, state_before, state_after,
                                        opinion, reasons)
      select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
      from organization_history where organization_id = $1)",
          id, e.at, actor, e.actor_name, e.event, e.state_before, e.state_after, e.opinion,
          wire::to_json(e.reasons));
}

std::vector<HistoryEntry> list_history(db::Tx& tx, const OrganizationId& id) {
  std::vector<HistoryEntry> entries;
  for (auto& row : tx.query<HistoryRow>(R"(
           select event, at, actor_name, state_before, state_after, opinion, reasons from organization_history
           where organization_id = $1 order by seq)",
                                        id))
    entries.push_back(entry_of(row));
  return entries;
}

std::optional<HistoryEntry> find_last_verdict(db::Tx& tx, const OrganizationId& id) {
  auto row = tx.one<HistoryRow>(R"(
      select event, at, actor_name, state_before, state_after, opinion, reasons from organization_history
      where organization_id = $1
        and event in ('passed_first', 'approved', 'returned', 'rejected', 'rejection_lifted', 'uscc_lost')
      order by seq desc limit 1)",
                                id);
  if (!row) return std::nullopt;
  return entry_of(*row);
}

}  // namespace expogate::organization::store
