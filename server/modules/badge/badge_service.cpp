#include "badge/badge_service.h"

#include "attendee/attendee_service.h"
#include "audit/audit.h"
#include "base/text.h"
#include "edition/entry_option_service.h"
#include "organization/organization_service.h"

namespace expogate::badge {
namespace {

Refusal refusal_of(const Caller& caller, const Badge& badge) {
  return Refusal(badge_not_in_state, {{"state", std::string(enum_words(badge.state, caller.locale))}});
}

}  // namespace

BadgeFace BadgeService::face_of(db::Tx& tx, const attendee::Attendee& a,
                                const edition::Edition& edition) const {
  auto organization = organization::OrganizationService::get(tx, a.organization_id);
  BadgeFace face{a.name_zh,
                 a.name_en,
                 organization.name_zh,
                 organization.name_en,
                 a.position,
                 a.badge_type,
                 a.photo_id,
                 "",
                 "",
                 0};
  for (auto& priced : edition::EntryOptionService::list(tx, a.edition_id))
    if (priced.option.id == a.entry_option_id) {
      face.entry_option_zh = priced.option.name_zh;
      face.entry_option_en = priced.option.name_en;
      face.entry_days = entry_days(priced.option, edition.entry_from_on);
    }
  return face;
}

Badge BadgeService::add(db::Tx& tx, const attendee::Attendee& a, BadgeKind kind) {
  auto edition = editions_.get_edition(a.edition_id);
  auto now = clock_.now();
  Badge b;
  static_cast<BadgeFace&>(b) = face_of(tx, a, edition);
  b.id = new_id<BadgeId>(now);
  b.edition_id = a.edition_id;
  b.serial = store::next_serial(tx);
  b.code_edition_number = edition.number;
  b.code_serial = b.serial;
  b.attendee_id = a.id;
  b.organization_id = a.organization_id;
  b.kind = kind;
  b.collection = a.collection.value_or(attendee::Collection::onsite);
  b.created_at = now;
  auto past = kind == BadgeKind::reuse ? store::find_current(tx, *a.past_attendee_id) : std::nullopt;
  if (past && is_active(past->state)) {
    b.code_edition_number = past->code_edition_number;
    b.code_serial = past->code_serial;
    b.state = BadgeState::made;
    b.made_at = now;
  } else if (kind == BadgeKind::reuse) {
    b.kind = BadgeKind::first;  // the past badge is not known here: it gets a new one
  }
  store::add(tx, b);
  return b;
}

Badge BadgeService::issue(db::Tx& tx, const AttendeeId& id) {
  auto attendee = attendee::AttendeeService::get(tx, Scope::everything(), id);
  auto badge = add(tx, attendee, attendee.is_reuse ? BadgeKind::reuse : BadgeKind::first);
  if (badge.kind == BadgeKind::reuse) messages_.tell_made(tx, badge);
  return badge;
}

bool BadgeService::replace(db::Tx& tx, const Badge& badge) {
  if (!store::revoke(tx, badge.id, RevokedReason::replaced, clock_.now())) return false;
  add(tx, attendee::AttendeeService::get(tx, Scope::everything(), badge.attendee_id), BadgeKind::replacement);
  if (is_active(badge.state)) messages_.tell_replaced(tx, badge);
  return true;
}

// Whoever reissues the badge at this moment is waited for, and what came of it is looked at again.
void BadgeService::replace_of(db::Tx& tx, const AttendeeId& id) {
  while (auto badge = store::find_current(tx, id))
    if (replace(tx, *badge)) return;
}

void BadgeService::renew_face_of(db::Tx& tx, const AttendeeId& id) {
  auto attendee = attendee::AttendeeService::get(tx, Scope::everything(), id);
  auto face = face_of(tx, attendee, editions_.get_edition(attendee.edition_id));
  while (auto badge = store::find_current(tx, id))
    if (store::change_face(tx, badge->id, face) || replace(tx, *badge)) return;
}

void BadgeService::revoke_of(db::Tx& tx, const AttendeeId& attendee) {
  if (auto badge = store::find_current(tx, attendee))
    store::revoke(tx, badge->id, RevokedReason::voided, clock_.now());
}

Page<BadgeRow> BadgeService::list(const Caller& caller, const BadgeFilter& filter, const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller, filter, page); });
}

