#include "attendee/attendee_service.h"

#include <algorithm>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "attendee/attendee_history.h"
#include "attendee/attendee_store.h"
#include "attendee/badge_reuse.h"
#include "attendee/courier_address.h"
#include "attendee/identity_check_store.h"
#include "attendee/identity_claim.h"
#include "attendee/photo.h"
#include "attendee/refusing_second.h"
#include "audit/audit.h"
#include "edition/catalogue_service.h"
#include "edition/entry_option_service.h"
#include "file/file_service.h"
#include "platform/wire/field_errors.h"

namespace expogate::attendee {
namespace {

using edition::CatalogueKind;
using organization::Organization;

constexpr Duration old_photo_limit = hours(24);

std::set<std::string> active_codes(db::Tx& tx, const EditionId& edition, CatalogueKind kind) {
  std::set<std::string> codes;
  for (auto& item : edition::CatalogueService::list_all(tx, edition, kind))
    if (item.active) codes.insert(item.code);
  return codes;
}

}  // namespace

bool may_have_people(const Organization& o) {
  return o.submitted_at && o.state != organization::OrganizationState::rejected;
}

Organization AttendeeService::require_own(db::Tx& tx, const Caller& caller) {
  auto own = organization::OrganizationService::get_own(tx, caller);
  if (!may_have_people(own)) throw Refusal(organization_not_submitted);
  return own;
}

void AttendeeService::require_consent(const Caller& caller) {
  auto missing = consents_.missing_of(caller.account);
  if (std::find(missing.begin(), missing.end(), account::ConsentDocument::sensitive_data) != missing.end())
    throw Refusal(sensitive_consent_missing);
}

Attendee AttendeeService::get(db::Tx& tx, const Scope& scope, const AttendeeId& id) {
  return store::get(tx, scope, id);
}

std::vector<Attendee> AttendeeService::list(const Caller& caller, const std::vector<AttendeeId>& ids) {
  return database_.read([&](db::Tx& tx) { return store::list_by_ids(tx, caller.scope, ids); });
}

std::vector<std::string> AttendeeService::document_indexes(const AttendeeFilter& filter) const {
  std::vector<std::string> indexes;
  if (!filter.document) return indexes;
  auto number = normalized_document(*filter.document);
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<DocumentType>>(
      [&](auto type) { indexes.push_back(document_index(cipher_, type.value, number)); });
  return indexes;
}

FormFacts AttendeeService::facts_for(db::Tx& tx, const Organization& o) {
  FormFacts facts;
  facts.today = fair_date(clock_.now());
  facts.is_domestic = o.origin == organization::Origin::domestic;
  facts.position_categories = active_codes(tx, o.edition_id, CatalogueKind::position_category);
  facts.countries = active_codes(tx, o.edition_id, CatalogueKind::country);
  facts.priced_options = edition::EntryOptionService::list(tx, o.edition_id);
  for (auto& priced : facts.priced_options)
    if (priced.option.active) facts.entry_options.insert(priced.option.id);
  for (auto& address : store::list_courier_addresses(tx, o.id)) facts.courier_addresses.insert(address.id);
  facts.document_types = edition::documents_in_use(editions_.get_edition(o.edition_id));
  facts.has_courier = fairs_.has(fair::Feature::courier);
  return facts;
}

std::int64_t AttendeeService::fee_of(const std::vector<edition::PricedEntryOption>& options,
                                     const Attendee& a) {
  if (!a.entry_option_id) return 0;
  edition::FeeQuestion question{a.badge_type, a.region_type.value_or(RegionType::mainland), a.is_reuse,
                                fair_date(clock_.now())};
  for (auto& priced : options)
    if (priced.option.id == *a.entry_option_id) {
      auto fee = edition::fee_of(priced.prices, question);
      if (!fee) throw ValidationError("entry_option_id", fee_unknown);
      return *fee;
    }
  return 0;
}

std::int64_t AttendeeService::fee_now(db::Tx& tx, const Attendee& a) {
  return fee_of(edition::EntryOptionService::list(tx, a.edition_id), a);
}

std::int64_t AttendeeService::fee_after(db::Tx& tx, const Attendee& before, const Attendee& after) {
  auto options = edition::EntryOptionService::list(tx, after.edition_id);
  if (before.state != AttendeeState::returned) return fee_of(options, after);
  // It is settled already: what would cost more cannot be had afterwards, and nothing is charged twice.
  bool is_other = after.entry_option_id != before.entry_option_id;
  if (is_other && fee_of(options, after) > before.fee_fen)
    throw ValidationError("entry_option_id", fee_settled);
  return before.fee_fen;
}

/// A photo stays while anybody else of the organization is shown with it.
void AttendeeService::release_photo(db::Tx& tx, const Attendee& a, const std::optional<FileId>& photo) {
  if (!photo || store::is_photo_of_others(tx, *photo, a.id)) return;
  file::FileService::release(tx, *photo, clock_.now() + old_photo_limit);
}

void AttendeeService::take_photo(db::Tx& tx, Attendee& a, const std::optional<FileId>& before) {
  if (a.photo_id == before) return;
  release_photo(tx, a, before);
  a.face_count.reset();
  if (!a.photo_id) return;
  auto photo = store::find_photo(tx, a.organization_id, *a.photo_id);
  if (!photo) throw ValidationError("photo_id", photo_not_yours);
  file::FileService::keep(tx, photo->file_id);
  a.face_count = photo->face_count;
}

const ErrorCode* AttendeeService::reuse_refusal_of(db::Tx& tx, const Attendee& a, const Organization& o) {
  auto past = store::find_past_badge(tx, *a.past_attendee_id);
  expect(past.has_value(), "people of past editions stay");
  return reuse_refusal(*past, face_of(a, o), editions_.get_edition(a.edition_id).reuse_from_number);
}

// ATT-07: with another face it is an application like any other, with its fee; once submitted it is too late.
void AttendeeService::end_reuse_if_changed(db::Tx& tx, Attendee& a, const Organization& o) {
  if (!a.is_reuse || !reuse_refusal_of(tx, a, o)) return;
  if (a.state == AttendeeState::returned) throw Refusal(reuse_submitted);
  a.is_reuse = false;
}

// QTA: staff and VIPs sit on places that a group has given to their organization. Before anything is written,
// so that whoever goes on after a refusal has changed nothing.
void AttendeeService::change_place(db::Tx& tx, const Caller& caller, const Attendee& a, BadgeType wanted,
                                   const Organization& o) {
  if (wanted == a.badge_type) return;
  if (quota::needs_place(wanted) && !o.trading_group_id) throw Refusal(badge_needs_quota);
  places_.give_back(tx, caller, a.id.text);
  if (!quota::needs_place(wanted)) return;
  places_.take(tx, caller, {a.edition_id, *o.trading_group_id, o.uscc, o.id}, a.id.text, wanted);
}

void AttendeeService::write(const Caller& caller, Attendee& a, const AttendeeForm& form, db::Tx& tx,
                            const Organization& o) {
  change_place(tx, caller, a, form.badge_type, o);
  auto before = a;
  static_cast<Profile&>(a) = form;
  seal(a, form, cipher_);
  a.trading_group_id = o.trading_group_id;
  a.top_group_id = o.top_group_id;
  take_photo(tx, a, before.photo_id);
  end_reuse_if_changed(tx, a, o);
  a.fee_fen = fee_after(tx, before, a);
}

AttendeeState AttendeeService::state_after(db::Tx& tx, const Attendee& a, bool is_draft) {
  using enum AttendeeState;
  // What was returned waits, changed, until it is submitted again; what a colleague wrote, until it is
  // confirmed.
  if (a.state == returned || a.state == pending_confirmation) return a.state;
  bool does_group_decide = !is_draft && a.state != awaiting_payment && payers_.does_group_decide(tx, a);
  auto action = is_draft            ? AttendeeAction::save_draft
                : does_group_decide ? AttendeeAction::hand_to_group
                                    : AttendeeAction::hand_to_payment;
  auto next = next_state(a.state, action);
  expect(next.has_value(), "whatever is editable can be saved");
  return *next;
}

Attendee AttendeeService::add(db::Tx& tx, const Caller& caller, const Organization& o,
                              const NewAttendee& wanted) {
  auto form = tidied(wanted.form);
  auto wrong = (wanted.is_draft ? wrong_fields_of_draft : wrong_fields)(form, facts_for(tx, o));
  if (!wrong.empty()) throw ValidationError(wrong);
  auto now = clock_.now();
  Attendee a;
  a.id = new_id<AttendeeId>(now);
  a.edition_id = o.edition_id;
  a.organization_id = o.id;
  a.source = wanted.source;
  a.past_attendee_id = wanted.past_attendee_id;
  a.is_reuse = wanted.is_reuse;
  if (wanted.source == AttendeeSource::colleague) a.state = AttendeeState::pending_confirmation;
  a.created_at = now;
  write(caller, a, form, tx, o);
  a.state = state_after(tx, a, wanted.is_draft);
  a.serial = store::next_serial(tx);
  a.number = attendee_number(editions_.get_edition(a.edition_id).number, a.serial);
  store::add(tx, a);
  organization::OrganizationService::count_attendees(tx, o.id, 1);
  store::add_history(tx, a.id, caller.account, {AttendeeEvent::added, now, caller.name, {}, a.state, ""});
  audit::record(tx, caller, now,
                {"attendee_added", "attendee", a.id.text, "新增人员 " + a.number, "null",
                 audit::snapshot(snapshot_of(a))});
  return a;
}

Attendee AttendeeService::add(const Caller& caller, const NewAttendee& wanted) {
  require_consent(caller);
  return refusing_second([&] {
    return database_.write([&](db::Tx& tx) {
      editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
      return add(tx, caller, require_own(tx, caller), wanted);
    });
  });
}

void AttendeeService::refuse_locked(db::Tx& tx, const Caller& caller, const Attendee& a) {
  Detail name = name_of(a, caller.locale);
  if (!is_editable(a.state))
    throw Refusal(attendee_locked,
                  {{"name", name}, {"state", std::string(enum_words(a.state, caller.locale))}});
  if (auto order = orders_.find_number(tx, a.id))
    throw Refusal(attendee_in_order, {{"name", name}, {"order", *order}});
}

void AttendeeService::save(db::Tx& tx, const Caller& caller, const Attendee& before, const Attendee& after) {
  if (!store::change(tx, after, before.version)) throw Stale();
  if (!is_same_claim(before, after)) store::forget_identity(tx, after.id);
  auto now = clock_.now();
  store::add_history(tx, after.id, caller.account,
                     {AttendeeEvent::changed, now, caller.name, before.state, after.state, ""});
  audit::record(tx, caller, now,
                {"attendee_changed", "attendee", after.id.text, "修改人员 " + after.number,
                 audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
}

Attendee AttendeeService::change(const Caller& caller, const AttendeeId& id, const AttendeeForm& typed,
                                 bool is_draft, std::int64_t version) {
  auto form = tidied(typed);
  return refusing_second([&] {
    return database_.write([&](db::Tx& tx) {
      auto own = require_own(tx, caller);
      auto before = store::get(tx, Scope::of(own.id), id);
      // A person whom the review has returned was paid for in time: put right whenever the review wants it.
      if (before.state != AttendeeState::returned)
        editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
      if (before.version != version) throw Stale();
      refuse_locked(tx, caller, before);
      auto wrong = (is_draft ? wrong_fields_of_draft : wrong_fields)(form, facts_for(tx, own));
      if (!wrong.empty()) throw ValidationError(wrong);
      if (form.badge_type != before.badge_type) {
        // Before places move: of two who deal with this person at one moment, one reads again.
        if (!store::touch(tx, id, before.state, before.version)) throw Stale();
        ++before.version;
      }
      auto after = before;
      write(caller, after, form, tx, own);
      after.state = state_after(tx, after, is_draft);
      save(tx, caller, before, after);
      return store::get(tx, Scope::of(own.id), id);
    });
  });
}

std::vector<wire::BatchOutcome> AttendeeService::each_own(
    const Caller& caller, const std::vector<AttendeeId>& ids,
    const std::function<void(db::Tx&, const Organization&, const Attendee&)>& act) {
  wire::require_batch("attendees", ids);
  return database_.write([&](db::Tx& tx) {
    auto own = require_own(tx, caller);
    auto found = store::list_by_ids(tx, Scope::of(own.id), ids);
    if (!std::all_of(found.begin(), found.end(), [](auto& a) { return a.state == AttendeeState::returned; }))
      editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    return wire::do_each(tx, ids, found, caller.locale, [&](const Attendee& a) { act(tx, own, a); });
  });
}

std::vector<wire::BatchOutcome> AttendeeService::remove(const Caller& caller,
                                                        const std::vector<AttendeeId>& ids) {
  return each_own(caller, ids, [&](db::Tx& tx, const Organization& own, const Attendee& a) {
    refuse_locked(tx, caller, a);
    if (!is_removable(a.state))
      throw Refusal(attendee_locked, {{"name", name_of(a, caller.locale)},
                                      {"state", std::string(enum_words(a.state, caller.locale))}});
    if (!store::touch(tx, a.id, a.state, a.version)) throw Stale();
    places_.give_back(tx, caller, a.id.text);
    expect(store::remove(tx, a.id, a.version + 1, a.serial), "a row that was touched stays");
    release_photo(tx, a, a.photo_id);
    organization::OrganizationService::count_attendees(tx, own.id, -1);
    audit::record(tx, caller, clock_.now(),
                  {"attendee_removed", "attendee", a.id.text, "删除人员 " + a.number,
                   audit::snapshot(snapshot_of(a)), "null"});
  });
}

std::vector<wire::BatchOutcome> AttendeeService::change_entry_option(const Caller& caller,
                                                                     const std::vector<AttendeeId>& ids,
                                                                     const edition::EntryOptionId& option) {
  return each_own(caller, ids, [&](db::Tx& tx, const Organization& own, const Attendee& a) {
    refuse_locked(tx, caller, a);
    if (!facts_for(tx, own).entry_options.contains(option))
      throw ValidationError("entry_option_id", wire::field_choice);
    auto after = a;
    after.entry_option_id = option;
    after.fee_fen = fee_after(tx, a, after);
    save(tx, caller, a, after);
  });
}

std::vector<wire::BatchOutcome> AttendeeService::confirm(const Caller& caller,
                                                         const std::vector<AttendeeId>& ids) {
  require_consent(caller);
  return each_own(caller, ids, [&](db::Tx& tx, const Organization& own, const Attendee& a) {
    if (a.state != AttendeeState::pending_confirmation) throw Refusal(attendee_not_pending);
    auto form = form_of(a, cipher_);
    if (!wrong_fields(form, facts_for(tx, own)).empty()) throw Refusal(attendee_incomplete);
    auto action =
        payers_.does_group_decide(tx, a) ? AttendeeAction::hand_to_group : AttendeeAction::hand_to_payment;
    auto next = *next_state(a.state, action);
    auto now = clock_.now();
    if (!store::change_state(tx, a.id, a.state, next, now, a.version)) throw Stale();
    store::add_history(tx, a.id, caller.account,
                       {AttendeeEvent::confirmed, now, caller.name, a.state, next, ""});
    audit::record(tx, caller, now, {"attendee_confirmed", "attendee", a.id.text, "确认人员 " + a.number});
  });
}

void AttendeeService::submit_one(db::Tx& tx, const Caller& caller, const Organization& own,
                                 const Attendee& a) {
  bool is_returned = a.state == AttendeeState::returned;
  auto next = next_state(a.state, is_returned ? AttendeeAction::submit_again : AttendeeAction::submit);
  if (!next || a.state == AttendeeState::awaiting_group)
    throw Refusal(attendee_locked, {{"name", name_of(a, caller.locale)},
                                    {"state", std::string(enum_words(a.state, caller.locale))}});
  if (auto* refusal = a.is_reuse ? reuse_refusal_of(tx, a, own) : nullptr)
    throw Refusal(*refusal, reuse_details(editions_.get_edition(a.edition_id).reuse_from_number));
  if (!is_returned && !is_free(a)) throw Refusal(attendee_to_be_paid);
  auto form = form_of(a, cipher_);
  if (!wrong_fields(form, facts_for(tx, own)).empty()) throw Refusal(attendee_incomplete);
  auto now = clock_.now();
  if (!store::change_state(tx, a.id, a.state, *next, now, a.version)) throw Stale();
  store::add_history(tx, a.id, caller.account,
                     {AttendeeEvent::submitted, now, caller.name, a.state, *next, ""});
  audit::record(tx, caller, now, {"attendee_submitted", "attendee", a.id.text, "提交办证 " + a.number});
  facts_.publish(tx, AttendeeSubmitted{a.id});
}

std::vector<wire::BatchOutcome> AttendeeService::submit(const Caller& caller,
                                                        const std::vector<AttendeeId>& ids) {
  return each_own(caller, ids, [&](db::Tx& tx, const Organization& own, const Attendee& a) {
    if (own.state != organization::OrganizationState::approved) throw Refusal(organization_not_approved);
    submit_one(tx, caller, own, a);
  });
}

Page<AttendeeRow> AttendeeService::list_own(const Caller& caller, const AttendeeFilter& filter,
                                            const PageRequest& page) {
  return database_.read([&](db::Tx& tx) {
    auto as_owner = caller;
    as_owner.scope = Scope::of(organization::OrganizationService::get_own(tx, caller).id);
    return store::list(tx, as_owner, filter, document_indexes(filter), page);
  });
}

std::vector<AttendeeCount> AttendeeService::count_own(const Caller& caller) {
  return database_.read([&](db::Tx& tx) {
    return store::count_by_state(tx, organization::OrganizationService::get_own(tx, caller).id);
  });
}

Attendee AttendeeService::get_own(const Caller& caller, const AttendeeId& id) {
  return database_.read([&](db::Tx& tx) {
    return store::get(tx, Scope::of(organization::OrganizationService::get_own(tx, caller).id), id);
  });
}

AttendeeForm AttendeeService::open_own(const Caller& caller, const AttendeeId& id) {
  return database_.write([&](db::Tx& tx) {
    auto a = store::get(tx, Scope::of(organization::OrganizationService::get_own(tx, caller).id), id);
    auto form = form_of(a, cipher_);
    audit::record(tx, caller, clock_.now(),
                  {"attendee_unmasked", "attendee", a.id.text, "查看人员完整信息 " + a.number});
    return form;
  });
}

std::vector<FieldError> AttendeeService::problems_of_own(const Caller& caller, const AttendeeId& id) {
  return database_.read([&](db::Tx& tx) {
    auto own = organization::OrganizationService::get_own(tx, caller);
    auto a = store::get(tx, Scope::of(own.id), id);
    auto form = form_of(a, cipher_);
    return wrong_fields(form, facts_for(tx, own));
  });
}

}  // namespace expogate::attendee
