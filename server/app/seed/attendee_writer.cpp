#include "app/seed/attendee_writer.h"

#include "attendee/attendee_store.h"
#include "organization/contact_message.h"

namespace expogate::seed {

using namespace attendee;
using enum AttendeeState;

namespace {

constexpr Duration until_submitted = hours(20), until_decided = hours(60);

bool was_submitted(AttendeeState state) {
  return state == awaiting_review || state == approved || state == rejected || state == returned;
}

/// What a reviewer wrote, or whoever voided it.
std::string opinion_of(AttendeeState state) {
  if (state == returned) return "照片不是近期正面免冠照片，请更换后重新提交。";
  if (state == rejected) return "经核实，身份信息与证件不符。";
  return state == voided ? "单位来函，该人员不再参会。" : "";
}

AttendeeEvent event_of(AttendeeState state) {
  if (state == returned) return AttendeeEvent::returned;
  if (state == rejected) return AttendeeEvent::rejected;
  return state == voided ? AttendeeEvent::voided : AttendeeEvent::approved;
}

}  // namespace

AttendeeId AttendeeWriter::write(db::Tx& tx, const AttendeeForm& form, const organization::Organization& o,
                                 AttendeeState state, std::int64_t fee_fen, Instant added_at) {
  Attendee a;
  a.id = new_id<AttendeeId>(services_.clock->now());  // ids grow, as they do in life
  a.edition_id = o.edition_id;
  a.organization_id = o.id;
  a.trading_group_id = o.trading_group_id;
  a.top_group_id = o.top_group_id;
  a.state = state;
  a.source = state == pending_confirmation ? AttendeeSource::colleague : AttendeeSource::contact;
  static_cast<Profile&>(a) = form;
  seal(a, form, services_.cipher);
  if (a.photo_id) a.face_count = 1;
  a.fee_fen = fee_fen;
  a.created_at = added_at;
  if (was_submitted(state)) a.submitted_at = added_at + until_submitted;
  if (state == awaiting_review) a.awaiting_since = a.submitted_at;
  if (state == approved || state == rejected) a.decided_at = added_at + until_decided;
  a.serial = attendee::store::next_serial(tx);
  a.number = attendee_number(std::stoi(o.edition_id.text), a.serial);
  attendee::store::add(tx, a);
  organization::OrganizationService::count_attendees(tx, o.id, 1);
  add_history(tx, a, o);
  return a.id;
}

void AttendeeWriter::add_history(db::Tx& tx, const Attendee& a, const organization::Organization& o) {
  auto add = [&](AttendeeEvent event, Instant at, const std::string& actor,
                 std::optional<AttendeeState> before, AttendeeState after, const std::string& opinion) {
    attendee::store::add_history(tx, a.id, o.account_id, {event, at, actor, before, after, opinion});
  };
  auto contact = organization::name_of(o, Locale::zh_cn);
  auto first = a.state == draft || a.state == pending_confirmation ? a.state : awaiting_payment;
  add(AttendeeEvent::added, a.created_at, contact, {}, first, "");
  if (a.submitted_at)
    add(AttendeeEvent::submitted, *a.submitted_at, contact, awaiting_payment, awaiting_review, "");
  bool is_open = a.state == first || a.state == awaiting_review;
  if (!is_open)
    add(event_of(a.state), a.created_at + until_decided, "审核组",
        a.submitted_at ? awaiting_review : awaiting_payment, a.state, opinion_of(a.state));
}

}  // namespace expogate::seed
