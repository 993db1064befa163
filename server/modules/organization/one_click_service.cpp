#include "organization/one_click_service.h"

#include "audit/audit.h"
#include "edition/deadlines.h"
#include "organization/contact_message.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"

namespace expogate::organization {

struct InvitationPayload {
  EditionId edition_id, past_edition_id;
};
BOOST_DESCRIBE_STRUCT(InvitationPayload, (), (edition_id, past_edition_id))

namespace {

const messaging::MessageTemplate invitation_template{
    "one_click_invitation", "一键注册 {edition}", "One-click registration for {edition_en}",
    "尊敬的 {contact}：\n\n{organization} 曾注册往届展会。请打开以下链接，核对往届信息并一键注册 "
    "{edition}:\n{link}\n\n"
    "链接仅供贵单位使用一次，有效期至 {until}。请勿转发。",
    "Dear {contact},\n\n{organization} registered for a previous edition. Please use the link below to check "
    "your details and register for {edition_en} with one click:\n{link}\n\nThe link is for your organization "
    "only, can be used once and is valid until {until}. Please do not forward it."};

constexpr int piece = 100;

}  // namespace

EditionId OneClickService::last_edition(const EditionId& id) {
  auto edition = editions_.get_edition(id);
  const edition::Edition* last = nullptr;
  auto all = editions_.list_editions();
  for (auto& other : all)
    if (other.number < edition.number && (!last || other.number > last->number)) last = &other;
  if (!last) throw NotFound();
  return last->id;
}

OneClickCounts OneClickService::count(const Caller& caller) {
  auto past = last_edition(caller.edition);
  return database_.read(
      [&](db::Tx& tx) { return store::count_links(tx, caller.edition, past, clock_.now()); });
}

JobId OneClickService::invite_later(const Caller& caller) {
  auto past = last_edition(caller.edition);
  return database_.write([&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    auto now = clock_.now();
    audit::record(tx, caller, now,
                  {"one_click_invited", "edition", caller.edition.text, "发送一键注册邀请邮件"});
    return jobs::add_job(tx, invitation_job, wire::to_json(InvitationPayload{caller.edition, past}), now,
                         now);
  });
}

void OneClickService::invite_one(db::Tx& tx, const EditionId& edition_id, const OrganizationId& past_id) {
  auto past = store::get(tx, Scope::everything(), past_id);
  auto now = clock_.now();
  auto token = new_token();
  auto ends_at =
      edition::no_later_than(tx, edition_id, edition::WindowKind::registration, now + one_click_lifetime);
  store::replace_links(tx, edition_id, past_id);
  store::add_link(tx, {new_id<OneClickLinkId>(now),
                       edition_id,
                       past_id,
                       sha256_hex(token),
                       LinkState::sent,
                       now,
                       ends_at,
                       {},
                       {}});
  auto edition = editions_.get_edition(edition_id);
  auto locale = past.origin == Origin::domestic ? Locale::zh_cn : Locale::en;
  // Behind the `#` it reaches neither logs nor other sites.
  messages_.send_later(tx,
                       {messaging::Channel::email,
                        email_of(past, cipher_),
                        locale,
                        {{"contact", past.contact_name},
                         {"organization", name_of(past, locale)},
                         {"edition", edition.name_zh},
                         {"edition_en", edition.name_en},
                         {"link", public_url_ + "/register/one_click#" + token},
                         {"until", fair_text(ends_at - milliseconds(1))}},
                        messaging::bureau_list},
                       invitation_template);
}

/// A piece is a transaction of its own: whatever interrupts it, nobody is invited twice.
void OneClickService::invite(const jobs::JobRow& job, jobs::Progress& progress) {
  auto payload = wire::from_json<InvitationPayload>(job.payload);
  OrganizationId last;
  auto total = database_.read([&](db::Tx& tx) {
    return store::count_links(tx, payload.edition_id, payload.past_edition_id, clock_.now()).invitable;
  });
  for (std::int64_t done = 0;; progress.tell(done, total)) {
    auto ids = database_.write([&](db::Tx& tx) {
      auto found =
          store::list_invitable(tx, payload.edition_id, payload.past_edition_id, last, clock_.now(), piece);
      for (auto& id : found) invite_one(tx, payload.edition_id, id);
      return found;
    });
    if (ids.empty()) return;
    last = ids.back();
    done += std::int64_t(ids.size());
  }
}

OneClickLink OneClickService::get_link(db::Tx& tx, const Caller& caller, const std::string& token) {
  auto link = store::find_link(tx, sha256_hex(token), clock_.now());
  if (!link || link->edition_id != caller.edition) throw Refusal(link_invalid);
  return *link;
}

OneClickPreview OneClickService::preview(const Caller& caller, const std::string& token) {
  return database_.read([&](db::Tx& tx) {
    auto link = get_link(tx, caller, token);
    auto past = store::get(tx, Scope::everything(), link.past_organization_id);
    OneClickPreview shown{past.name_zh, past.name_en, past.contact_name,          "",
                          "",           past.uscc,    past.contact_mobile_masked, link.expires_at,
                          false};
    if (past.trading_group_id)
      if (auto group = groups_.find(tx, *past.trading_group_id)) {
        shown.group_name_zh = group->name_zh;
        shown.group_name_en = group->name_en;
      }
    shown.is_complete = forms_.is_complete(tx, past, caller.edition);
    return shown;
  });
}

Organization OneClickService::confirm(const Caller& caller, const std::string& token, int consent_version) {
  return database_.write([&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    auto link = get_link(tx, caller, token);
    if (!store::use_link(tx, link.id, clock_.now())) throw Refusal(link_invalid);
    auto past = store::get(tx, Scope::everything(), link.past_organization_id);
    if (!forms_.is_complete(tx, past, caller.edition)) throw Refusal(data_incomplete);
    if (store::find_of_account(tx, caller.edition, past.account_id)) throw Refusal(already_registered);
    // The link speaks for the contact's account, and for nothing but this.
    auto contact = caller;
    contact.account = past.account_id;
    contact.name = name_of(past, Locale::zh_cn);
    consents_.give(contact, account::ConsentDocument::privacy_policy, consent_version);
    auto fresh = registrations_.renew_from(tx, contact, past);
    store::note_registration(tx, link.id, fresh.id);
    forms_.submit_form(tx, contact, fresh, tidied(forms_.get_submitted(tx, fresh), fresh.origin));
    return store::get(tx, Scope::everything(), fresh.id);
  });
}

}  // namespace expogate::organization
