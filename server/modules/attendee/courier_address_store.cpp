#include "attendee/courier_address.h"

namespace expogate::attendee::store {

std::vector<CourierAddress> list_courier_addresses(db::Tx& tx, const OrganizationId& organization) {
  return tx.query<CourierAddress>(R"(
      select id, organization_id, place, recipient, mobile_sealed, mobile_masked, postcode, province_code, city_code,
             district_code, address, is_default, version
      from courier_addresses where organization_id = $1 order by place)",
                                  organization);
}

std::optional<CourierAddress> find_courier_address(db::Tx& tx, const OrganizationId& organization,
                                                   const CourierAddressId& id) {
  return tx.one<CourierAddress>(R"(
      select id, organization_id, place, recipient, mobile_sealed, mobile_masked, postcode, province_code, city_code,
             district_code, address, is_default, version
      from courier_addresses where organization_id = $1 and id = $2)",
                                organization, id);
}

void add_courier_address(db::Tx& tx, const CourierAddress& a) {
  tx.exec(R"(
      insert into courier_addresses (id, organization_id, place, recipient, mobile_sealed, mobile_masked, postcode,
                                     province_code, city_code, district_code, address, is_default, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))",
          a.id, a.organization_id, a.place, a.recipient, a.mobile_sealed, a.mobile_masked, a.postcode,
          a.province_code, a.city_code, a.district_code, a.address, a.is_default, a.version);
}

bool change_courier_address(db::Tx& tx, const CourierAddress& a, std::int64_t version_read) {
  return tx.exec(R"(
      update courier_addresses set recipient = $3, mobile_sealed = $4, mobile_masked = $5, postcode = $6,
        province_code = $7, city_code = $8, district_code = $9, address = $10, version = version + 1
      where id = $1 and version = $2)",
                 a.id, version_read, a.recipient, a.mobile_sealed, a.mobile_masked, a.postcode,
                 a.province_code, a.city_code, a.district_code, a.address) == 1;
}

void remove_courier_address(db::Tx& tx, const CourierAddressId& id) {
  tx.exec("delete from courier_addresses where id = $1", id);
}

void make_default(db::Tx& tx, const OrganizationId& organization, const CourierAddressId& id) {
  // The old one first: there is never more than one.
  tx.exec("update courier_addresses set is_default = false where organization_id = $1 and is_default",
          organization);
  tx.exec("update courier_addresses set is_default = true where organization_id = $1 and id = $2",
          organization, id);
}

std::int64_t count_users(db::Tx& tx, const CourierAddressId& id) {
  return tx.value<std::int64_t>("select count(*) from attendees where courier_address_id = $1", id);
}

}  // namespace expogate::attendee::store
