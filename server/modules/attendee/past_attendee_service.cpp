#include "attendee/past_attendee_service.h"

#include "attendee/attendee_store.h"
#include "attendee/refusing_second.h"
#include "edition/entry_option_service.h"
#include "platform/wire/field_errors.h"

namespace expogate::attendee {
namespace {

using organization::Organization;
using organization::OrganizationService;

PastBadge badge_of(const PastAttendeeRow& row) {
  return {row.state,
          row.edition_number,
          row.is_public_days,
          {row.name_zh, row.name_en, row.organization_zh, row.organization_en, row.position, row.photo_id,
           row.badge_type}};
}

/// Why somebody is not taken over like this; nothing when nothing is in the way.
const ErrorCode* refusal_of(const PastAttendeeRow& row, const Organization& own, int from_number,
                            TakeOver how) {
  if (row.applied_state) return &past_applied;
  if (how == TakeOver::apply) return nullptr;
  auto past = badge_of(row);
  auto now = past.face;
  now.organization_zh = own.name_zh;
  now.organization_en = own.name_en;
  return reuse_refusal(past, now, from_number);
}

}  // namespace

PastAttendeeService::Ground PastAttendeeService::ground_of(const Caller& caller, const Organization& own) {
  auto edition = editions_.get_edition(own.edition_id);
  return {own, edition, {caller.account, edition.id, edition.number, own.id}};
}

PastAttendeeService::Ground PastAttendeeService::require_ground(db::Tx& tx, const Caller& caller) {
  editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
  return ground_of(caller, attendees_.require_own(tx, caller));
}

Page<PastAttendeeListRow> PastAttendeeService::list(const Caller& caller, const PastAttendeeFilter& filter,
                                                    const PageRequest& request) {
  return database_.read([&](db::Tx& tx) {
    auto ground = ground_of(caller, OrganizationService::get_own(tx, caller));
    AttendeeFilter by_document;
    by_document.document = filter.document;
    auto found =
        store::list_past(tx, ground.reach, filter, attendees_.document_indexes(by_document), request);
    Page<PastAttendeeListRow> page;
    page.page = found.page;
    page.page_size = found.page_size;
    page.total = found.total;
    page.total_is_capped = found.total_is_capped;
    int from_number = ground.edition.reuse_from_number;
    for (auto& row : found.items) {
      PastAttendeeListRow shown{row, {}};
      for (auto how : {TakeOver::apply, TakeOver::reuse}) {
        AllowedAction action{std::string(enum_name(how)), true, std::nullopt};
        if (auto* refusal = refusal_of(row, ground.own, from_number, how)) {
          action.allowed = false;
          action.reason = message_of(*refusal, caller.locale, reuse_details(from_number));
        }
        shown.allowed_actions.push_back(std::move(action));
      }
      page.items.push_back(std::move(shown));
    }
    return page;
  });
}

/// The past form, without what was of that edition alone.
AttendeeForm PastAttendeeService::form_of_past(db::Tx& tx, const Attendee& past, const Ground& ground,
                                               TakeOver how) {
  auto form = form_of(past, cipher_);
  // A badge that was free then takes a place of a quota now (ATT-07).
  if (how == TakeOver::apply) form.badge_type = BadgeType::professional;
  form.courier_address_id.reset();
  // An old badge is in its holder's hands already.
  if (how == TakeOver::reuse || past.collection == Collection::courier) form.collection = Collection::onsite;
  form.entry_option_id = edition::EntryOptionService::find_like(tx, past.entry_option_id, ground.edition.id);
  return tidied(form);
}

Attendee PastAttendeeService::take_over_one(db::Tx& tx, const Caller& caller, const Ground& ground,
                                            const PastAttendeeRow& row, TakeOver how) {
  int from_number = ground.edition.reuse_from_number;
  if (auto* refusal = refusal_of(row, ground.own, from_number, how))
    throw Refusal(*refusal, reuse_details(from_number));
  auto past = store::get(tx, Scope::everything(), row.id);
  if (past.document_index &&
      store::is_document_taken(tx, ground.edition.id, *past.document_index,
                               issuing_country(past.document_type, past.nationality_code)))
    throw Refusal(attendee_elsewhere);
  NewAttendee wanted{.form = form_of_past(tx, past, ground, how),
                     .source = AttendeeSource::past,
                     .past_attendee_id = past.id,
                     .is_reuse = how == TakeOver::reuse};
  // Whoever applies anew looks over the data first; a badge that is reused has nothing to look over.
  wanted.is_draft =
      how == TakeOver::apply || !wrong_fields(wanted.form, attendees_.facts_for(tx, ground.own)).empty();
  return attendees_.add(tx, caller, ground.own, wanted);
}

Attendee PastAttendeeService::take_over(const Caller& caller, const AttendeeId& id, TakeOver how) {
  attendees_.require_consent(caller);
  return refusing_second([&] {
    return database_.write([&](db::Tx& tx) {
      auto ground = require_ground(tx, caller);
      auto rows = store::list_past(tx, ground.reach, {id});
      if (rows.empty()) throw NotFound();
      return take_over_one(tx, caller, ground, rows.front(), how);
    });
  });
}

std::vector<wire::BatchOutcome> PastAttendeeService::take_over(const Caller& caller,
                                                               const std::vector<AttendeeId>& ids,
                                                               TakeOver how) {
  wire::require_batch("attendees", ids);
  attendees_.require_consent(caller);
  return refusing_second([&] {
    return database_.write([&](db::Tx& tx) {
      auto ground = require_ground(tx, caller);
      return wire::do_each(tx, ids, store::list_past(tx, ground.reach, ids), caller.locale,
                           [&](const PastAttendeeRow& row) { take_over_one(tx, caller, ground, row, how); });
    });
  });
}

}  // namespace expogate::attendee
