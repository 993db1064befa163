#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "account/account_store.h"
#include "account/personal_data.h"
#include "app/seed/demo_edition.h"
#include "app/seed/organization_maker.h"
#include "base/text.h"
#include "base/uscc.h"
#include "organization/contact_message.h"
#include "organization/history.h"
#include "organization/organization_store.h"
#include "organization/sme.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/password_hash.h"

namespace expogate::seed {
namespace {

using namespace organization;

/// Writes made organizations with their accounts into an edition, in whatever state.
class OrganizationWriter {
 public:
  explicit OrganizationWriter(Services& services)
      : services_(services),
        hash_(
            hash_password(demo_password, {.memory_kib = std::size_t(services.config.password_memory_kib)})) {}

  /// Answers it as it was written; a known account is used again.
  Organization write(db::Tx& tx, MadeOrganization made, const EditionId& edition, OrganizationState state,
                     Instant registered_at, const std::optional<Organization>& past = {},
                     const std::optional<AccountId>& account = {}) {
    auto& o = made.organization;
    o.id = new_id<OrganizationId>(registered_at);
    o.edition_id = edition;
    o.state = state;
    o.serial = organization::store::next_serial(tx);
    o.number = organization_number(o.origin, std::stoi(edition.text), o.serial);
    o.registered_at = registered_at;
    if (o.category == Category::enterprise && o.employees && o.turnover_wan)
      o.is_sme = is_small_or_medium(made.form.industries, *o.employees, *o.turnover_wan).value_or(true);
    set_mobile(o, services_.cipher, made.mobile);
    set_email(o, services_.cipher, made.email);
    if (past) o.past_organization_id = past->id;
    if (state != OrganizationState::draft) o.submitted_at = registered_at + hours(26);
    if (awaits_people(state)) o.awaiting_since = *o.submitted_at + hours(3);
    if (state == OrganizationState::approved || state == OrganizationState::rejected)
      o.decided_at = *o.submitted_at + hours(20);
    o.account_id = past ? past->account_id : account ? *account : add_account(tx, o, made);
    organization::store::add(tx, o);
    services_.accounts.change_organization(tx, o.account_id, o.id);
    organization::store::replace_choices(tx, o.id, made.choices);
    organization::store::replace_needs(tx, o.id, made.form.purchase_needs, registered_at);
    add_history(tx, o);
    return o;
  }

 private:
  AccountId add_account(db::Tx& tx, const Organization& o, const MadeOrganization& made) {
    using namespace account;
    Account a;
    a.id = new_id<AccountId>(o.registered_at);
    a.kind = AccountKind::contact;
    a.door = Door::visitor;
    a.login_name = o.uscc.value_or(made.email);
    a.login_key = fold_key(a.login_name);
    a.password_hash = hash_;
    a.display_name = name_of(o, o.origin == Origin::domestic ? Locale::zh_cn : Locale::en);
    a.role = Role::contact;
    a.scope_level = ScopeLevel::organization;
    a.organization_id = o.id;
    a.created_at = o.registered_at;
    a.locale = o.origin == Origin::domestic ? Locale::zh_cn : Locale::en;
    account::set_mobile(a, services_.cipher, made.mobile);
    account::set_email(a, services_.cipher, made.email);
    account::store::add(tx, a);
    return a.id;
  }

