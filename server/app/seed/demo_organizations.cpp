#include <fstream>
#include <sstream>

#include "app/seed/demo_edition.h"
#include "app/seed/organization_writer.h"
#include "base/sensitive.h"
#include "base/text.h"
#include "organization/claim.h"
#include "organization/organization_store.h"

namespace expogate::seed {
namespace {

using namespace organization;

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

  std::vector<Organization> write() {
    services_.database->write([&](db::Tx& tx) {
      written_.clear();
      write_past(tx);
      write_players(tx);
      for (auto& group : groups_) write_group(tx, group);
      for (int i = 0; i < 24; ++i) write_overseas(tx);
    });
    write_specimens();
    write_claim();
    return written_;
  }

 private:
  Instant moment() {
    return maker_.between(*parse_rfc3339("2025-05-20T00:00:00+08:00"),
                          *parse_rfc3339("2025-10-08T00:00:00+08:00"));
  }
  /// Who waits for people has not waited for months.
  Instant moment(OrganizationState state) {
    if (!awaits_people(state)) return moment();
    return maker_.between(*parse_rfc3339("2025-10-02T00:00:00+08:00"),
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
  }

  /// The accounts that tests and guides sign in with.
  void write_players(db::Tx& tx) {
    auto account_of = [&](const char* name) {
      return services_.accounts.find_by_login(tx, account::Door::visitor, name)->id;
    };
    auto anna = maker_.overseas();
    anna.organization.name_en = "Nordwind Foods GmbH";
    anna.organization.country_code = "DE";
    anna.organization.overseas_key = overseas_key_of(Origin::overseas, anna.organization);
    anna.organization.address = "12 Market Street, Hamburg";
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
      write_one(tx, maker_.domestic(group, category_of(maker_)), state_of(maker_, group.is_subgroup));
  }

  void write_overseas(db::Tx& tx) {
    auto made = maker_.overseas();
    if (maker_.happens(40))
      made.organization.trading_group_id = made.organization.top_group_id = TradingGroupId{"G09"};
    auto state = maker_.happens(50) ? OrganizationState::approved : OrganizationState::awaiting_review;
    write_one(tx, made, state);
  }

  void write_one(db::Tx& tx, const MadeOrganization& made, OrganizationState state) {
    written_.push_back(writer_.write(tx, made, EditionId{"8"}, state, moment(state)));
  }

  /// Licences that a reviewer can look at: drawn, marked as specimens, and read some time ago.
  void write_specimens() {
    for (auto& row : read_tsv(folder_ + "/licences/licences.tsv")) {
      auto picture = add_picture(row.at("file"));
      services_.database->write([&](db::Tx& tx) { write_specimen(tx, row, picture); });
    }
  }

  /// Some wait for people, one plays in the tests, and those of the last edition can come back.
  void write_specimen(db::Tx& tx, const TsvRow& row, const file::File& picture) {
    EditionId edition{row.at("edition")};
    auto state = *enum_value<OrganizationState>(row.at("state"));
    auto at = edition.text == "8" ? moment(state) : *parse_rfc3339("2024-09-01T10:00:00+08:00");
    auto made = maker_.domestic(group(row.at("group")), *enum_value<Category>(row.at("category")));
    if (!row.at("email").empty()) made.email = row.at("email");
    auto& o = made.organization;
    o.name_zh = row.at("name");
    o.uscc = row.at("uscc");
    o.licence_id = write_licence(tx, row, picture, edition, at);
    std::optional<AccountId> player;
    if (auto known = services_.accounts.find_by_login(tx, account::Door::visitor, *o.uscc))
      player = known->id;
    std::optional<Organization> past;
    if (player) past = write_past_of_player(tx, made, *player);
    auto written = writer_.write(tx, made, edition, state, at, past, player);
    organization::store::give_licence(tx, *o.licence_id, written.id);
    if (edition.text == "8") written_.push_back(written);
  }

  /// ORG-02: somebody has registered with the code of somebody else, who asks for it with its licence.
  void write_claim() {
    TsvRow owner{{"file", "claim-1.jpg"},
                 {"uscc", "91310112MDPCE0078G"},
                 {"read_name", "上海虹桥示例医疗器械有限公司"}};
    auto picture = add_picture(owner.at("file"));
    services_.database->write([&](db::Tx& tx) {
      auto at = *parse_rfc3339("2025-10-08T14:05:00+08:00");
      auto made = maker_.domestic(group("G09"), Category::enterprise);
      made.organization.uscc = owner.at("uscc");
      auto holder = writer_.write(tx, made, EditionId{"8"}, OrganizationState::approved, at - days(12));
      ClaimId id = new_id<ClaimId>(at);
      std::string mobile = "13900008801";
      organization::store::add_claim(tx,
                                     {id,
                                      EditionId{"8"},
                                      owner.at("uscc"),
                                      holder.id,
                                      owner.at("read_name"),
                                      "周敏",
                                      services_.cipher.seal(mobile, "uscc_claims.mobile|" + id.text),
                                      mask_mobile(mobile),
                                      "该代码属于我单位，注册时提示已被其他单位使用，请核实营业执照后归还。",
                                      write_licence(tx, owner, picture, EditionId{"8"}, at),
                                      ClaimState::open,
                                      "",
                                      {},
                                      at,
                                      {}});
    });
  }

  file::File add_picture(const std::string& name) {
    std::ifstream file(folder_ + "/licences/" + name, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    Caller caller;
    caller.name = "-";
    caller.edition = EditionId{"8"};
    return services_.files.add_image(caller, "organization_licence", "licence", bytes.str(), licence_rules);
  }

  /// The player came before, so that there are people of past editions to come again (ATT-06).
  std::optional<Organization> write_past_of_player(db::Tx& tx, MadeOrganization made,
                                                   const AccountId& player) {
    made.organization.licence_id.reset();
    std::optional<Organization> last;
    for (auto [edition, registered] :
         {std::pair("4", "2021-08-20T10:00:00+08:00"), std::pair("7", "2024-08-20T10:00:00+08:00")})
      last = writer_.write(tx, made, EditionId{edition}, OrganizationState::approved,
                           *parse_rfc3339(registered), last, player);
    return last;
  }

  LicenceId write_licence(db::Tx& tx, const TsvRow& row, const file::File& picture, const EditionId& edition,
                          Instant at) {
    Recognition read{row.at("uscc"), {row.at("uscc")}, true, row.at("read_name"), {}, 1, 1200};
    for (auto character : characters_of(read.name)) read.name_symbols.push_back({std::string(character), 98});
    Licence licence{new_id<LicenceId>(at), edition, picture.id,     "", {},
                    LicenceState::queued,  {},      picture.sha256, at, {}};
    organization::store::add_licence(tx, licence);
    organization::store::note_recognition(tx, licence.id, LicenceState::recognized, wire::to_json(read), at);
    file::FileService::keep(tx, picture.id);
    return licence.id;
  }

  Services& services_;
  std::string folder_;
  OrganizationMaker maker_;
  OrganizationWriter writer_;
  std::vector<SeedGroup> groups_;
  std::vector<Organization> written_;  ///< of this edition
};

}  // namespace

std::vector<Organization> seed_organizations(Services& services, const std::string& folder) {
  return Demonstration(services, folder).write();
}

}  // namespace expogate::seed
