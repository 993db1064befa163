#include "quota/organization_quota_service.h"

#include "audit/audit.h"
#include "base/uscc.h"
#include "organization/form.h"
#include "organization/registered_name.h"

namespace expogate::quota {
namespace {

struct QuotaSnapshot {
  std::string name;
  std::int64_t staff = 0, vip = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaSnapshot, (), (name, staff, vip))

std::string snapshot_of(const OrganizationQuota& q) {
  return audit::snapshot(QuotaSnapshot{q.name, q.staff, q.vip});
}

/// A quota as a batch names it.
struct QuotaLine {
  OrganizationQuotaId id;
  std::string number, name_zh, name_en;
  OrganizationQuota quota;
};

/// Throws unless the caller works for a group.
const TradingGroupId& group_of(const Caller& caller) {
  if (caller.scope.level != Scope::Level::group) throw NotAllowed();
  return caller.scope.group;
}

std::optional<std::string> checked_uscc(const std::optional<std::string>& typed) {
  if (!typed || typed->empty()) return std::nullopt;
  auto code = normalized_uscc(*typed);
  if (!has_uscc_shape(code)) throw ValidationError("uscc", organization::uscc_malformed);
  return code;
}

/// As it has registered with its code, else as it was typed.
std::string name_of(db::Tx& tx, const OrganizationQuota& quota, const std::string& typed) {
  if (!quota.uscc)
    return organization::name_of(organization::OrganizationService::get(tx, *quota.organization_id),
                                 Locale::zh_cn);
  auto registered = organization::find_registered_name(tx, quota.edition_id, *quota.uscc);
  return registered ? registered->text() : typed;
}

/// Between the group and what it has given to an organization.
void give(db::Tx& tx, const Caller& caller, const OrganizationQuota& before, BadgeType type,
          std::int64_t wanted, Instant now) {
  auto places = wanted - before.given(type);
  if (places == 0) return;
  auto group = group_account(before.edition_id, type, before.trading_group_id);
  auto organization = organization_account(before, type);
  std::string words(enum_words(type, caller.locale));
  if (places < 0) {
    if (!move(tx, caller, {organization, group, -places, "quota_unassigned", before.id.text}, now))
      throw Refusal(quota_in_use, {{"type", words}, {"used", before.used(type)}, {"wanted", wanted}});
  } else if (!move(tx, caller, {group, organization, places, "quota_assigned", before.id.text}, now)) {
    auto own = store::get_group_quota(tx, before.edition_id, before.trading_group_id, type);
    throw Refusal(quota_exhausted, {{"type", words}, {"wanted", places}, {"free", own.free()}});
  }
  store::add_to_organizations(tx, before.edition_id, before.trading_group_id, type, places);
}

}  // namespace

OwnQuota OrganizationQuotaService::get_own(const Caller& caller) {
  return database_.read([&](db::Tx& tx) {
    auto own = organization::OrganizationService::get_own(tx, caller);
    if (!own.trading_group_id) return OwnQuota{};
    auto quota = store::find_organization_quota(
        tx, store::Recipient{own.edition_id, *own.trading_group_id, own.uscc, own.id});
    return quota ? OwnQuota{quota->vip, quota->vip_used, quota->staff, quota->staff_used} : OwnQuota{};
  });
}

Page<OrganizationQuotaRow> OrganizationQuotaService::list(const Caller& caller,
                                                          const OrganizationQuotaFilter& filter,
                                                          const PageRequest& page) {
  return database_.read(
      [&](db::Tx& tx) { return store::list_organization_quotas(tx, caller, filter, page); });
}

std::optional<OrganizationQuota> OrganizationQuotaService::find(db::Tx& tx, const Caller& caller,
                                                                const OrganizationQuotaId& id) {
  auto found = store::find_organization_quota(tx, id);
  bool is_own = found && found->edition_id == caller.edition && found->trading_group_id == group_of(caller);
  return is_own ? found : std::nullopt;
}

OrganizationQuota OrganizationQuotaService::get(db::Tx& tx, const Caller& caller,
                                                const OrganizationQuotaId& id) {
  auto found = find(tx, caller, id);
  if (!found) throw NotFound();
  return *found;
}

OrganizationQuotaRow OrganizationQuotaService::change(db::Tx& tx, const Caller& caller,
                                                      const OrganizationQuota& before,
                                                      const std::string& name, const Places& places) {
  auto now = clock_.now();
  for (auto type : quota_types) give(tx, caller, before, type, places.of(type), now);
  auto after = before;
  after.name = name_of(tx, before, name);
  after.staff = places.staff;
  after.vip = places.vip;
  if (!store::change_organization_quota(tx, after, before.version)) throw Stale();
  audit::record(tx, caller, now,
                {"organization_quota_changed", "organization_quota", before.id.text, "分配额度 " + after.name,
                 snapshot_of(before), snapshot_of(after)});
  return *store::find_row(tx, caller, before.id);
}

QuotaRecipient OrganizationQuotaService::find_recipient(const Caller& caller, const std::string& uscc) {
  auto& group = group_of(caller);
  auto code = checked_uscc(uscc);
  if (!code) throw ValidationError("uscc", wire::field_required);
  return database_.read([&](db::Tx& tx) {
    QuotaRecipient recipient;
    recipient.uscc = *code;
    recipient.is_odd = !has_valid_check(*code);
    if (auto found = organization::find_registered_name(tx, caller.edition, *code)) {
      recipient.registered = found->trading_group_id == group ? Registered::here : Registered::elsewhere;
      recipient.name = found->text();
    }
    auto quota =
        store::find_organization_quota(tx, store::Recipient{caller.edition, group, code, OrganizationId{}});
    if (quota) recipient.quota_id = quota->id;
    return recipient;
  });
}

OrganizationQuotaRow OrganizationQuotaService::add(const Caller& caller, const NewOrganizationQuota& wanted) {
  require_sane(wanted.places);
  OrganizationQuota quota;
  quota.trading_group_id = group_of(caller);
  quota.edition_id = caller.edition;
  quota.uscc = checked_uscc(wanted.uscc);
  if (!quota.uscc) quota.organization_id = wanted.organization_id;
  if (!quota.uscc && !quota.organization_id) throw ValidationError("uscc", quota_whose);
  quota.name = wanted.name;
  quota.created_at = clock_.now();
  quota.id = new_id<OrganizationQuotaId>(quota.created_at);
  return database_.write([&](db::Tx& tx) {
    if (quota.organization_id) {
      auto organization = organization::OrganizationService::get(tx, *quota.organization_id);
      if (organization.trading_group_id != quota.trading_group_id || organization.uscc)
        throw ValidationError("organization_id", quota_whose);
    }
    store::Recipient recipient{quota.edition_id, quota.trading_group_id, quota.uscc,
                               quota.organization_id.value_or(OrganizationId{})};
    if (store::find_organization_quota(tx, recipient)) throw ValidationError("uscc", quota_taken);
    quota.name = name_of(tx, quota, wanted.name);
    store::add_organization_quota(tx, quota);
    return change(tx, caller, quota, quota.name, wanted.places);
  });
}

OrganizationQuotaRow OrganizationQuotaService::change(const Caller& caller, const OrganizationQuotaId& id,
                                                      const std::string& name, const Places& places,
                                                      std::int64_t version) {
  require_sane(places);
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, id);
    if (before.version != version) throw Stale();
    return change(tx, caller, before, name, places);
  });
}

