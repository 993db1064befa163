#include "badge/badge_http.h"
#include "badge/parcel.h"
#include "base/permission.h"
#include "platform/image/qr.h"

namespace expogate::badge {

struct EBadgeRequest {
  wire::Text<1, 200> token;
};
BOOST_DESCRIBE_STRUCT(EBadgeRequest, (), (token))

struct BadgeCheckRequest {
  wire::Text<1, 400> badge;
};
BOOST_DESCRIBE_STRUCT(BadgeCheckRequest, (), (badge))

struct BadgeCheckView {
  BadgeStanding standing = BadgeStanding::unknown;
};
BOOST_DESCRIBE_STRUCT(BadgeCheckView, (), (standing))

/// A person's badge with its progress.
struct BadgeAccountView {
  std::string attendee_number, name_zh, name_en, organization_zh, organization_en, position;
  edition::BadgeType badge_type = edition::BadgeType::professional;
  attendee::AttendeeState attendee_state = attendee::AttendeeState::draft;
  std::vector<BadgeStep> steps;
  std::optional<BadgeId> badge_id;
  std::optional<BadgeState> state;
  std::optional<BadgeKind> kind;
  std::string number;  ///< of the badge; empty while there is none
  std::string entry_option_zh, entry_option_en;
  bool has_photo = false;
  std::string qr_svg;   ///< empty while it opens no gate
  std::string address;  ///< of the electronic badge
  std::optional<std::string> parcel_number, courier, tracking_number;
};
BOOST_DESCRIBE_STRUCT(BadgeAccountView, (),
                      (attendee_number, name_zh, name_en, organization_zh, organization_en, position,
                       badge_type, attendee_state, steps, badge_id, state, kind, number, entry_option_zh,
                       entry_option_en, has_photo, qr_svg, address, parcel_number, courier, tracking_number))

namespace {

BadgeAccountView view_of(const BadgeAccount& account, Locale locale) {
  auto& a = account.attendee;
  BadgeAccountView view;
  view.attendee_number = a.number;
  view.name_zh = a.name_zh;
  view.name_en = a.name_en;
  view.organization_zh = account.organization_zh;
  view.organization_en = account.organization_en;
  view.position = a.position;
  view.badge_type = a.badge_type;
  view.attendee_state = a.state;
  view.steps = account.steps;
  view.address = account.address;
  if (auto& badge = account.badge) {
    view.badge_id = badge->id;
    view.state = badge->state;
    view.kind = badge->kind;
    view.number = badge_number(badge->code_edition_number, badge->code_serial);
    view.entry_option_zh = badge->entry_option_zh;
    view.entry_option_en = badge->entry_option_en;
    view.has_photo = badge->photo_id.has_value();
  }
  if (!account.code.empty())
    view.qr_svg = qr_svg(account.code, locale == Locale::en ? "Code for the gate" : "入场二维码");
  if (auto& parcel = account.parcel) {
    view.parcel_number = badge::parcel_number(parcel->serial);
    view.courier = parcel->courier;
    view.tracking_number = parcel->tracking_number;
  }
  return view;
}

}  // namespace

void add_e_badge_routes(wire::Router& router, EBadgeService& e_badges) {
  router.post("/e_badges", "e_badge_open")
      .for_everyone("whoever has a person's link sees that person's electronic badge")
      .summary("An e-badge (电子证件) by its link; 404 for an invalid one")
      .handle([&](const Caller& caller, const EBadgeRequest& r) {
        return view_of(e_badges.open(r.token), caller.locale);
      });

  router.post("/e_badge_photos", "e_badge_photo_get")
      .for_everyone("whoever has a person's link sees the photo on that person's badge")
      .in_lane(http::Lane::anonymous)
      .answers_file("image/jpeg")
      .summary("Photo of an e-badge")
      .handle([&](const Caller&, const EBadgeRequest& r) {
        return wire::file_response(e_badges.get_photo(r.token), "image/jpeg", "photo.jpg");
      });

  router.post("/badge_checks", "badge_check")
      .for_everyone("a public page tells whether a badge is active, and nothing of its holder")
      .summary("Whether a badge, by code or number, is valid for the current edition")
      .handle([&](const Caller& caller, const BadgeCheckRequest& r) {
        return BadgeCheckView{e_badges.check(caller, r.badge)};
      });

  router.get("/my/attendees/{id}/badge", "my_attendee_badge_get")
      .for_oneself()
      .summary("Badge progress of one of my attendees, with the e-badge")
      .handle([&](const Caller& caller, attendee::AttendeeId id) {
        return view_of(e_badges.get_own(caller, id), caller.locale);
      });

  router.get("/attendees/{id}/badge", "attendee_badge_get")
      .allow(Permission::see_badges)
      .summary("Badge progress of an attendee")
      .handle([&](const Caller& caller, attendee::AttendeeId id) {
        return view_of(e_badges.get(caller, id), caller.locale);
      });
}

}  // namespace expogate::badge
