#include "attendee/colleague_service.h"

#include "attendee/refusing_second.h"
#include "audit/audit.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"
#include "platform/wire/field_errors.h"

namespace expogate::attendee {
namespace {

using account::ConsentDocument;
using organization::Organization;
using organization::OrganizationService;

std::string context(const ColleagueLinkId& id) {
  return "colleague_links.token|" + id.text;
}

/// What only the organization decides is not taken from a colleague.
AttendeeForm form_of(const Joining& joining) {
  auto form = joining.form;
  form.badge_type = BadgeType::professional;
  form.collection.reset();
  return tidied(form);
}

void refuse_full(db::Tx& tx, const OrganizationId& organization) {
  if (store::count_pending(tx, organization) >= most_pending) throw Refusal(colleagues_full);
}

}  // namespace

OwnColleagueLink ColleagueService::view_of(db::Tx& tx, const OrganizationId& organization) {
  OwnColleagueLink own;
  own.pending_count = store::count_pending(tx, organization);
  auto link = store::find_open_link(tx, organization);
  if (!link) return own;
  // Behind the `#` it reaches neither logs nor other sites.
  own.address = public_url_ + "/join#" + cipher_.open(link->token_sealed, context(link->id));
  own.created_at = link->created_at;
  own.joined_count = link->joined_count;
  return own;
}

OwnColleagueLink ColleagueService::get_own(const Caller& caller) {
  return database_.read([&](db::Tx& tx) { return view_of(tx, OrganizationService::get_own(tx, caller).id); });
}

OwnColleagueLink ColleagueService::open(const Caller& caller) {
  auto renew = [&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    auto own = attendees_.require_own(tx, caller);
    auto now = clock_.now();
    auto token = new_token();
    ColleagueLink link;
    link.id = new_id<ColleagueLinkId>(now);
    link.organization_id = own.id;
    link.token_hash = sha256_hex(token);
    link.token_sealed = cipher_.seal(token, context(link.id));
    link.created_at = now;
    store::close_link(tx, own.id);
    store::add_link(tx, link);
    audit::record(
        tx, caller, now,
        {"colleague_link_opened", "organization", own.id.text, "生成邀请同事的链接：" + own.number});
    return view_of(tx, own.id);
  };
  try {
    return database_.write(renew);
  } catch (const db::Error& error) {
    // Two pages at the same moment: an organization has one open link.
    if (error.fault() == db::Fault::unique) throw Stale();
    throw;
  }
}

OwnColleagueLink ColleagueService::close(const Caller& caller) {
  return database_.write([&](db::Tx& tx) {
    auto own = OrganizationService::get_own(tx, caller);
    if (store::close_link(tx, own.id))
      audit::record(
          tx, caller, clock_.now(),
          {"colleague_link_closed", "organization", own.id.text, "关闭邀请同事的链接：" + own.number});
    return view_of(tx, own.id);
  });
}

ColleagueService::Opened ColleagueService::get_by_token(db::Tx& tx, const Caller& caller,
                                                        const std::string& token) {
  auto link = store::find_open_link_by_token(tx, sha256_hex(token));
  if (!link) throw NotFound();
  auto organization = OrganizationService::get(tx, link->organization_id);
  if (organization.edition_id != caller.edition || !may_have_people(organization)) throw NotFound();
  return {*link, organization};
}

ColleagueInvitation ColleagueService::get_invitation(const Caller& caller, const std::string& token) {
  auto edition = editions_.get_edition(caller.edition);
  return database_.read([&](db::Tx& tx) {
    auto o = get_by_token(tx, caller, token).organization;
    return ColleagueInvitation{o.name_zh,
                               o.name_en,
                               edition.name_zh,
                               edition.name_en,
                               o.origin == organization::Origin::domestic,
                               store::count_pending(tx, o.id) >= most_pending};
  });
}

Photo ColleagueService::upload_photo(const Caller& caller, const std::string& token,
                                     std::string_view picture) {
  auto organization = database_.read([&](db::Tx& tx) {
    auto id = get_by_token(tx, caller, token).organization.id;
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    refuse_full(tx, id);
    if (store::count_loose_photos(tx, id) >= most_loose_photos) throw Refusal(colleagues_full);
    return id;
  });
  return photos_.upload(caller, organization, picture);
}

Attendee ColleagueService::join(const Caller& caller, const std::string& token, const Joining& joining) {
  captchas_.require(joining.captcha);
  database_.read([&](db::Tx& tx) {
    account::require_current(tx, ConsentDocument::privacy_policy, joining.privacy_policy_version);
    account::require_current(tx, ConsentDocument::sensitive_data, joining.sensitive_data_version);
  });
  auto form = form_of(joining);
  auto colleague = caller;
  colleague.name = name_of(form, Locale::zh_cn);
  return refusing_second([&] {
    return database_.write([&](db::Tx& tx) {
      auto [link, organization] = get_by_token(tx, caller, token);
      editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
      auto wrong = wrong_fields_of_colleague(form, attendees_.facts_for(tx, organization));
      // Of a photo that somebody is shown with already the colleague could only have heard.
      if (form.photo_id && store::is_photo_of_others(tx, *form.photo_id, {}))
        wrong.push_back({"photo_id", &photo_not_yours, {}});
      if (!wrong.empty()) throw ValidationError(wrong);
      if (!store::note_joined(tx, link.id)) throw NotFound();
      refuse_full(tx, organization.id);
      auto added = attendees_.add(tx, colleague, organization,
                                  {.form = form, .source = AttendeeSource::colleague, .is_draft = true});
      auto now = clock_.now();
      store::add_consent(tx, added.id, {ConsentDocument::privacy_policy, joining.privacy_policy_version, now},
                         caller.ip);
      store::add_consent(tx, added.id, {ConsentDocument::sensitive_data, joining.sensitive_data_version, now},
                         caller.ip);
      return added;
    });
  });
}

}  // namespace expogate::attendee
