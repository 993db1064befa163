#include "attendee/attendee_http.h"
#include "base/permission.h"

namespace expogate::attendee {

struct AttendeeCorrectionRequest {
  CorrectedPerson person;
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(AttendeeCorrectionRequest, (), (person, reason))

struct CorrectionPhotoView {
  FileId id;
  std::optional<int> face_count;
};
BOOST_DESCRIBE_STRUCT(CorrectionPhotoView, (), (id, face_count))

void add_attendee_correction_routes(wire::Router& router, AttendeeCorrectionService& corrections,
                                    AttendeeOfficeService& office) {
  router.post("/attendees/{id}/corrections", "attendee_correct")
      .allow(Permission::review_attendees)
      .idempotent()
      .summary(
          "Corrects the details of a locked attendee, with a reason; a badge whose details change is "
          "replaced (更正信息)")
      .handle(
          [&](const Caller& caller, AttendeeId id, const AttendeeCorrectionRequest& r, wire::IfMatch match) {
            corrections.correct(caller, id, r.person, r.reason, match.version);
            return office.get_detail(caller, id);
          });

  router.post("/attendees/{id}/correction_photos", "attendee_correction_photo_create")
      .allow(Permission::review_attendees)
      .in_lane(http::Lane::upload)
      .with_body_limit(photo_rules.max_bytes + 1024)
      .takes("image/*")
      .summary(
          "Uploads a better photo of a locked attendee (JPEG or PNG, 5:7, at most 2 MB), to be referenced in "
          "a correction")
      .handle([&](const Caller& caller, AttendeeId id, wire::RawBody body) {
        auto photo = corrections.upload_photo(caller, id, body.bytes);
        return CorrectionPhotoView{photo.file_id, photo.face_count};
      });
}

}  // namespace expogate::attendee
