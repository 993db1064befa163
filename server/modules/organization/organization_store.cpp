#include "organization/organization_store.h"

#include "organization/erasure.h"

#include <fmt/format.h>

#include "platform/db/search_index.h"
#include "platform/text/folding.h"

namespace expogate::organization::store {
namespace {

constexpr std::string_view columns =
    "o.id, o.edition_id, o.serial, o.number, o.account_id, o.past_organization_id, o.origin, o.category, "
    "o.state, o.trading_group_id, o.top_group_id, o.referral_code, o.uscc, o.overseas_key, o.name_zh, "
    "o.name_en, o.country_code, o.province_code, o.city_code, o.district_code, o.address, o.website, "
    "o.employees, o.turnover_wan, o.is_sme, o.is_listed, o.ownership_code, o.registered_capital_code, "
    "o.import_volume_code, o.purchase_1y_code, o.purchase_5y_code, o.import_goods, o.contact_name, "
    "o.contact_title, o.contact_department, o.contact_position, o.contact_telephone, "
    "o.contact_mobile_sealed, o.contact_mobile_masked, o.contact_email_sealed, o.contact_email_masked, "
    "o.licence_id, o.attendee_count, o.registered_at, o.submitted_at, o.awaiting_since, o.decided_at, "
    "o.exported_at, o.version";

std::string select(std::string_view rest) {
  return fmt::format("select {} from organizations o {}", columns, rest);
}

/// Both names; between them stands what no folded name contains.
std::string searched_name(const Organization& o) {
  return folded_for_search(o.name_zh) + " " + folded_for_search(o.name_en);
}

void put_in_search(db::Tx& tx, const Organization& o) {
  auto name = searched_name(o), address = folded_for_search(o.address);
  db::SearchField fields[] = {{"name", name}, {"address", address}};
  db::put_in_search(tx, "organization_search", o.serial, fields);
}

}  // namespace

Reach reach_of(const Scope& scope) {
  return expogate::reach_of(scope, {"o.id", "o.trading_group_id", "o.top_group_id"});
}

std::optional<Organization> find(db::Tx& tx, const Scope& scope, const OrganizationId& id) {
  auto reach = reach_of(scope);
  return tx.one<Organization>(select("where o.id = $1 and " + reach.numbered(2)), id, reach.id);
}

std::vector<Organization> list_by_ids(db::Tx& tx, const Scope& scope,
                                      const std::vector<OrganizationId>& ids) {
  if (ids.empty()) return {};
  db::ListQuery query("organizations o", columns);
  query.where_reached(reach_of(scope)).where_in("o.id", ids).order_by("", {}, "o.serial", "o.serial");
  return query.all<Organization>(tx);
}

Organization get(db::Tx& tx, const Scope& scope, const OrganizationId& id) {
  auto found = find(tx, scope, id);
  if (!found) throw NotFound();
  return *found;
}

std::optional<Organization> find_of_account(db::Tx& tx, const EditionId& edition, const AccountId& account) {
  return tx.one<Organization>(select("where o.edition_id = $1 and o.account_id = $2"), edition, account);
}

std::vector<Organization> list_past(db::Tx& tx, const EditionId& edition, const AccountId& account) {
  return tx.query<Organization>(
      select("where o.edition_id <> $1 and o.account_id = $2 order by o.registered_at desc"), edition,
      account);
}

std::optional<Organization> find_by_uscc(db::Tx& tx, const EditionId& edition, std::string_view uscc) {
  return tx.one<Organization>(select("where o.edition_id = $1 and o.uscc = $2"), edition, uscc);
}

std::optional<Organization> find_by_overseas_key(db::Tx& tx, const EditionId& edition, std::string_view key) {
  return tx.one<Organization>(select("where o.edition_id = $1 and o.overseas_key = $2"), edition, key);
}

bool was_approved_before(db::Tx& tx, const EditionId& edition, std::string_view uscc,
                         std::string_view name_folded) {
  auto names = tx.query<std::string>(
      "select name_zh from organizations where uscc = $1 and edition_id <> $2 and state = 'approved'", uscc,
      edition);
  for (auto& name : names)
    if (folded_name(name) == name_folded) return true;
  return false;
}

std::vector<Organization> list_by_rows(db::Tx& tx, const std::vector<OrganizationRow>& rows) {
  if (rows.empty()) return {};
  std::vector<std::int64_t> serials;
  for (auto& row : rows) serials.push_back(row.serial);
  db::ListQuery query("organizations o", columns);
  query.where_in("o.serial", serials).order_by("", {}, "o.serial", "o.serial");
  return query.all<Organization>(tx);
}

std::int64_t serial_of(db::Tx& tx, const OrganizationId& id) {
  return tx.value<std::int64_t>("select serial from organizations where id = $1", id);
}

std::int64_t next_serial(db::Tx& tx) {
  return tx.value<std::int64_t>(R"(
      insert into serial_numbers (name, last) values ('organizations', 1)
      on conflict (name) do update set last = serial_numbers.last + 1 returning last)");
}

void add(db::Tx& tx, const Organization& o) {
  tx.exec(R"(
      insert into organizations (
        id, edition_id, serial, number, account_id, past_organization_id, origin, category, state, trading_group_id,
        top_group_id, referral_code, uscc, overseas_key, name_zh, name_en, country_code, province_code, city_code,
        district_code, address, website, employees, turnover_wan, is_sme, is_listed, ownership_code,
        registered_capital_code, import_volume_code, purchase_1y_code, purchase_5y_code, import_goods, contact_name,
        contact_title, contact_department, contact_position, contact_telephone, contact_mobile_sealed,
        contact_mobile_masked, contact_email_sealed, contact_email_masked, licence_id, attendee_count, registered_at,
        submitted_at, awaiting_since, decided_at, exported_at, version, name_folded, address_folded)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
              $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44,
              $45, $46, $47, $48, $49, $50, $51))",
          o.id, o.edition_id, o.serial, o.number, o.account_id, o.past_organization_id, o.origin, o.category,
          o.state, o.trading_group_id, o.top_group_id, o.referral_code, o.uscc, o.overseas_key, o.name_zh,
          o.name_en, o.country_code, o.province_code, o.city_code, o.district_code, o.address, o.website,
          o.employees, o.turnover_wan, o.is_sme, o.is_listed, o.ownership_code, o.registered_capital_code,
          o.import_volume_code, o.purchase_1y_code, o.purchase_5y_code, o.import_goods, o.contact_name,
          o.contact_title, o.contact_department, o.contact_position, o.contact_telephone,
          o.contact_mobile_sealed, o.contact_mobile_masked, o.contact_email_sealed, o.contact_email_masked,
          o.licence_id, o.attendee_count, o.registered_at, o.submitted_at, o.awaiting_since, o.decided_at,
          o.exported_at, o.version, searched_name(o), folded_for_search(o.address));
  put_in_search(tx, o);
}

