#include <fmt/format.h>

#include "badge/parcel.h"
#include "organization/named_organizations.h"

namespace expogate::badge::store {
namespace {

constexpr std::string_view columns =
    "p.id, p.edition_id, p.serial, p.organization_id, p.state, p.badges, p.recipient, "
    "p.mobile_sealed, p.mobile_masked, p.postcode, p.region, p.address, p.courier, p.tracking_number, "
    "p.packed_at, "
    "p.sent_at, p.version";

std::string select(std::string_view rest) {
  return fmt::format("select {} from parcels p {}", columns, rest);
}

/// ACC-06: an organization sees what is sent to it, the bureau all.
db::ListQuery rows_of(const Caller& caller, const ParcelFilter& filter) {
  db::ListQuery query("parcels p",
                      std::string(columns) +
                          ", o.number as organization_number, o.name_zh as organization_name_zh, "
                          "o.name_en as organization_name_en");
  query.keyed_by("p.serial").show("join organizations o on o.id = p.organization_id");
  query.where("p.edition_id = ?", caller.edition);
  query.where_reached(reach_of(caller.scope, {"p.organization_id", "", ""}));
  query.where_in("p.state", filter.state);
  if (filter.number) query.where("p.serial = ?", read_parcel_number(*filter.number).value_or(0));
  if (filter.tracking) query.where("p.tracking_number = ?", *filter.tracking);
  if (filter.organization)
    organization::where_named(query, "p.organization_id", caller.edition, *filter.organization);
  return query;
}

}  // namespace

std::optional<Parcel> find_parcel(db::Tx& tx, const EditionId& edition, const ParcelId& id) {
  return tx.one<Parcel>(select("where p.id = $1 and p.edition_id = $2"), id, edition);
}

std::optional<Parcel> find_parcel_by_serial(db::Tx& tx, const EditionId& edition, std::int64_t serial) {
  return tx.one<Parcel>(select("where p.serial = $1 and p.edition_id = $2"), serial, edition);
}

bool is_tracking_taken(db::Tx& tx, std::string_view courier, std::string_view tracking_number) {
  return tx.value<bool>("select exists (select 1 from parcels where courier = $1 and tracking_number = $2)",
                        courier, tracking_number);
}

Page<ParcelRow> list_parcels(db::Tx& tx, const Caller& caller, const ParcelFilter& filter,
                             const PageRequest& page) {
  auto query = rows_of(caller, filter);
  query.order_by(page.sort, {{"number", "p.serial"}, {"sent_at", "p.sent_at"}}, "p.serial desc", "p.serial");
  return query.page<ParcelRow>(tx, page);
}

ParcelRow get_parcel_row(db::Tx& tx, const Caller& caller, const ParcelId& id) {
  auto query = rows_of(caller, {});
  query.where("p.id = ?", id).order_by("", {}, "p.serial", "p.serial");
  auto rows = query.first<ParcelRow>(tx, 1);
  if (rows.empty()) throw NotFound();
  return rows.front();
}

std::vector<ParcelRow> list_parcel_piece(db::Tx& tx, const Caller& caller, const ParcelFilter& filter,
                                         std::int64_t after_serial, int limit) {
  auto query = rows_of(caller, filter);
  query.where("p.serial > ?", after_serial).order_by("", {}, "p.serial", "p.serial");
  return query.first<ParcelRow>(tx, limit);
}

std::vector<ParcelItem> list_parcel_items(db::Tx& tx, const ParcelId& id) {
  return tx.query<ParcelItem>(R"(
      select id, code_edition_number, code_serial, name_zh, name_en, state from badges where parcel_id = $1
      order by serial)",
                              id);
}

std::vector<BadgeToSend> list_to_send(db::Tx& tx, const EditionId& edition, int limit) {
  return tx.query<BadgeToSend>(R"(
      select b.id, b.organization_id, a.courier_address_id from badges b join attendees a on a.id = b.attendee_id
      where b.edition_id = $1 and b.state = 'made' and b.collection = 'courier' and b.parcel_id is null
        and a.courier_address_id is not null
      order by b.organization_id, a.courier_address_id, b.serial limit $2)",
                               edition, limit);
}

std::int64_t next_parcel_serial(db::Tx& tx) {
  return tx.value<std::int64_t>(R"(
      insert into serial_numbers (name, last) values ('parcels', 1)
      on conflict (name) do update set last = serial_numbers.last + 1 returning last)");
}

void add_parcel(db::Tx& tx, const Parcel& p) {
  tx.exec(R"(
      insert into parcels (id, edition_id, serial, organization_id, state, badges, recipient,
                           mobile_sealed, mobile_masked, postcode, region, address, packed_at, version)
      values ($1, $2, $3, $4, 'packed', 0, $5, $6, $7, $8, $9, $10, $11, 1))",
          p.id, p.edition_id, p.serial, p.organization_id, p.recipient, p.mobile_sealed, p.mobile_masked,
          p.postcode, p.region, p.address, p.packed_at);
}

bool put_in_parcel(db::Tx& tx, const BadgeId& badge, const ParcelId& parcel) {
  return tx.exec(R"(
      update badges set parcel_id = $2, version = version + 1
      where id = $1 and state = 'made' and parcel_id is null)",
                 badge, parcel) == 1;
}

void count_parcel(db::Tx& tx, const ParcelId& id, int badges) {
  tx.exec("update parcels set badges = $2 where id = $1", id, badges);
}

bool send_parcel(db::Tx& tx, const ParcelId& id, std::string_view courier, std::string_view tracking_number,
                 Instant now) {
  return tx.exec(R"(
      update parcels set state = 'sent', courier = $2, tracking_number = $3, sent_at = $4, version = version + 1
      where id = $1 and state = 'packed')",
                 id, courier, tracking_number, now) == 1;
}

void send_badges(db::Tx& tx, const ParcelId& parcel, Instant now) {
  tx.exec(R"(
      update badges set state = 'sent', sent_at = $2, version = version + 1
      where parcel_id = $1 and state = 'made')",
          parcel, now);
}

std::vector<ParcelItem> list_revoked_items(db::Tx& tx, const ParcelId& id) {
  return tx.query<ParcelItem>(R"(
      select id, code_edition_number, code_serial, name_zh, name_en, state from badges
      where parcel_id = $1 and state <> 'made' order by serial)",
                              id);
}

void take_out(db::Tx& tx, const BadgeId& badge) {
  tx.exec("update badges set parcel_id = null, version = version + 1 where id = $1", badge);
}

bool change_tracking(db::Tx& tx, const ParcelId& id, std::string_view courier,
                     std::string_view tracking_number) {
  return tx.exec(R"(
      update parcels set courier = $2, tracking_number = $3, version = version + 1
      where id = $1 and state = 'sent')",
                 id, courier, tracking_number) == 1;
}

bool unpack(db::Tx& tx, const ParcelId& id) {
  // The parcel's own row first: whoever sends it at this moment waits, or makes this one wait.
  if (tx.exec("update parcels set badges = 0, version = version + 1 where id = $1 and state = 'packed'",
              id) == 0)
    return false;
  tx.exec("update badges set parcel_id = null, version = version + 1 where parcel_id = $1", id);
  tx.exec("delete from parcels where id = $1", id);
  return true;
}

}  // namespace expogate::badge::store
