#include "attendee/courier_address_service.h"

#include <algorithm>

#include "audit/audit.h"
#include "base/sensitive.h"
#include "base/text.h"
#include "edition/catalogue_service.h"
#include "edition/region.h"
#include "organization/organization_service.h"
#include "platform/db/error.h"
#include "platform/wire/field_errors.h"
#include "platform/wire/text_types.h"

namespace expogate::attendee {
namespace {

using organization::OrganizationService;

/// The lowest free place; nothing when all five are taken.
std::optional<int> free_place(const std::vector<CourierAddress>& addresses) {
  for (int place = 1; place <= most_courier_addresses; ++place)
    if (std::none_of(addresses.begin(), addresses.end(), [&](auto& a) { return a.place == place; }))
      return place;
  return std::nullopt;
}

std::vector<FieldError> wrong_fields(const CourierAddressForm& form, bool is_new) {
  std::vector<FieldError> wrong;
  auto text = [&](const char* field, const std::string& value, std::size_t max) {
    if (value.empty()) wrong.push_back({field, &wire::field_required});
    if (code_points(value) > max) wrong.push_back({field, &wire::field_too_long, {{"max", max}}});
  };
  text("recipient", form.recipient, 40);
  text("address", form.address, 120);
  bool is_postcode =
      form.postcode.size() == 6 && form.postcode.find_first_not_of("0123456789") == std::string::npos;
  if (!is_postcode) wrong.push_back({"postcode", &postcode_malformed});
  auto mobile = form.mobile;
  auto* bad = mobile.empty() && !is_new ? nullptr : wire::Mobile::check(mobile);
  if (bad) wrong.push_back({"mobile", bad});
  return wrong;
}

/// Province, city and district belong together.
bool is_one_place(db::Tx& tx, const EditionId& edition, const CourierAddressForm& form) {
  using edition::CatalogueKind;
  auto items = edition::CatalogueService::list_with_ancestors(tx, edition, CatalogueKind::division,
                                                              {form.district_code});
  auto find = [&](const std::string& code) {
    return std::find_if(items.begin(), items.end(), [&](auto& item) { return item.code == code; });
  };
  auto district = find(form.district_code), city = find(form.city_code), province = find(form.province_code);
  auto none = items.end();
  return district != none && city != none && province != none && district->active &&
         district->parent_id == city->id && city->parent_id == province->id;
}

CourierAddress existing(std::optional<CourierAddress> found) {
  if (!found) throw NotFound();
  return std::move(*found);
}

}  // namespace

void CourierAddressService::fill(db::Tx& tx, CourierAddress& a, CourierAddressForm form,
                                 const EditionId& edition) {
  for (auto* text : {&form.recipient, &form.mobile, &form.postcode, &form.address}) *text = trimmed(*text);
  auto wrong = wrong_fields(form, a.mobile_sealed.empty());
  if (!is_one_place(tx, edition, form)) wrong.push_back({"district_code", &organization::division_mismatch});
  if (!wrong.empty()) throw ValidationError(wrong);
  a.recipient = form.recipient;
  a.postcode = form.postcode;
  a.province_code = form.province_code;
  a.city_code = form.city_code;
  a.district_code = form.district_code;
  a.address = form.address;
  if (form.mobile.empty()) return;
  wire::Mobile::check(form.mobile);
  a.mobile_sealed = cipher_.seal(form.mobile, "courier_addresses.mobile|" + a.id.text);
  a.mobile_masked = mask_mobile(form.mobile);
}

void CourierAddressService::record(db::Tx& tx, const Caller& caller, const char* action,
                                   const CourierAddress& a, const char* summary) {
  audit::record(tx, caller, clock_.now(),
                {action, "courier_address", a.id.text, summary + std::to_string(a.place)});
}

std::vector<CourierAddress> CourierAddressService::list(const Caller& caller) {
  return database_.read([&](db::Tx& tx) {
    return store::list_courier_addresses(tx, OrganizationService::get_own(tx, caller).id);
  });
}

std::string CourierAddressService::region_of(const Caller& caller, const CourierAddress& a) {
  return database_.read([&](db::Tx& tx) {
    return edition::region_words(tx, caller.edition, {a.province_code, a.city_code, a.district_code},
                                 caller.locale);
  });
}

CourierAddress CourierAddressService::add(const Caller& caller, const CourierAddressForm& form) {
  try {
    return database_.write([&](db::Tx& tx) {
      auto own = OrganizationService::get_own(tx, caller);
      auto addresses = store::list_courier_addresses(tx, own.id);
      auto place = free_place(addresses);
      if (!place) throw Refusal(courier_addresses_full);
      CourierAddress a;
      a.id = new_id<CourierAddressId>(clock_.now());
      a.organization_id = own.id;
      a.place = *place;
      a.is_default = addresses.empty();
      fill(tx, a, form, own.edition_id);
      store::add_courier_address(tx, a);
      record(tx, caller, "courier_address_added", a, "新增快递地址 ");
      return a;
    });
  } catch (const db::Error& error) {
    // Another tab took the place in the same moment.
    if (error.fault() == db::Fault::unique) throw Stale();
    throw;
  }
}

CourierAddress CourierAddressService::change(const Caller& caller, const CourierAddressId& id,
                                             const CourierAddressForm& form, std::int64_t version) {
  return database_.write([&](db::Tx& tx) {
    auto own = OrganizationService::get_own(tx, caller);
    auto a = existing(store::find_courier_address(tx, own.id, id));
    fill(tx, a, form, own.edition_id);
    if (!store::change_courier_address(tx, a, version)) throw Stale();
    record(tx, caller, "courier_address_changed", a, "修改快递地址 ");
    return existing(store::find_courier_address(tx, own.id, id));
  });
}

void CourierAddressService::make_default(const Caller& caller, const CourierAddressId& id) {
  database_.write([&](db::Tx& tx) {
    auto own = OrganizationService::get_own(tx, caller);
    auto a = existing(store::find_courier_address(tx, own.id, id));
    store::make_default(tx, own.id, id);
    record(tx, caller, "courier_address_made_default", a, "设为默认快递地址 ");
  });
}

void CourierAddressService::remove(const Caller& caller, const CourierAddressId& id) {
  database_.write([&](db::Tx& tx) {
    auto own = OrganizationService::get_own(tx, caller);
    auto a = existing(store::find_courier_address(tx, own.id, id));
    if (auto users = store::count_users(tx, id)) throw Refusal(courier_address_used, {{"count", users}});
    store::remove_courier_address(tx, id);
    record(tx, caller, "courier_address_removed", a, "删除快递地址 ");
  });
}

}  // namespace expogate::attendee