bool change(db::Tx& tx, const Organization& o, std::int64_t version_read) {
  bool is_done =
      tx.exec(R"(
      update organizations set
        category = $3, trading_group_id = $4, top_group_id = $5, referral_code = $6, uscc = $7, overseas_key = $8,
        name_zh = $9, name_en = $10, country_code = $11, province_code = $12, city_code = $13, district_code = $14,
        address = $15, website = $16, employees = $17, turnover_wan = $18, is_sme = $19, is_listed = $20,
        ownership_code = $21, registered_capital_code = $22, import_volume_code = $23, purchase_1y_code = $24,
        purchase_5y_code = $25, import_goods = $26, contact_name = $27, contact_title = $28, contact_department = $29,
        contact_position = $30, contact_telephone = $31, contact_mobile_sealed = $32, contact_mobile_masked = $33,
        contact_email_sealed = $34, contact_email_masked = $35, licence_id = $36, submitted_at = $37,
        name_folded = $38, address_folded = $39, version = version + 1
      where id = $1 and version = $2)",
              o.id, version_read, o.category, o.trading_group_id, o.top_group_id, o.referral_code, o.uscc,
              o.overseas_key, o.name_zh, o.name_en, o.country_code, o.province_code, o.city_code,
              o.district_code, o.address, o.website, o.employees, o.turnover_wan, o.is_sme, o.is_listed,
              o.ownership_code, o.registered_capital_code, o.import_volume_code, o.purchase_1y_code,
              o.purchase_5y_code, o.import_goods, o.contact_name, o.contact_title, o.contact_department,
              o.contact_position, o.contact_telephone, o.contact_mobile_sealed, o.contact_mobile_masked,
              o.contact_email_sealed, o.contact_email_masked, o.licence_id, o.submitted_at, searched_name(o),
              folded_for_search(o.address)) == 1;
  if (is_done) put_in_search(tx, o);
  return is_done;
}

