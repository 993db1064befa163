#include "attendee/attendee_http.h"
#include "platform/image/qr.h"

namespace expogate::attendee {

struct ColleagueLinkView {
  std::string address;  ///< empty: no link is open
  std::string qr_svg;
  std::optional<Instant> created_at;
  std::int64_t joined_count = 0, pending_count = 0;
};
BOOST_DESCRIBE_STRUCT(ColleagueLinkView, (), (address, qr_svg, created_at, joined_count, pending_count))

struct ColleaguePhotoView {
  FileId id;
};
BOOST_DESCRIBE_STRUCT(ColleaguePhotoView, (), (id))

struct JoinedView {
  std::string number, name_zh, name_en;
};
BOOST_DESCRIBE_STRUCT(JoinedView, (), (number, name_zh, name_en))

namespace {

constexpr std::string_view token_header = "Link-Token";
constexpr const char* token_meaning = "of the organization's link, which stands behind its #";

std::string token_of(const http::Request& request) {
  return std::string(request.header("link-token"));
}

ColleagueLinkView view_of(const OwnColleagueLink& own, Locale locale) {
  ColleagueLinkView view{own.address, "", own.created_at, own.joined_count, own.pending_count};
  if (!own.address.empty())
    view.qr_svg = qr_svg(own.address, locale == Locale::en ? "Code for colleagues" : "邀请单位同事二维码");
  return view;
}

}  // namespace

void add_colleague_routes(wire::Router& router, ColleagueService& colleagues) {
  router.get("/my/colleague_link", "my_colleague_link_get")
      .for_oneself()
      .summary("The link for colleagues to register themselves (邀请单位同事), and how many have used it")
      .handle([&](const Caller& caller) { return view_of(colleagues.get_own(caller), caller.locale); });

  router.post("/my/colleague_link", "my_colleague_link_create")
      .for_oneself()
      .idempotent()
      .summary("Creates a new link; the previous one stops working immediately")
      .handle([&](const Caller& caller, const wire::NoInput&) {
        return view_of(colleagues.open(caller), caller.locale);
      });

  router.remove("/my/colleague_link", "my_colleague_link_close")
      .for_oneself()
      .summary("Closes the link")
      .handle([&](const Caller& caller) { return view_of(colleagues.close(caller), caller.locale); });

  router.get("/colleague_invitation", "colleague_invitation_get")
      .for_everyone("whoever has an organization's link sees whose it is")
      .summary("The organization behind an invitation link; 404 for an invalid or closed one")
      .with_token(token_header, token_meaning)
      .handle([&](const Caller& caller, const http::Request& request) {
        return colleagues.get_invitation(caller, token_of(request));
      });

  router.post("/colleague_invitation/photos", "colleague_photo_create")
      .for_everyone("whoever has an organization's link sends a photo before the form that names it")
      .in_lane(http::Lane::anonymous)
      .with_body_limit(photo_rules.max_bytes + 1024)
      .takes("image/*")
      .summary("Takes a colleague's photo, cropped to 5:7 (JPEG or PNG, at most 2 MB)")
      .with_token(token_header, token_meaning)
      .handle([&](const Caller& caller, wire::RawBody body, const http::Request& request) {
        return ColleaguePhotoView{colleagues.upload_photo(caller, token_of(request), body.bytes).file_id};
      });

  router.post("/colleague_invitation/attendees", "colleague_join")
      .for_everyone("whoever has an organization's link fills in themselves")
      .summary(
          "Submits a colleague’s own details for confirmation by the organization, which decides badge type "
          "and collection")
      .with_token(token_header, token_meaning)
      .handle([&](const Caller& caller, const Joining& joining, const http::Request& request) {
        auto joined = colleagues.join(caller, token_of(request), joining);
        return JoinedView{joined.number, joined.name_zh, joined.name_en};
      });
}

}  // namespace expogate::attendee
