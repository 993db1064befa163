#include "badge/badge_http.h"
#include "badge/badge_view.h"
#include "base/permission.h"

namespace expogate::badge {

struct BadgeDeskQuestion {
  std::optional<wire::Text<1, 40>> document;
  std::optional<wire::Text<1, 400>> code;
  std::optional<wire::Text<1, 60>> number;
};
BOOST_DESCRIBE_STRUCT(BadgeDeskQuestion, (), (document, code, number))

/// Who stands before the desk.
struct BadgeDeskPerson {
  attendee::AttendeeId id;
  std::string number, name_zh, name_en, document_masked, position;
  std::optional<attendee::RegionType> region_type;
  attendee::AttendeeState state = attendee::AttendeeState::draft;
  edition::BadgeType badge_type = edition::BadgeType::professional;
  std::optional<attendee::Collection> collection;
  std::optional<std::string> entry_option_zh, entry_option_en;
  bool has_photo = false;
  std::string organization_number, organization_name_zh, organization_name_en;
  std::vector<BadgeView> badges;
};
BOOST_DESCRIBE_STRUCT(BadgeDeskPerson, (),
                      (id, number, name_zh, name_en, document_masked, position, region_type, state,
                       badge_type, collection, entry_option_zh, entry_option_en, has_photo,
                       organization_number, organization_name_zh, organization_name_en, badges))

struct BadgeDeskAnswer {
  std::vector<BadgeDeskPerson> people;
};
BOOST_DESCRIBE_STRUCT(BadgeDeskAnswer, (), (people))

namespace {

BadgeDeskPerson view_of(const Caller& caller, const DeskPerson& found) {
  auto& a = found.attendee;
  BadgeDeskPerson view{a.id,
                       a.number,
                       a.name_zh,
                       a.name_en,
                       a.document_masked,
                       a.position,
                       a.region_type,
                       a.state,
                       a.badge_type,
                       a.collection,
                       a.entry_option_zh,
                       a.entry_option_en,
                       a.has_photo,
                       a.organization_number,
                       a.organization_name_zh,
                       a.organization_name_en,
                       {}};
  for (auto& badge : found.badges) view.badges.push_back(badge_view(caller, badge));
  return view;
}

}  // namespace

void add_desk_routes(wire::Router& router, DeskService& desk) {
  router.post("/badge_desk_questions", "badge_desk_ask")
      .allow(Permission::hand_over_badges)
      .also_in_past_editions()
      .summary("Finds an attendee and badges by document, badge or attendee number (现场领证)")
      .handle([&](const Caller& caller, const BadgeDeskQuestion& r) {
        BadgeDeskAnswer answer;
        for (auto& found : desk.find(caller, {r.document, r.code, r.number}))
          answer.people.push_back(view_of(caller, found));
        return answer;
      });
}

}  // namespace expogate::badge
