#include "audit/audit_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::audit {

struct AuditQuery : wire::PageQuery {
  std::optional<std::string> actor, action, subject;
  std::optional<CivilDate> from_on, to_on;
};
BOOST_DESCRIBE_STRUCT(AuditQuery, (wire::PageQuery), (actor, action, subject, from_on, to_on))

struct AuditEntryRow {
  std::string id;
  std::optional<std::int64_t> seq;
  Instant at;
  std::string actor_id, actor_name, ip, request_id, action, subject_kind, subject_id, summary;
  wire::RawJson before, after;
  std::optional<std::string> hash;
};
BOOST_DESCRIBE_STRUCT(AuditEntryRow, (),
                      (id, seq, at, actor_id, actor_name, ip, request_id, action, subject_kind, subject_id,
                       summary, before, after, hash))

struct VerificationView {
  std::int64_t entries = 0;
  std::optional<std::int64_t> first_broken_seq;
  bool is_cut = false;
  std::int64_t unsealed = 0;
  Instant checked_at;
};
BOOST_DESCRIBE_STRUCT(VerificationView, (), (entries, first_broken_seq, is_cut, unsealed, checked_at))

namespace {

class DatabaseChain final : public ChainReader {
 public:
  explicit DatabaseChain(db::Database& database) : database_(database) {}
  std::vector<SealedEntry> read_after(std::int64_t seq, int limit) override {
    return database_.read([&](db::Tx& tx) { return list_sealed_after(tx, seq, limit); });
  }
  std::int64_t count_unsealed() override {
    return database_.read([](db::Tx& tx) { return audit::count_unsealed(tx); });
  }

 private:
  db::Database& database_;
};

AuditEntryRow view(const Entry& e) {
  return {e.id,     e.seq,          e.at,         e.actor_id, e.actor_name,    e.ip,           e.request_id,
          e.action, e.subject_kind, e.subject_id, e.summary,  {e.before_json}, {e.after_json}, e.hash};
}

}  // namespace

Verification verify_database(db::Database& database, const std::string& key,
                             const std::optional<ChainEnd>& kept) {
  DatabaseChain chain(database);
  // The end first: what is sealed while the chain is walked lies behind it.
  std::vector<ChainEnd> ends;
  if (auto sealed = database.read([&](db::Tx& tx) { return find_sealed_end(tx, key); }))
    ends.push_back(*sealed);
  if (kept) ends.push_back(*kept);
  return verify(chain, key, ends);
}

void add_routes(wire::Router& router, db::Database& database, const Clock& clock, const std::string& key,
                const std::filesystem::path& kept_end) {
  router.get("/admin/audit_entries", "audit_entry_list")
      .allow(Permission::see_audit)
      .summary("The audit log, newest first")
      .handle([&database](const Caller&, const AuditQuery& query) {
        Filter filter{query.actor, query.action, query.subject, query.from_on, query.to_on};
        return wire::page_view(
            database.read([&](db::Tx& tx) { return list(tx, filter, wire::page_request(query)); }), view);
      });

  router.post("/admin/audit_verifications", "audit_verification_create")
      .allow(Permission::see_audit)
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Verifies the whole chain and reports the first entry that does not match")
      .handle([&database, &clock, key, kept_end](const Caller&) {
        auto result = verify_database(database, key, read_kept_end(kept_end, key));
        return VerificationView{result.entries, result.first_broken_seq, result.is_cut, result.unsealed,
                                clock.now()};
      });
}

}  // namespace expogate::audit
