#include "badge/badge_http.h"
#include "base/permission.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/wire/page_query.h"

namespace expogate::badge {

struct ParcelQuery : wire::PageQuery, ParcelFilter {};
BOOST_DESCRIBE_STRUCT(ParcelQuery, (wire::PageQuery, ParcelFilter), ())

/// A parcel without the recipient's mobile.
struct ParcelView {
  ParcelId id;
  std::string number;
  OrganizationId organization_id;
  std::string organization_number, organization_name_zh, organization_name_en;
  ParcelState state = ParcelState::packed;
  int badges = 0;
  std::string recipient, mobile_masked, postcode, region, address;
  std::optional<std::string> courier, tracking_number;
  Instant packed_at;
  std::optional<Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(ParcelView, (),
                      (id, number, organization_id, organization_number, organization_name_zh,
                       organization_name_en, state, badges, recipient, mobile_masked, postcode, region,
                       address, courier, tracking_number, packed_at, sent_at))

struct ParcelItemView {
  BadgeId id;
  std::string number, name_zh, name_en;
  BadgeState state = BadgeState::made;
};
BOOST_DESCRIBE_STRUCT(ParcelItemView, (), (id, number, name_zh, name_en, state))

struct ParcelDetailView : ParcelView {
  std::vector<ParcelItemView> items;
};
BOOST_DESCRIBE_STRUCT(ParcelDetailView, (ParcelView), (items))

struct ParcelDispatchRequest {
  wire::Text<0, 40> courier, tracking_number;
};
BOOST_DESCRIBE_STRUCT(ParcelDispatchRequest, (), (courier, tracking_number))

namespace {

ParcelView view_of(const ParcelRow& p) {
  return {p.id,
          parcel_number(p.serial),
          p.organization_id,
          p.organization_number,
          p.organization_name_zh,
          p.organization_name_en,
          p.state,
          p.badges,
          p.recipient,
          p.mobile_masked,
          p.postcode,
          p.region,
          p.address,
          p.courier,
          p.tracking_number,
          p.packed_at,
          p.sent_at};
}

ParcelDetailView view_of(const ParcelDetail& detail) {
  ParcelDetailView view;
  static_cast<ParcelView&>(view) = view_of(detail.parcel);
  for (auto& item : detail.items)
    view.items.push_back({item.id, badge_number(item.code_edition_number, item.code_serial), item.name_zh,
                          item.name_en, item.state});
  return view;
}

ParcelView row_of(const ParcelRow& row) {
  return view_of(row);
}

void add_tracking_routes(wire::Router& router, ParcelService& parcels) {
  router.get("/parcel_slips", "parcel_slips_get")
      .allow(Permission::make_badges)
      .in_lane(http::Lane::heavy)
      .answers_file("application/pdf")
      .summary("Packing lists of parcels awaiting dispatch, one per page")
      .handle([&](const Caller& caller) {
        return wire::file_response(parcels.make_packing_lists(caller), "application/pdf", "parcels.pdf");
      });

  router.get("/parcel_sheet", "parcel_sheet_get")
      .allow(Permission::make_badges)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("Parcels awaiting dispatch as a sheet for the courier to add tracking numbers")
      .handle([&](const Caller& caller) {
        auto file = parcels.make_courier_sheet(caller);
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });

  router.post("/parcel_tracking_checks", "parcel_tracking_check")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Previews the import of these tracking numbers; changes nothing")
      .handle([&](const Caller& caller, wire::RawBody sheet) {
        return parcels.check_tracking(caller, sheet.bytes);
      });

  router.post("/parcel_tracking_imports", "parcel_tracking_import")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .idempotent()
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Dispatches the parcels in the courier sheet, all or none")
      .handle([&](const Caller& caller, wire::RawBody sheet) {
        return parcels.import_tracking(caller, sheet.bytes);
      });
}

}  // namespace

void add_parcel_routes(wire::Router& router, ParcelService& parcels) {
  router.get("/parcels", "parcel_list")
      .allow(Permission::see_badges)
      .summary("Parcels of badges (寄递包裹)")
      .handle([&](const Caller& caller, const ParcelQuery& q) {
        return wire::page_view(parcels.list(caller, q, wire::page_request(q)), row_of);
      });

  router.get("/parcels/{id}", "parcel_get")
      .allow(Permission::see_badges)
      .summary("A parcel and its badges")
      .handle([&](const Caller& caller, ParcelId id) { return view_of(parcels.get(caller, id)); });

  router.post("/parcels", "parcel_pack")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Packs produced badges for dispatch, up to ten per parcel and address")
      .handle([&](const Caller& caller, const wire::NoInput&) { return parcels.pack(caller); });

  router.remove("/parcels/{id}", "parcel_unpack")
      .allow(Permission::make_badges)
      .summary("Unpacks a parcel that has not been dispatched")
      .handle([&](const Caller& caller, ParcelId id) { parcels.unpack(caller, id); });

  router.post("/parcels/{id}/dispatches", "parcel_send")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Dispatches a parcel and notifies the organization of the tracking number")
      .handle([&](const Caller& caller, ParcelId id, const ParcelDispatchRequest& r) {
        return view_of(parcels.send(caller, id, r.courier, r.tracking_number));
      });

  router.post("/parcels/{id}/revoked_removals", "parcel_revoked_remove")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .idempotent()
      .answers<void>()
      .summary("Records that revoked badges have been removed from a packed parcel")
      .handle([&](const Caller& caller, ParcelId id, const wire::NoInput&) {
        parcels.take_out_revoked(caller, id);
        return http::Response(204);
      });

  router.post("/parcels/{id}/tracking_corrections", "parcel_tracking_correct")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Corrects the tracking number of a dispatched parcel and notifies the organization")
      .handle([&](const Caller& caller, ParcelId id, const ParcelDispatchRequest& r) {
        return view_of(parcels.correct_tracking(caller, id, r.courier, r.tracking_number));
      });

  router.get("/my/parcels", "my_parcel_list")
      .for_oneself()
      .summary("Parcels on their way to my organization")
      .handle([&](const Caller& caller, const wire::PageQuery& q) {
        return wire::page_view(parcels.list_own(caller, wire::page_request(q)), row_of);
      });

  router.get("/my/parcels/{id}", "my_parcel_get")
      .for_oneself()
      .summary("A parcel of my organization and its badges")
      .handle([&](const Caller& caller, ParcelId id) { return view_of(parcels.get_own(caller, id)); });

  add_tracking_routes(router, parcels);
}

}  // namespace expogate::badge
