#include "organization/registration_service.h"

#include "audit/audit.h"
#include "base/text.h"
#include "base/uscc.h"
#include "organization/contact_message.h"
#include "organization/form_service.h"
#include "organization/history.h"
#include "platform/db/refusing_taken.h"

namespace expogate::organization {
namespace {

/// Nobody is signed in yet: a code is bound to what it is for, and to the number it went to.
const std::string code_subject = "registration";

std::string masked_name(const std::string& name) {
  auto characters = characters_of(name);
  return characters.empty() ? "-" : std::string(characters.front()) + "**";
}

account::NewAccount account_of(const Organization& o, const Registration& r) {
  account::NewAccount wanted;
  wanted.kind = account::AccountKind::contact;
  wanted.role = account::Role::contact;
  wanted.login_name = o.uscc.value_or(ascii_lower(r.email));
  wanted.display_name = name_of(o, o.origin == Origin::domestic ? Locale::zh_cn : Locale::en);
  // The code went to one of the two.
  wanted.is_mobile_verified = o.origin == Origin::domestic;
  wanted.is_email_verified = o.origin == Origin::overseas;
  if (!r.mobile.empty()) wanted.mobile = r.mobile;
  if (!r.email.empty()) wanted.email = r.email;
  wanted.scope_level = account::ScopeLevel::organization;
  wanted.organization_id = o.id;
  wanted.password = r.password;
  return wanted;
}

}  // namespace

// ORG-02: who registers a code a second time is told who holds it, and how to get in.
void RegistrationService::refuse_taken(db::Tx& tx, const Caller& caller, const std::string& uscc) {
  if (auto holder = store::find_by_uscc(tx, caller.edition, uscc)) {
    if (holder->state == OrganizationState::rejected) throw Refusal(rejected_before);
    std::string group = "-";
    if (holder->trading_group_id) {
      auto held_by = groups_.find(tx, *holder->trading_group_id);
      group = caller.locale == Locale::en ? held_by->name_en : held_by->name_zh;
    }
    throw Refusal(uscc_taken, {{"group", group},
                               {"contact", masked_name(holder->contact_name)},
                               {"mobile", holder->contact_mobile_masked.value_or("-")}});
  }
  if (accounts_.find_by_login(tx, account::Door::visitor, uscc)) throw Refusal(past_account);
}

account::CodeSent RegistrationService::send_code(const Caller& caller, messaging::Channel channel,
                                                 const std::string& to, const std::string& uscc,
                                                 const std::optional<account::CaptchaAnswer>& captcha) {
  captchas_.require(captcha);
  database_.read([&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    if (!uscc.empty()) refuse_taken(tx, caller, normalized_uscc(uscc));
  });
  return codes_.send(caller, account::CodePurpose::registration, {channel, to, code_subject});
}

void RegistrationService::check(const Caller& caller, const Registration& answered,
                                const std::optional<account::CaptchaAnswer>& captcha) {
  captchas_.require(captcha);
  Organization organization;
  organization.edition_id = caller.edition;
  database_.read([&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    if (!answered.invitation_code.empty()) place_in_group(tx, organization, answered);
    if (!answered.uscc.empty()) refuse_taken(tx, caller, normalized_uscc(answered.uscc));
  });
}

Organization RegistrationService::new_organization(const Caller& caller, const Registration& r) {
  Organization o;
  o.id = new_id<OrganizationId>(clock_.now());
  o.edition_id = caller.edition;
  o.origin = r.origin;
  o.category = r.category;
  o.referral_code = trimmed(r.referral_code);
  o.name_zh = trimmed(r.name_zh);
  o.name_en = trimmed(r.name_en);
  o.country_code = r.origin == Origin::domestic ? "CN" : r.country_code;
  if (r.origin == Origin::domestic) o.uscc = normalized_uscc(r.uscc);
  o.overseas_key = overseas_key_of(o.origin, o);
  o.registered_at = clock_.now();
  set_mobile(o, cipher_, r.mobile);
  set_email(o, cipher_, r.email);
  return o;
}

void RegistrationService::place_in_group(db::Tx& tx, Organization& o, const Registration& r) {
  if (!groups_.has_groups()) return;  // INS-02: the bureau reviews
  if (!r.invitation_code.empty()) {
    auto use = editions_.get_edition(o.edition_id).invitation_code_use;
    if (!may_use_invitation_code(use, r.origin))
      throw ValidationError("invitation_code", invitation_code_not_used);
    o.trading_group_id = groups_.find_by_invitation_code(tx, o.edition_id, r.invitation_code);
    bool is_good =
        o.trading_group_id && (r.origin == Origin::overseas || groups_.is_choosable(tx, *o.trading_group_id));
    if (!is_good) throw ValidationError("invitation_code", invitation_code_wrong);
  } else if (r.origin == Origin::domestic) {
    if (!groups_.is_choosable(tx, *r.trading_group_id))
      throw ValidationError("trading_group_id", group_not_choosable);
    o.trading_group_id = r.trading_group_id;
  }
  if (o.trading_group_id) o.top_group_id = groups_.top_of(tx, *o.trading_group_id);
}

void RegistrationService::number_it(db::Tx& tx, Organization& o) {
  o.serial = store::next_serial(tx);
  o.number = organization_number(o.origin, editions_.get_edition(o.edition_id).number, o.serial);
}

Organization RegistrationService::add(db::Tx& tx, const Caller& caller, Organization o,
                                      const Licence& licence) {
  number_it(tx, o);
  o.licence_id = licence.id;
  store::add(tx, o);
  if (!store::give_licence(tx, licence.id, o.id)) throw ValidationError("licence_id", licence_not_yours);
  file::FileService::keep(tx, licence.file_id);
  store::add_history(
      tx, o.id, o.account_id,
      {HistoryEvent::registered, o.registered_at, name_of(o, Locale::zh_cn), {}, o.state, "", {}});
  audit::record(tx, caller, o.registered_at,
                {"organization_registered", "organization", o.id.text, "单位注册：" + o.number, "null",
                 audit::snapshot(snapshot_of(o))});
  facts_.publish(tx, OrganizationRegistered{o.id});
  return o;
}

Registered RegistrationService::register_organization(const Caller& caller, const Registration& r) {
  if (auto wrong = wrong_fields(r, groups_.has_groups()); !wrong.empty()) throw ValidationError(wrong);
  auto organization = new_organization(caller, r);
  auto licence = database_.read([&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    place_in_group(tx, organization, r);
    if (organization.uscc) refuse_taken(tx, caller, *organization.uscc);
    if (!r.invitation_token.empty()) invitations_.require(tx, r.invitation_token, organization);
    return LicenceService::get_by_token(tx, *r.licence_id, r.licence_token);
  });
  bool is_domestic = r.origin == Origin::domestic;
  codes_.consume(account::CodePurpose::registration,
                 {is_domestic ? messaging::Channel::sms : messaging::Channel::email,
                  is_domestic ? r.mobile : r.email, code_subject},
                 r.code);
  auto prepared = accounts_.prepare(account_of(organization, r));
  organization.account_id = prepared.id;
  auto login_field = is_domestic ? "uscc" : "email";
  return db::refusing_taken("uscc", "uscc", uscc_in_use, [&] {
    return db::refusing_taken("overseas", "name_en", overseas_name_taken, [&] {
      return db::refusing_taken("login", login_field, account::login_name_taken, [&] {
        return database_.write([&](db::Tx& tx) {
          if (organization.uscc) refuse_taken(tx, caller, *organization.uscc);
          accounts_.add_prepared(tx, caller, prepared);
          auto added = add(tx, caller, organization, licence);
          if (!r.invitation_token.empty()) invitations_.use(tx, r.invitation_token, added);
          return Registered{added, prepared,
                            sessions_.begin(tx, prepared, account::SessionStage::full, caller)};
        });
      });
    });
  });
}

std::vector<PastOrganization> RegistrationService::list_past(const Caller& caller) {
  return database_.read([&](db::Tx& tx) {
    std::vector<PastOrganization> past;
    for (auto& o : store::list_past(tx, caller.edition, caller.account))
      past.push_back({o.id, o.edition_id, o.number, o.name_zh, o.name_en, o.state});
    return past;
  });
}

Organization RegistrationService::renew_from(db::Tx& tx, const Caller& caller, const Organization& past) {
  auto now = clock_.now();
  auto fresh = past;
  fresh.id = new_id<OrganizationId>(now);
  fresh.edition_id = caller.edition;
  fresh.past_organization_id = past.id;
  fresh.state = OrganizationState::draft;
  fresh.attendee_count = 0;
  fresh.registered_at = now;
  fresh.submitted_at = fresh.awaiting_since = fresh.decided_at = fresh.exported_at = std::nullopt;
  fresh.version = 1;
  // Sealed values open only in their own row.
  set_mobile(fresh, cipher_, mobile_of(past, cipher_));
  set_email(fresh, cipher_, email_of(past, cipher_));
  if (fresh.trading_group_id && !groups_.is_choosable(tx, *fresh.trading_group_id))
    fresh.trading_group_id = fresh.top_group_id = std::nullopt;
  if (past.licence_id)
    fresh.licence_id = store::copy_licence(tx, *past.licence_id, fresh.edition_id, fresh.id, now);
  number_it(tx, fresh);
  store::add(tx, fresh);
  store::replace_choices(tx, fresh.id, store::list_choices(tx, past.id));
  store::replace_needs(tx, fresh.id, store::list_needs(tx, past.id), now);
  accounts_.change_organization(tx, fresh.account_id, fresh.id);
  store::add_history(tx, fresh.id, fresh.account_id,
                     {HistoryEvent::renewed, now, name_of(fresh, Locale::zh_cn), {}, fresh.state, "", {}});
  audit::record(tx, caller, now,
                {"organization_renewed", "organization", fresh.id.text, "往届单位再次注册：" + fresh.number,
                 "null", audit::snapshot(snapshot_of(fresh))});
  facts_.publish(tx, OrganizationRegistered{fresh.id});
  return fresh;
}

Organization RegistrationService::renew(const Caller& caller) {
  auto begin = [&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    if (store::find_of_account(tx, caller.edition, caller.account)) throw Refusal(already_registered);
    auto past = store::list_past(tx, caller.edition, caller.account);
    if (past.empty()) throw NotFound();
    return renew_from(tx, caller, past.front());
  };
  try {
    return database_.write(begin);
  } catch (const db::Error& error) {
    // Two pages at the same moment: one account runs one organization in an edition.
    if (error.fault() == db::Fault::unique) throw Refusal(already_registered);
    throw;
  }
}

}  // namespace expogate::organization