  void add_history(db::Tx& tx, const Organization& o) {
    using enum OrganizationState;
    auto add = [&](HistoryEvent event, Instant at, const std::string& actor,
                   std::optional<OrganizationState> before, OrganizationState after,
                   const std::string& opinion = "", std::vector<ReviewReason> reasons = {}) {
      organization::store::add_history(tx, o.id, o.account_id,
                                       {event, at, actor, before, after, opinion, reasons});
    };
    auto own = name_of(o, Locale::zh_cn);
    add(HistoryEvent::registered, o.registered_at, own, {}, draft);
    if (o.state == draft) return;
    auto at = *o.submitted_at;
    add(HistoryEvent::submitted, at, own, draft, submitted);
    bool is_silent = o.state == approved && o.origin == Origin::domestic &&
                     (o.category == Category::enterprise || o.category == Category::institution);
    if (is_silent)
      return add(HistoryEvent::approved_automatically, at + seconds(3), "系统自动审核", submitted, approved,
                 "", {ReviewReason::licence_matches});
    auto reason = o.origin == Origin::overseas ? ReviewReason::overseas
                  : o.category == Category::enterprise || o.category == Category::institution
                      ? ReviewReason::name_differs
                      : ReviewReason::category_for_people;
    add(HistoryEvent::handed_to_people, at + seconds(3), "系统自动审核", submitted, awaiting_review, "",
        {reason});
    if (o.state == awaiting_review) return;
    bool is_in_subgroup = o.trading_group_id != o.top_group_id;
    if (o.state == first_passed || (o.state == approved && is_in_subgroup))
      add(HistoryEvent::passed_first, at + hours(3), "分团审核员", awaiting_review, first_passed);
    auto before = o.state == approved && is_in_subgroup ? first_passed : awaiting_review;
    if (o.state == approved) add(HistoryEvent::approved, at + hours(20), "交易团审核员", before, approved);
    if (o.state == returned)
      add(HistoryEvent::returned, at + hours(20), "交易团审核员", before, returned,
          "单位名称与证照不一致, 请核对后重新提交。");
    if (o.state == rejected)
      add(HistoryEvent::rejected, at + hours(20), "交易团审核员", before, rejected,
          "经核实, 证照已注销, 不符合参会条件。");
  }

  Services& services_;
  std::string hash_;
};

/// How often each state is met, for a group's direct organizations and for those of subgroups.
OrganizationState state_of(OrganizationMaker& maker, bool is_in_subgroup) {
  using enum OrganizationState;
  auto dice = maker.pick(100);
  if (dice < 62) return approved;
  if (dice < 72) return awaiting_review;
  if (dice < 79) return is_in_subgroup ? first_passed : awaiting_review;
  if (dice < 84) return returned;
  if (dice < 87) return rejected;
  return draft;
}

Category category_of(OrganizationMaker& maker) {
  auto dice = maker.pick(100);
  return dice < 78   ? Category::enterprise
         : dice < 88 ? Category::government
         : dice < 95 ? Category::institution
                     : Category::social;
}

class Demonstration {
 public:
  Demonstration(Services& services, const std::string& folder)
      : services_(services),
        folder_(folder),
        maker_(folder, 2025),
        writer_(services),
        groups_(groups_for_organizations(folder)) {}

  void write() {
    services_.database->write([&](db::Tx& tx) {
      write_past(tx);
      write_players(tx);
      for (auto& group : groups_) write_group(tx, group);
      for (int i = 0; i < 24; ++i) write_overseas(tx);
    });
    write_specimens();
  }

 private:
  Instant moment() {
    return maker_.between(*parse_rfc3339("2025-05-20T00:00:00+08:00"),
                          *parse_rfc3339("2025-10-08T18:00:00+08:00"));
  }

  const SeedGroup& group(std::string_view code) const {
    for (auto& group : groups_)
      if (group.id.text == code) return group;
    throw std::runtime_error("no such group: " + std::string(code));
  }

  /// Some came back by themselves; the others can be invited.
  void write_past(db::Tx& tx) {
    auto last_year = *parse_rfc3339("2024-08-01T10:00:00+08:00");
    for (int i = 0; i < 40; ++i) {
      auto made = maker_.domestic(maker_.one_of(groups_), Category::enterprise);
      auto past =
          writer_.write(tx, made, EditionId{"7"}, OrganizationState::approved, last_year + hours(i * 7));
      if (i % 5 < 2) writer_.write(tx, made, EditionId{"8"}, OrganizationState::approved, moment(), past);
    }
    // Who plays the past visitor in tests and guides.
    auto player = maker_.domestic(group("G09"), Category::enterprise);
    player.organization.name_zh = "上海往届示例食品有限公司";
    player.organization.uscc = complete_uscc("91310115", "MAPXT001");
    player.email = "past@danwei.example";
    player.organization.employees = 40;
    player.organization.turnover_wan = 3000;
    writer_.write(tx, player, EditionId{"7"}, OrganizationState::approved, last_year);
  }