void OrganizationQuotaService::remove(const Caller& caller, const OrganizationQuotaId& id,
                                      std::int64_t version) {
  database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, id);
    if (before.version != version) throw Stale();
    if (auto used = before.staff_used + before.vip_used; used > 0)
      throw Refusal(quota_used, {{"used", used}});
    auto now = clock_.now();
    for (auto type : quota_types) give(tx, caller, before, type, 0, now);
    if (!store::remove_organization_quota(tx, id, version)) throw Stale();
    audit::record(tx, caller, now,
                  {"organization_quota_removed", "organization_quota", id.text, "收回额度 " + before.name,
                   snapshot_of(before), "null"});
  });
}

std::vector<wire::BatchOutcome> OrganizationQuotaService::change_many(
    const Caller& caller, const std::vector<OrganizationQuotaId>& ids, const Places& places) {
  wire::require_batch("quotas", ids);
  require_sane(places);
  return database_.write([&](db::Tx& tx) {
    std::vector<QuotaLine> found;
    for (auto& id : ids)
      if (auto quota = find(tx, caller, id))
        found.push_back({id, quota->uscc.value_or(""), quota->name, "", *quota});
    return wire::do_each(tx, ids, found, caller.locale, [&](const QuotaLine& line) {
      change(tx, caller, line.quota, line.quota.name, places);
    });
  });
}

}  // namespace expogate::quota
