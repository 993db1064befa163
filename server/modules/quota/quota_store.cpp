#include "quota/quota_store.h"

#include <fmt/format.h>

#include "organization/registered_name.h"
#include "platform/text/folding.h"

namespace expogate::quota::store {
namespace {

std::string select_organization_quota() {
  return fmt::format(
      "select q.id, q.edition_id, q.trading_group_id, q.uscc, q.organization_id, {} as name, q.staff, q.vip, "
      "q.staff_used, q.vip_used, q.created_at, q.version from organization_quotas q {}",
      organization::shown_name("q.name"), recipient_join);
}

/// One of the counters of a group; its name is a constant of ours.
void add_to(db::Tx& tx, std::string_view counter, const EditionId& edition, const TradingGroupId& group,
            BadgeType type, std::int64_t places) {
  auto sql = fmt::format(
      "update group_quotas set {0} = {0} + $4 where edition_id = $1 and trading_group_id = $2 and badge_type "
      "= $3",
      counter);
  expect(tx.exec(sql, edition, group, type, places) == 1, "whoever gives places has some");
}

}  // namespace

GroupQuota get_group_quota(db::Tx& tx, const EditionId& edition, const TradingGroupId& group,
                           BadgeType type) {
  auto found = tx.one<GroupQuota>(R"(
      select trading_group_id, badge_type, total, to_subgroups, to_organizations, to_upgrades, version
      from group_quotas where edition_id = $1 and trading_group_id = $2 and badge_type = $3)",
                                  edition, group, type);
  if (found) return *found;
  GroupQuota none;
  none.trading_group_id = group;
  none.badge_type = type;
  return none;
}

bool change_total(db::Tx& tx, const EditionId& edition, const GroupQuota& read, std::int64_t total) {
  return tx.exec(R"(
      insert into group_quotas (edition_id, trading_group_id, badge_type, total, to_subgroups, to_organizations,
                                to_upgrades, version)
      values ($1, $2, $3, $4, 0, 0, 0, $5 + 1)
      on conflict (edition_id, trading_group_id, badge_type) do update
        set total = excluded.total, version = excluded.version where group_quotas.version = $5)",
                 edition, read.trading_group_id, read.badge_type, total, read.version) == 1;
}

void add_to_subgroups(db::Tx& tx, const EditionId& edition, const TradingGroupId& group, BadgeType type,
                      std::int64_t places) {
  add_to(tx, "to_subgroups", edition, group, type, places);
}

void add_to_organizations(db::Tx& tx, const EditionId& edition, const TradingGroupId& group, BadgeType type,
                          std::int64_t places) {
  add_to(tx, "to_organizations", edition, group, type, places);
}

void add_to_upgrades(db::Tx& tx, const EditionId& edition, const TradingGroupId& group, BadgeType type,
                     std::int64_t places) {
  add_to(tx, "to_upgrades", edition, group, type, places);
}

void add_used(db::Tx& tx, const OrganizationQuotaId& id, BadgeType type, std::int64_t places) {
  auto column = type == BadgeType::vip ? "vip_used" : "staff_used";
  tx.exec(fmt::format("update organization_quotas set {0} = {0} + $2 where id = $1", column), id, places);
}

std::optional<OrganizationQuota> find_organization_quota(db::Tx& tx, const OrganizationQuotaId& id) {
  return tx.one<OrganizationQuota>(select_organization_quota() + " where q.id = $1", id);
}

std::optional<OrganizationQuota> find_organization_quota(db::Tx& tx, const Recipient& r) {
  auto by = [&](std::string_view column, const std::string& value) {
    return tx.one<OrganizationQuota>(
        fmt::format("{} where q.edition_id = $1 and q.trading_group_id = $2 and q.{} = $3",
                    select_organization_quota(), column),
        r.edition_id, r.trading_group_id, value);
  };
  return r.uscc ? by("uscc", *r.uscc) : by("organization_id", r.organization_id.text);
}

void add_organization_quota(db::Tx& tx, const OrganizationQuota& q) {
  tx.exec(R"(
      insert into organization_quotas (id, edition_id, trading_group_id, uscc, organization_id, name, name_folded,
                                       staff, vip, staff_used, vip_used, created_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10, 1))",
          q.id, q.edition_id, q.trading_group_id, q.uscc, q.organization_id, q.name,
          folded_for_search(q.name), q.staff, q.vip, q.created_at);
}

bool change_organization_quota(db::Tx& tx, const OrganizationQuota& q, std::int64_t version_read) {
  return tx.exec(R"(
      update organization_quotas set name = $3, name_folded = $4, staff = $5, vip = $6, version = version + 1
      where id = $1 and version = $2)",
                 q.id, version_read, q.name, folded_for_search(q.name), q.staff, q.vip) == 1;
}

bool remove_organization_quota(db::Tx& tx, const OrganizationQuotaId& id, std::int64_t version_read) {
  return tx.exec(
             "delete from organization_quotas where id = $1 and version = $2 and staff_used = 0 and vip_used "
             "= 0",
             id, version_read) == 1;
}

void add_place(db::Tx& tx, const Place& p) {
  tx.exec(R"(
      insert into quota_places (attendee_id, edition_id, badge_type, trading_group_id, organization_quota_id, taken_at)
      values ($1, $2, $3, $4, $5, $6))",
          p.attendee_id, p.edition_id, p.badge_type, p.trading_group_id, p.organization_quota_id, p.taken_at);
}

std::optional<Place> remove_place(db::Tx& tx, const std::string& attendee_id) {
  return tx.one<Place>(R"(
      delete from quota_places where attendee_id = $1
      returning attendee_id, edition_id, badge_type, trading_group_id, organization_quota_id, taken_at)",
                       attendee_id);
}

}  // namespace expogate::quota::store