  /// The accounts that tests and guides sign in with.
  void write_players(db::Tx& tx) {
    auto acme = maker_.domestic(group("G09"), Category::enterprise);
    acme.organization.name_zh = "上海示例贸易有限公司";
    acme.organization.uscc = "91310115MA1K35XY5H";
    auto account_of = [&](const char* name) {
      return services_.accounts.find_by_login(tx, account::Door::visitor, name)->id;
    };
    writer_.write(tx, acme, EditionId{"8"}, OrganizationState::approved, moment(), {},
                  account_of("91310115MA1K35XY5H"));
    auto anna = maker_.overseas();
    anna.organization.name_en = "Nordwind Foods GmbH";
    anna.organization.country_code = "DE";
    anna.organization.overseas_key = overseas_key_of(Origin::overseas, anna.organization);
    anna.email = "anna@nordwind.example";
    writer_.write(tx, anna, EditionId{"8"}, OrganizationState::returned, moment(), {},
                  account_of("anna@nordwind.example"));
  }

  void write_group(db::Tx& tx, const SeedGroup& group) {
    bool is_shown = group.id.text == "G09" || group.id.text == "G01-09" || group.id.text == "G09-02";
    auto count = is_shown ? 46 : group.top_id.text == "G09" || group.top_id.text == "G01" ? 6 : 2;
    // Those of central enterprises belong to subgroups (GRP-01).
    if (group.id.text == "G38") return;
    for (int i = 0; i < count; ++i)
      writer_.write(tx, maker_.domestic(group, category_of(maker_)), EditionId{"8"},
                    state_of(maker_, group.is_subgroup), moment());
  }

  void write_overseas(db::Tx& tx) {
    auto made = maker_.overseas();
    if (maker_.happens(40))
      made.organization.trading_group_id = made.organization.top_group_id = TradingGroupId{"G09"};
    auto state = maker_.happens(50) ? OrganizationState::approved : OrganizationState::awaiting_review;
    writer_.write(tx, made, EditionId{"8"}, state, moment());
  }

  /// Licences that a reviewer can look at: drawn, marked as specimens, and read some time ago.
  void write_specimens() {
    for (auto& row : read_tsv(folder_ + "/licences/licences.tsv")) {
      std::ifstream file(folder_ + "/licences/" + row.at("file"), std::ios::binary);
      std::ostringstream bytes;
      bytes << file.rdbuf();
      Caller caller;
      caller.name = "-";
      caller.edition = EditionId{"8"};
      auto picture =
          services_.files.add_image(caller, "organization_licence", "licence", bytes.str(), licence_rules);
      services_.database->write([&](db::Tx& tx) { write_specimen(tx, row, picture); });
    }
  }

  void write_specimen(db::Tx& tx, const TsvRow& row, const file::File& picture) {
    auto made = maker_.domestic(group(row.at("group")), *enum_value<Category>(row.at("category")));
    made.organization.name_zh = row.at("name");
    made.organization.uscc = row.at("uscc");
    auto at = moment();
    Recognition read{row.at("uscc"), {row.at("uscc")}, true, row.at("read_name"), {}, 1, 1200};
    for (auto character : characters_of(read.name)) read.name_symbols.push_back({std::string(character), 98});
    Licence licence{new_id<LicenceId>(at),
                    EditionId{"8"},
                    picture.id,
                    "",
                    {},
                    LicenceState::queued,
                    {},
                    picture.sha256,
                    at,
                    {}};
    organization::store::add_licence(tx, licence);
    organization::store::note_recognition(tx, licence.id, LicenceState::recognized, wire::to_json(read), at);
    file::FileService::keep(tx, picture.id);
    made.organization.licence_id = licence.id;
    auto o = writer_.write(tx, made, EditionId{"8"}, OrganizationState::awaiting_review, at);
    organization::store::give_licence(tx, licence.id, o.id);
  }

  Services& services_;
  std::string folder_;
  OrganizationMaker maker_;
  OrganizationWriter writer_;
  std::vector<SeedGroup> groups_;
};

}  // namespace

void seed_organizations(Services& services, const std::string& folder) {
  Demonstration(services, folder).write();
}

}  // namespace expogate::seed
