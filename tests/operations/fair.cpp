#include "fair.h"

#include <fstream>
#include <sstream>

#include "account/consent_store.h"
#include "app/seed/attendee_maker.h"
#include "app/seed/demo_edition.h"
#include "app/seed/organization_writer.h"
#include "attendee/photo.h"
#include "seeded_random.h"

namespace expogate::operations {
namespace {

/// Few enough that organizations get in each other's way (ATT-03).
constexpr int people_of_the_fair = 120;
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
  return config;
}

}  // namespace

Fair::Fair(db::Engine engine, std::uint64_t seed, int participants) : database_(engine) {
  seed_random_bytes(seed);
  auto clock = std::make_unique<TestClock>();
  clock_ = clock.get();
  services_ = std::make_unique<Services>(config_of(database_.url(), folder_.path()), std::move(clock));
  introduce_providers(seed);
  seed::seed_editions(*services_, seeds);
  seed::seed_accounts(*services_, seeds);
  open_for_ever();
  add_options();
  add_participants(seed, participants);
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

void Fair::add_participants(std::uint64_t seed, int count) {
  seed::OrganizationMaker organizations(seeds, seed);
  seed::OrganizationWriter writer(*services_);
  auto groups = seed::groups_for_organizations(seeds);
  std::ifstream file(seeds + "/photos/man-1.jpg", std::ios::binary);
  std::ostringstream photo;
  photo << file.rdbuf();
  std::vector<organization::Organization> written;
  for (int i = 0; i < count; ++i) {
    auto made = organizations.domestic(groups[i % groups.size()], organization::Category::enterprise);
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
    participants_.push_back({o.id, contact.value(), picture.id});
    written.push_back(o);
  }
  seed::AttendeeMaker maker(seeds, seed);
  while (people_.size() < people_of_the_fair) {
    auto person = maker.person(written[people_.size() % written.size()]);
    person.collection = attendee::Collection::onsite;
    people_.push_back(person);
  }
}

}  // namespace expogate::operations
