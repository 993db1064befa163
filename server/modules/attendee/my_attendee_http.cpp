#include "attendee/attendee_http.h"
#include "platform/wire/batch.h"
#include "platform/wire/page_query.h"

namespace expogate::attendee {

struct MyAttendeeQuery : wire::PageQuery, AttendeeFilter {};
BOOST_DESCRIBE_STRUCT(MyAttendeeQuery, (wire::PageQuery, AttendeeFilter), ())

struct AttendeeRequest {
  AttendeeForm form;
  bool is_draft = false;
};
BOOST_DESCRIBE_STRUCT(AttendeeRequest, (), (form, is_draft))

struct AttendeeBatchRequest {
  std::vector<AttendeeId> attendees;
};
BOOST_DESCRIBE_STRUCT(AttendeeBatchRequest, (), (attendees))

struct EntryOptionBatchRequest {
  std::vector<AttendeeId> attendees;
  edition::EntryOptionId entry_option_id;
};
BOOST_DESCRIBE_STRUCT(EntryOptionBatchRequest, (), (attendees, entry_option_id))

struct AttendeeProblem {
  std::string field, code, message;
};
BOOST_DESCRIBE_STRUCT(AttendeeProblem, (), (field, code, message))

struct AttendeeFormView {
  AttendeeForm form;
  std::vector<AttendeeProblem> problems;  ///< what still keeps it from being submitted
};
BOOST_DESCRIBE_STRUCT(AttendeeFormView, (), (form, problems))

struct PhotoView {
  FileId id;
  std::optional<int> face_count;
};
BOOST_DESCRIBE_STRUCT(PhotoView, (), (id, face_count))

namespace {

AttendeeListRow row_of(const Caller& caller, const AttendeeRow& row) {
  AttendeeListRow shown;
  static_cast<AttendeeRow&>(shown) = row;
  shown.allowed_actions = allowed_actions(caller, row);
  return shown;
}

auto outcomes_of(const std::vector<wire::BatchOutcome>& outcomes) {
  return wire::list_view(outcomes);
}

}  // namespace

void add_my_attendee_routes(wire::Router& router, AttendeeService& attendees, AttendeeOfficeService& office,
                            PhotoService& photos) {
  router.get("/my/attendees", "my_attendee_list")
      .for_oneself()
      .summary("My organization’s attendees (人员证件申办)")
      .handle([&](const Caller& caller, const MyAttendeeQuery& q) {
        return wire::page_view(attendees.list_own(caller, q, wire::page_request(q)),
                               [&](const AttendeeRow& row) { return row_of(caller, row); });
      });

  router.get("/my/attendee_counts", "my_attendee_count")
      .for_oneself()
      .summary("Number of my organization’s attendees by status")
      .handle([&](const Caller& caller) { return wire::list_view(attendees.count_own(caller)); });

  router.get("/my/attendees/{id}", "my_attendee_get")
      .for_oneself()
      .summary("One of my organization’s attendees")
      .handle([&](const Caller& caller, AttendeeId id) { return office.get_own_detail(caller, id); });

  router.post("/my/attendees/{id}/openings", "my_attendee_open")
      .for_oneself()
      .summary("An attendee’s full details for editing; recorded")
      .handle([&](const Caller& caller, AttendeeId id, const wire::NoInput&) {
        AttendeeFormView view{attendees.open_own(caller, id), {}};
        for (auto& p : attendees.problems_of_own(caller, id))
          view.problems.push_back(
              {p.field, std::string(p.code->code), message_of(*p.code, caller.locale, p.details)});
        return view;
      });

  router.post("/my/attendees", "my_attendee_create")
      .for_oneself()
      .idempotent()
      .summary("Adds an attendee, complete or as a draft")
      .handle([&](const Caller& caller, const AttendeeRequest& r) {
        auto added = attendees.add(caller, {.form = r.form, .is_draft = r.is_draft});
        return office.get_own_detail(caller, added.id);
      });

  router.put("/my/attendees/{id}", "my_attendee_change")
      .for_oneself()
      .summary("Edits an attendee who is not locked")
      .handle([&](const Caller& caller, AttendeeId id, const AttendeeRequest& r, wire::IfMatch match) {
        attendees.change(caller, id, r.form, r.is_draft, match.version);
        return office.get_own_detail(caller, id);
      });

  router.post("/my/attendee_removals", "my_attendee_remove")
      .for_oneself()
      .idempotent()
      .summary("Deletes attendees who are not locked (批量删除); returns a result for each row")
      .handle([&](const Caller& caller, const AttendeeBatchRequest& r) {
        return outcomes_of(attendees.remove(caller, r.attendees));
      });

  router.post("/my/attendee_entry_options", "my_attendee_entry_option_change")
      .for_oneself()
      .idempotent()
      .summary("Changes the entry dates of several attendees (修改入场日期)")
      .handle([&](const Caller& caller, const EntryOptionBatchRequest& r) {
        return outcomes_of(attendees.change_entry_option(caller, r.attendees, r.entry_option_id));
      });

  router.post("/my/attendee_confirmations", "my_attendee_confirm")
      .for_oneself()
      .idempotent()
      .summary("Confirms colleagues who registered themselves (批量审核)")
      .handle([&](const Caller& caller, const AttendeeBatchRequest& r) {
        return outcomes_of(attendees.confirm(caller, r.attendees));
      });

  router.post("/my/attendee_submissions", "my_attendee_submit")
      .for_oneself()
      .idempotent()
      .summary("Submits attendees whose badge is free of charge, or who were returned after payment")
      .handle([&](const Caller& caller, const AttendeeBatchRequest& r) {
        return outcomes_of(attendees.submit(caller, r.attendees));
      });

  router.post("/my/attendee_photos", "my_attendee_photo_create")
      .for_oneself()
      .in_lane(http::Lane::upload)
      .with_body_limit(photo_rules.max_bytes + 1024)
      .takes("image/*")
      .summary(
          "Takes a photo, cropped to 5:7 (JPEG or PNG, at most 2 MB), to be referenced in an attendee form")
      .handle([&](const Caller& caller, wire::RawBody body) {
        auto photo = photos.upload(caller, body.bytes);
        return PhotoView{photo.file_id, photo.face_count};
      });

  router.get("/my/attendee_photos/{id}", "my_attendee_photo_get")
      .for_oneself()
      .in_lane(http::Lane::upload)
      .answers_file("image/jpeg")
      .summary("Photo of one of my organization’s attendees")
      .handle([&](const Caller& caller, FileId id) {
        return wire::file_response(photos.get_own(caller, id), "image/jpeg", "photo.jpg");
      });
}

}  // namespace expogate::attendee
