#include "own_data/data_request.h"
#include "platform/db/list_query.h"

namespace expogate::own_data::store {
namespace {

constexpr std::string_view row_columns =
    "r.id, r.edition_id, r.organization_id, r.attendee_id, r.kind, r.state, r.wish, r.opinion, r.filed_at, "
    "r.due_at, r.decided_by, r.decided_at, o.number as organization_number, o.name_zh as "
    "organization_name_zh, o.name_en as organization_name_en, a.number as attendee_number, a.name_zh as "
    "attendee_name_zh, a.name_en as attendee_name_en";

}  // namespace

void add(db::Tx& tx, const DataRequest& r) {
  tx.exec(R"(
      insert into data_requests (id, edition_id, organization_id, attendee_id, kind, state, wish, opinion, filed_at, due_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))",
          r.id, r.edition_id, r.organization_id, r.attendee_id, r.kind, r.state, r.wish, r.opinion,
          r.filed_at, r.due_at);
}

std::optional<DataRequest> find(db::Tx& tx, const DataRequestId& id) {
  return tx.one<DataRequest>(R"(
      select id, edition_id, organization_id, attendee_id, kind, state, wish, opinion, filed_at, due_at, decided_by, decided_at
      from data_requests where id = $1)",
                             id);
}

Page<DataRequestRow> list(db::Tx& tx, const EditionId& edition, const DataRequestFilter& filter,
                          const PageRequest& page) {
  db::ListQuery query("data_requests r", row_columns);
  query.show("join organizations o on o.id = r.organization_id")
      .show("left join attendees a on a.id = r.attendee_id")
      .where("r.edition_id = ?", edition);
  if (filter.state) query.where("r.state = ?", *filter.state);
  if (filter.organization) query.where("r.organization_id = ?", *filter.organization);
  if (filter.id) query.where("r.id = ?", *filter.id);
  query.order_by(page.sort, {{"due_at", "r.due_at"}, {"filed_at", "r.filed_at"}}, "r.filed_at desc", "r.id");
  return query.page<DataRequestRow>(tx, page);
}

bool end(db::Tx& tx, const DataRequestId& id, RequestState state, const std::string& opinion,
         const std::string& by, Instant now) {
  return tx.exec(R"(
      update data_requests set state = $2, opinion = $3, decided_by = $4, decided_at = $5
      where id = $1 and state = 'open')",
                 id, state, opinion, by, now) == 1;
}

void withdraw_open(db::Tx& tx, const OrganizationId& organization,
                   const std::optional<attendee::AttendeeId>& attendee, const std::string& by, Instant now) {
  tx.exec(R"(
      update data_requests set state = 'withdrawn', wish = '', decided_by = $3, decided_at = $4
      where organization_id = $1 and state = 'open' and ($2 = '' or attendee_id = $2))",
          organization, attendee ? attendee->text : "", by, now);
}

std::int64_t count_open(db::Tx& tx, const EditionId& edition) {
  return tx.value<std::int64_t>("select count(*) from data_requests where edition_id = $1 and state = 'open'",
                                edition);
}

}  // namespace expogate::own_data::store