bool change_state(db::Tx& tx, const OrganizationId& id, OrganizationState from, OrganizationState to,
                  Instant now) {
  auto awaiting_since = awaits_people(to) ? std::optional(now) : std::nullopt;
  bool is_decided = to == OrganizationState::approved || to == OrganizationState::rejected;
  return tx.exec(R"(
      update organizations set state = $3, awaiting_since = $4, decided_at = $5, version = version + 1
      where id = $1 and state = $2)",
                 id, from, to, awaiting_since, is_decided ? std::optional(now) : std::nullopt) == 1;
}

void count_attendees(db::Tx& tx, const OrganizationId& id, int more) {
  tx.exec("update organizations set attendee_count = attendee_count + $2 where id = $1", id, more);
}

bool change_group(db::Tx& tx, const Organization& o, std::int64_t version_read) {
  return tx.exec(R"(
      update organizations set trading_group_id = $3, top_group_id = $4, version = version + 1
      where id = $1 and version = $2)",
                 o.id, version_read, o.trading_group_id, o.top_group_id) == 1;
}

void remove_uscc(db::Tx& tx, const OrganizationId& id) {
  tx.exec("update organizations set uscc = null where id = $1", id);
}

void note_export(db::Tx& tx, const std::vector<OrganizationId>& ids, Instant now) {
  std::vector<std::vector<db::Param>> rows;
  for (auto& id : ids) rows.push_back({db::to_param(id), db::to_param(now)});
  tx.batch("update organizations set exported_at = $2 where id = $1", rows);
}

std::vector<Choice> list_choices(db::Tx& tx, const OrganizationId& id) {
  return tx.query<Choice>(
      "select kind, code, is_chosen from organization_choices where organization_id = $1 order by kind, code",
      id);
}

struct ChoiceOf : Choice {
  OrganizationId organization_id;
};
BOOST_DESCRIBE_STRUCT(ChoiceOf, (Choice), (organization_id))

std::map<OrganizationId, std::vector<Choice>> list_choices(db::Tx& tx,
                                                           const std::vector<OrganizationId>& ids) {
  std::map<OrganizationId, std::vector<Choice>> choices;
  if (ids.empty()) return choices;
  db::ListQuery query("organization_choices", "organization_id, kind, code, is_chosen");
  query.where_in("organization_id", ids).where("is_chosen = ?", true);
  for (auto& choice : query.all<ChoiceOf>(tx)) choices[choice.organization_id].push_back(choice);
  return choices;
}

void replace_choices(db::Tx& tx, const OrganizationId& id, const std::vector<Choice>& choices) {
  tx.exec("delete from organization_choices where organization_id = $1", id);
  std::vector<std::vector<db::Param>> rows;
  for (auto& c : choices)
    rows.push_back({db::to_param(id), db::to_param(c.kind), db::to_param(c.code), db::to_param(c.is_chosen)});
  tx.batch(
      "insert into organization_choices (organization_id, kind, code, is_chosen) values ($1, $2, $3, $4)",
      rows);
}

std::vector<PurchaseNeed> list_needs(db::Tx& tx, const OrganizationId& id) {
  return tx.query<PurchaseNeed>(
      "select area_code, description, is_published from purchase_needs where organization_id = $1 order by "
      "position",
      id);
}

void replace_needs(db::Tx& tx, const OrganizationId& id, const std::vector<PurchaseNeed>& needs,
                   Instant now) {
  tx.exec("delete from purchase_needs where organization_id = $1", id);
  int position = 0;
  for (auto& need : needs)
    tx.exec(R"(
        insert into purchase_needs (id, organization_id, position, area_code, description, is_published)
        values ($1, $2, $3, $4, $5, $6))",
            new_id_text(now), id, position++, need.area_code, need.description, need.is_published);
}

}  // namespace expogate::organization::store

namespace expogate::organization {

std::vector<Organization> organizations_of(db::Tx& tx, const AccountId& account) {
  return store::list_past(tx, {}, account);
}

void release_codes(db::Tx& tx, const OrganizationId& id) {
  tx.exec("update organizations set uscc = null, overseas_key = null, version = version + 1 where id = $1",
          id);
}

}  // namespace expogate::organization
