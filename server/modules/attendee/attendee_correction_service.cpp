#include "attendee/attendee_correction_service.h"

#include "attendee/attendee_history.h"
#include "attendee/attendee_store.h"
#include "attendee/identity_check_store.h"
#include "attendee/identity_claim.h"
#include "attendee/refusing_second.h"
#include "audit/audit.h"
#include "base/text.h"

namespace expogate::attendee {

/// What the log keeps of a correction: nothing that is sealed.
struct CorrectionSnapshot {
  AttendeeId id;
  std::string number, name_zh, name_en;
  std::optional<Gender> gender;
  std::optional<RegionType> region_type;
  std::optional<DocumentType> document_type;
  std::string document_masked, nationality_code, mobile_masked, email_masked;
  std::string department, position, position_category_code;
  std::optional<FileId> photo_id;
};
BOOST_DESCRIBE_STRUCT(CorrectionSnapshot, (),
                      (id, number, name_zh, name_en, gender, region_type, document_type, document_masked,
                       nationality_code, mobile_masked, email_masked, department, position,
                       position_category_code, photo_id))

namespace {

std::string snapshot(const Attendee& a) {
  return audit::snapshot(CorrectionSnapshot{a.id, a.number, a.name_zh, a.name_en, a.gender, a.region_type,
                                            a.document_type, a.document_masked, a.nationality_code,
                                            a.mobile_masked, a.email_masked, a.department, a.position,
                                            a.position_category_code, a.photo_id});
}

/// The person alone: entry dates and addresses that are no longer offered were right when they were chosen.
std::vector<FieldError> wrong_fields_of_person(AttendeeForm form, const FormFacts& facts) {
  form.entry_option_id.reset();
  return wrong_fields_of_colleague(form, facts);
}

}  // namespace

Attendee AttendeeCorrectionService::require_correctable(db::Tx& tx, const Caller& caller,
                                                        const AttendeeId& id) {
  auto a = store::get(tx, caller.scope, id);
  if (!is_correctable(a.state)) throw Refusal(attendee_not_correctable);
  return a;
}

void AttendeeCorrectionService::correct(const Caller& caller, const AttendeeId& id,
                                        const CorrectedPerson& person, const std::string& typed,
                                        std::int64_t version) {
  auto reason = std::string(trimmed(typed));
  refusing_second([&] {
    database_.write([&](db::Tx& tx) {
      auto before = require_correctable(tx, caller, id);
      if (before.version != version) throw Stale();
      auto old_form = form_of(before, cipher_), form = corrected(old_form, person);
      auto fields = changed_fields(old_form, form);
      if (fields.empty()) throw Refusal(nothing_corrected);
      auto organization = organization::OrganizationService::get(tx, before.organization_id);
      auto wrong = wrong_fields_of_person(form, attendees_.facts_for(tx, organization));
      if (!wrong.empty()) throw ValidationError(wrong);
      auto after = before;
      static_cast<Profile&>(after) = form;
      seal(after, form, cipher_);
      if (auto other = store::find_number_by_document(tx, after))
        throw Refusal(document_of_other, {{"number", *other}});
      attendees_.take_photo(tx, after, before.photo_id);
      // A past badge shows the old face, so it is not used again (ATT-07); what was settled stays settled.
      if (is_other_face(fields)) after.is_reuse = false;
      if (!store::change(tx, after, before.version)) throw Stale();
      bool is_other_claim = !is_same_claim(before, after);
      if (is_other_claim) store::forget_identity(tx, id);
      auto now = clock_.now();
      store::add_history(
          tx, id, caller.account,
          {AttendeeEvent::corrected, now, caller.name, before.state, after.state, reason, names_of(fields)});
      audit::record(
          tx, caller, now,
          {"attendee_corrected", "attendee", id.text,
           "更正人员 " + before.number + "：" + words_of(fields, Locale::zh_cn) + "，理由：" + reason,
           snapshot(before), snapshot(after)});
      facts_.publish(tx, AttendeeCorrected{id, after.state, is_other_face(fields), is_other_claim});
      messages_.tell_corrected(tx, after, fields, reason);
    });
  });
}

Photo AttendeeCorrectionService::upload_photo(const Caller& caller, const AttendeeId& id,
                                              std::string_view picture) {
  auto a = database_.read([&](db::Tx& tx) { return require_correctable(tx, caller, id); });
  return photos_.upload(caller, a.organization_id, picture);
}

}  // namespace expogate::attendee
