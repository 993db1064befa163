#include "attendee/attendee_http.h"
#include "edition/region.h"
#include "platform/wire/page_query.h"

namespace expogate::attendee {

struct CourierAddressRequest {
  std::string recipient, mobile, postcode, province_code, city_code, district_code, address;
};
BOOST_DESCRIBE_STRUCT(CourierAddressRequest, (),
                      (recipient, mobile, postcode, province_code, city_code, district_code, address))

struct CourierAddressView {
  CourierAddressId id;
  std::string recipient, mobile_masked, postcode, province_code, city_code, district_code, address;
  std::string whole_address;  ///< behind its province, city and district in words
  bool is_default = false;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CourierAddressView, (),
                      (id, recipient, mobile_masked, postcode, province_code, city_code, district_code,
                       address, whole_address, is_default, version))

namespace {

CourierAddressForm form_of(const CourierAddressRequest& r) {
  return {r.recipient, r.mobile, r.postcode, r.province_code, r.city_code, r.district_code, r.address};
}

CourierAddressView view_of(CourierAddressService& addresses, const Caller& caller, const CourierAddress& a) {
  auto whole = edition::whole_address(addresses.region_of(caller, a), a.address, caller.locale);
  return {a.id,      a.recipient, a.mobile_masked, a.postcode, a.province_code, a.city_code, a.district_code,
          a.address, whole,       a.is_default,    a.version};
}

}  // namespace

void add_courier_address_routes(wire::Router& router, CourierAddressService& addresses) {
  auto list = [&](const Caller& caller) {
    return wire::list_view(addresses.list(caller),
                           [&](const CourierAddress& a) { return view_of(addresses, caller, a); });
  };

  router.get("/my/courier_addresses", "my_courier_address_list")
      .for_oneself()
      .summary("Courier addresses (five at most)")
      .handle([=](const Caller& caller) { return list(caller); });

  router.post("/my/courier_addresses", "my_courier_address_create")
      .for_oneself()
      .idempotent()
      .summary("Adds an address; the first one is the default")
      .handle([&](const Caller& caller, const CourierAddressRequest& r) {
        return view_of(addresses, caller, addresses.add(caller, form_of(r)));
      });

  router.put("/my/courier_addresses/{id}", "my_courier_address_change")
      .for_oneself()
      .summary("Changes an address; an empty mobile number keeps the existing one")
      .handle([&](const Caller& caller, CourierAddressId id, const CourierAddressRequest& r,
                  wire::IfMatch match) {
        return view_of(addresses, caller, addresses.change(caller, id, form_of(r), match.version));
      });

  router.post("/my/courier_addresses/{id}/default", "my_courier_address_default")
      .for_oneself()
      .summary("Makes an address the default")
      .handle([&addresses, list](const Caller& caller, CourierAddressId id, const wire::NoInput&) {
        addresses.make_default(caller, id);
        return list(caller);
      });

  router.remove("/my/courier_addresses/{id}", "my_courier_address_remove")
      .for_oneself()
      .summary("Deletes an address that is not in use")
      .handle([&addresses, list](const Caller& caller, CourierAddressId id) {
        addresses.remove(caller, id);
        return list(caller);
      });
}

}  // namespace expogate::attendee