void BadgeService::record(db::Tx& tx, const Caller& caller, const char* action, const std::string& summary,
                          const Badge& badge) {
  audit::record(
      tx, caller, clock_.now(),
      {action, "badge", badge.id.text, summary + badge_number(badge.code_edition_number, badge.code_serial)});
}

Badge BadgeService::reissue(const Caller& caller, const BadgeId& id, BadgeKind kind,
                            const std::string& typed) {
  auto reason = std::string(trimmed(typed));
  return database_.write([&](db::Tx& tx) {
    auto old = store::get(tx, caller.scope, id);
    bool is_revoked = store::revoke(tx, old.id, RevokedReason::replaced, clock_.now());
    // Read behind the revocation, which waits for whoever corrects this person at the moment.
    auto attendee = attendee::AttendeeService::get(tx, caller.scope, old.attendee_id);
    if (attendee.state != attendee::AttendeeState::approved) throw Refusal(badge_not_approved);
    if (!is_revoked) throw refusal_of(caller, old);
    auto badge = add(tx, attendee, kind);
    record(tx, caller, "badge_reissued",
           std::string(enum_words(kind, Locale::zh_cn)) + "（" + reason + "），原证 " +
               badge_number(old.code_edition_number, old.code_serial) + "，新证 ",
           badge);
    return badge;
  });
}

Badge BadgeService::print(const Caller& caller, const BadgeId& id) {
  return database_.write([&](db::Tx& tx) {
    auto badge = store::get(tx, caller.scope, id);
    if (!store::make(tx, id, clock_.now())) throw refusal_of(caller, badge);
    record(tx, caller, "badge_printed", "现场制证 ", badge);
    return store::get(tx, caller.scope, id);
  });
}

Badge BadgeService::hand_over(const Caller& caller, const BadgeId& id) {
  return database_.write([&](db::Tx& tx) {
    auto badge = store::get(tx, caller.scope, id);
    if (!store::hand_over(tx, id, clock_.now())) throw refusal_of(caller, badge);
    record(tx, caller, "badge_handed_over", "发放证件 ", badge);
    return store::get(tx, caller.scope, id);
  });
}

std::string BadgeService::make_pdf(const Caller& caller, const BadgeId& id) {
  auto badge = database_.write([&](db::Tx& tx) {
    auto found = store::get(tx, caller.scope, id);
    if (!is_active(found.state)) throw refusal_of(caller, found);
    record(tx, caller, "badge_downloaded", "打印证件 ", found);
    return found;
  });
  auto edition = editions_.get_edition(badge.edition_id);
  PdfDocument pdf(page_width, page_height, badge_number(badge.code_edition_number, badge.code_serial),
                  clock_.now());
  auto fair = fairs_.get();
  draw_badge(pdf, badge, {edition, fair}, code_of(badge), photo_of(badge));
  return pdf.finish();
}

std::string BadgeService::code_of(const Badge& b) const {
  return signed_code({b.code_edition_number, b.code_serial, b.type, EntryDays(b.entry_days)},
                     keys_.of(b.code_edition_number));
}

std::optional<std::string> BadgeService::photo_of(const Badge& badge) {
  if (!badge.photo_id) return std::nullopt;
  auto file = database_.read([&](db::Tx& tx) { return file::FileService::find(tx, *badge.photo_id); });
  if (!file) return std::nullopt;
  return files_.get_bytes(*file);
}

std::optional<BadgeNumber> BadgeService::read_named(const std::string& code_or_number) const {
  if (auto number = read_number(code_or_number)) return number;
  auto edition_number = edition_number_of(code_or_number);
  if (!edition_number) return std::nullopt;
  auto code = read_code(code_or_number, keys_.of(*edition_number).public_key());
  if (!code) return std::nullopt;
  return BadgeNumber{code->edition_number, code->serial};
}

std::optional<Badge> BadgeService::find_named(db::Tx& tx, const EditionId& edition,
                                              const std::string& code_or_number) const {
  auto named = read_named(code_or_number);
  if (!named) return std::nullopt;
  return store::find_by_code(tx, edition, named->edition_number, named->serial);
}

}  // namespace expogate::badge
