#pragma once
#include <vector>

#include "attendee/attendee.h"
#include "platform/db/tx.h"

/// Where an organization's badges are sent: at most five addresses, one of them the default (ATT-11).
namespace expogate::attendee {

constexpr int most_courier_addresses = 5;

struct CourierAddress {
  CourierAddressId id;
  OrganizationId organization_id;
  int place = 1;
  std::string recipient, mobile_sealed, mobile_masked, postcode, province_code, city_code, district_code,
      address;
  bool is_default = false;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CourierAddress, (),
                      (id, organization_id, place, recipient, mobile_sealed, mobile_masked, postcode,
                       province_code, city_code, district_code, address, is_default, version))

/// An address as it is typed; an empty mobile keeps the one that is there.
struct CourierAddressForm {
  std::string recipient, mobile, postcode, province_code, city_code, district_code, address;
};

inline const ErrorCode courier_addresses_full{"courier_address.full", "最多保存五个常用地址",
                                              "You can save five addresses at most"};
inline const ErrorCode courier_address_used{"courier_address.used", "有 {count} 名人员使用此地址，不能删除",
                                            "Attendees using this address: {count}. It cannot be deleted"};
inline const ErrorCode postcode_malformed{"courier_address.postcode_malformed", "邮政编码应为 6 位数字",
                                          "The postcode must have six digits"};

namespace store {

std::vector<CourierAddress> list_courier_addresses(db::Tx& tx, const OrganizationId& organization);
std::optional<CourierAddress> find_courier_address(db::Tx& tx, const OrganizationId& organization,
                                                   const CourierAddressId& id);
void add_courier_address(db::Tx& tx, const CourierAddress& address);
bool change_courier_address(db::Tx& tx, const CourierAddress& address, std::int64_t version_read);
void remove_courier_address(db::Tx& tx, const CourierAddressId& id);
void make_default(db::Tx& tx, const OrganizationId& organization, const CourierAddressId& id);
std::int64_t count_users(db::Tx& tx, const CourierAddressId& id);

}  // namespace store
}  // namespace expogate::attendee
