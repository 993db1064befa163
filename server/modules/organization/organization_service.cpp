#include "organization/organization_service.h"

#include "audit/audit.h"
#include "edition/deadlines.h"
#include "organization/contact_message.h"
#include "organization/organization_store.h"

namespace expogate::organization {

Page<OrganizationRow> OrganizationService::list_organizations(const Caller& caller,
                                                              const OrganizationFilter& filter,
                                                              const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller, filter, page); });
}

OrganizationDetail OrganizationService::get_detail(const Caller& caller, const OrganizationId& id) {
  return database_.read([&](db::Tx& tx) { return detail_of(tx, caller, id); });
}

std::string OrganizationService::get_licence_picture(const Caller& caller, const OrganizationId& id) {
  auto licence = database_.read([&](db::Tx& tx) {
    auto organization = store::get(tx, caller.scope, id);
    return organization.licence_id ? store::find_licence(tx, *organization.licence_id) : std::nullopt;
  });
  if (!licence) throw NotFound();
  return licences_.get_picture(*licence);
}

std::string OrganizationService::unmask(const Caller& caller, const OrganizationId& id, ContactField field,
                                        const std::string& reason) {
  return database_.write([&](db::Tx& tx) {
    auto organization = store::get(tx, caller.scope, id);
    bool is_mobile = field == ContactField::mobile;
    auto value = is_mobile ? mobile_of(organization, cipher_) : email_of(organization, cipher_);
    if (value.empty()) throw NotFound();
    audit::record(tx, caller, clock_.now(),
                  {"contact_unmasked", "organization", id.text,
                   "查看联系人" + std::string(is_mobile ? "手机" : "邮箱") + " " + organization.number +
                       "，理由：" + reason});
    return value;
  });
}

Organization OrganizationService::get_own(const Caller& caller) {
  return database_.read([&](db::Tx& tx) { return get_own(tx, caller); });
}

Organization OrganizationService::get_own(db::Tx& tx, const Caller& caller) {
  auto own = store::find_of_account(tx, caller.edition, caller.account);
  if (!own) throw NotFound();
  return *own;
}

Organization OrganizationService::get(db::Tx& tx, const OrganizationId& id) {
  return store::get(tx, Scope::everything(), id);
}

void OrganizationService::count_attendees(db::Tx& tx, const OrganizationId& id, int more) {
  store::count_attendees(tx, id, more);
}

OrganizationDetail OrganizationService::get_own_detail(const Caller& caller) {
  return database_.read([&](db::Tx& tx) {
    auto own = get_own(tx, caller);
    auto as_owner = caller;
    as_owner.scope.organization = own.id;
    auto detail = detail_of(tx, as_owner, own.id);
    // Its people read what was decided and why, not who of the office did it.
    for (auto& entry : detail.history) entry.actor_name.clear();
    return detail;
  });
}

Progress OrganizationService::get_own_progress(const Caller& caller) {
  return database_.read([&](db::Tx& tx) {
    auto own = get_own(tx, caller);
    auto has_closed = [&](edition::WindowKind kind) {
      return edition::has_closed(tx, caller.edition, kind, clock_.now());
    };
    return progress_of(
        own, store::find_last_verdict(tx, own.id), people_.count(tx, own.id),
        {has_closed(edition::WindowKind::registration), has_closed(edition::WindowKind::payment)});
  });
}

}  // namespace expogate::organization
