#include "fair.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "account/consent_store.h"
#include "app/seed/attendee_maker.h"
#include "app/seed/demo_edition.h"
#include "app/seed/organization_writer.h"
#include "attendee/photo.h"
#include "seeded_random.h"

namespace expogate::operations {
namespace {

const std::string seeds = EXPOGATE_SEEDS;

Config config_of(const std::string& database, const std::filesystem::path& folder) {
  auto ring = folder / "keys.txt";
  std::ofstream(ring) << new_key_ring_text();
  std::filesystem::permissions(ring,
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  Config config;
  config.database = {.url = database, .connections = 4, .is_synchronous = false};
  config.public_url = "https://fair.example";
  config.data_folder = folder / "files";
  config.key_ring = ring;
  config.password_memory_kib = 64;
  // Codes need a way to their readers: here the demonstration's outbox.
  config.is_demo = true;
  return config;
}

}  // namespace

Fair::Fair(db::Engine engine, std::uint64_t seed, int participants, std::size_t people) : database_(engine) {
  seed_random_bytes(seed);
  auto clock = std::make_unique<TestClock>();
  clock_ = clock.get();
  services_ = std::make_unique<Services>(config_of(database_.url(), folder_.path()), std::move(clock));
  introduce_providers(seed);
  seed::seed_fair_pack(*services_, EXPOGATE_FAIR);
  seed::seed_accounts(*services_, seeds);
  open_for_ever();
  add_options();
  open_offices();
  add_participants(seed, participants, people);
  office_.account = services_->database->read(
      [&](db::Tx& tx) { return services_->accounts.find_by_login(tx, account::Door::bureau, "bureau")->id; });
  office_.name = "bureau";
  office_.permissions.set();
  office_.scope = Scope::everything();
  office_.edition = EditionId{"8"};
}

void Fair::introduce_providers(std::uint64_t seed) {
  services_->gateways.clear();
  for (auto channel : online) {
    auto provider = std::make_unique<TestProvider>(seed + std::uint64_t(channel), *clock_);
    providers_[channel] = provider.get();
    services_->gateways[channel] = {std::move(provider)};
  }
}

/// A long run lives through years; what closes by the calendar has tests of its own.
void Fair::open_for_ever() {
  services_->database->write([](db::Tx& tx) {
    tx.exec("update edition_windows set opens_at = 0, closes_at = $1 where edition_id = '8'",
            TestClock::start + days(36500));
  });
}

void Fair::add_options() {
  auto priced = services_->database->read(
      [](db::Tx& tx) { return edition::EntryOptionService::list(tx, EditionId{"8"}); });
  for (auto& one : priced) {
    options_.push_back(one.option.id);
    fees_.push_back(*edition::fee_of(
        one.prices,
        {edition::BadgeType::professional, edition::RegionType::mainland, false, CivilDate{"2025-10-01"}}));
  }
}

void Fair::open_offices() {
  struct Line {
    const char *code, *login;
    std::optional<std::size_t> parent;
  };
  static const Line lines[] = {{"G01", "beijingjiaoyituan", {}},
                               {"G01-01", "beijingguoyouqiyefentuan", 0},
                               {"G01-09", "beijinghaidianfentuan", 0},
                               {"G09", "shanghaijiaoyituan", {}}};
  for (auto& line : lines) {
    auto account = services_->database->read([&](db::Tx& tx) {
      return services_->accounts.find_by_login(tx, account::Door::group, line.login)->id;
    });
    auto caller = services_->sessions.find_caller(account, EditionId{"8"}, Locale::zh_cn);
    offices_.push_back({TradingGroupId{line.code}, line.parent, caller.value()});
  }
}

std::string Fair::newest_code() {
  auto body = services_->messages.list_readable(std::nullopt, {1, 1, ""}).items.at(0).body;
  static const std::regex six_digits("[0-9]{6}");
  std::smatch found;
  expect(std::regex_search(body, found, six_digits), "the newest message is a code");
  return found.str();
}

void Fair::add_participants(std::uint64_t seed, int count, std::size_t people) {
  seed::OrganizationMaker organizations(seeds, seed);
  seed::OrganizationWriter writer(*services_);
  auto groups = seed::groups_for_organizations(seeds);
  std::ifstream file(seeds + "/photos/man-1.jpg", std::ios::binary);
  std::ostringstream photo;
  photo << file.rdbuf();
  std::vector<organization::Organization> written;
  for (int i = 0; i < count; ++i) {
    auto office = std::size_t(i) % offices_.size();
    auto& group =
        *std::find_if(groups.begin(), groups.end(), [&](auto& one) { return one.id == offices_[office].id; });
    auto made = organizations.domestic(group, organization::Category::enterprise);
    auto picture =
        services_->files.add_bytes(office_, {"attendee_photo", "photo", "image/jpeg"}, photo.str());
    auto o = services_->database->write([&](db::Tx& tx) {
      auto one =
          writer.write(tx, made, EditionId{"8"}, organization::OrganizationState::approved, clock_->now());
      Caller contact;
      contact.account = one.account_id;
      account::store::add_consent(tx, contact, {account::ConsentDocument::sensitive_data, 1, clock_->now()});
      file::FileService::keep(tx, picture.id);
      attendee::store::add_photo(tx, {picture.id, one.id, 1});
      return one;
    });
    auto contact = services_->sessions.find_caller(o.account_id, EditionId{"8"}, Locale::zh_cn);
    participants_.push_back({o.id, o.uscc.value(), office, contact.value(), picture.id});
    written.push_back(o);
  }
  seed::AttendeeMaker maker(seeds, seed);
  std::set<std::string> documents;
  while (people_.size() < people) {
    auto person = maker.person(written[people_.size() % written.size()]);
    if (!documents.insert(person.document_number).second) continue;
    person.collection = attendee::Collection::onsite;
    people_.push_back(person);
  }
}

}  // namespace expogate::operations
