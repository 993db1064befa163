#include <cstdio>

#include "app/commands.h"
#include "app/seed/demo_edition.h"
#include "edition/edition_store.h"

namespace expogate::commands {
namespace {

/// The demonstration's people and organizations are invented: nobody outside is asked about them.
Config asking_nobody(Config config) {
  config.registry.reset();
  config.identity.reset();
  return config;
}

}  // namespace

int seed(const Config& given, const Words& words) {
  auto config = asking_nobody(given);
  bool is_fair = !words.empty() && words[0] == "fair";
  if (words.size() > 3 || (!words.empty() && words[0] != "demo" && !is_fair))
    throw std::runtime_error("seed [demo | fair] [FOLDER] [ORGANIZATIONS]");
  auto folder = words.size() > 1 ? words[1] : std::string("db/seeds");
  int organizations = words.size() > 2 ? std::stoi(words[2]) : 130'000;
  Services services(config);
  bool is_empty = services.database->read([](db::Tx& tx) { return edition::store::list(tx).empty(); });
  if (!is_empty) {
    std::puts("the database has its edition already; nothing was changed");
    return 0;
  }
  seed::seed_fair_pack(services, folder);
  seed::seed_accounts(services, folder);
  auto buyers = seed::seed_attendees(services, folder, seed::seed_organizations(services, folder));
  seed::seed_orders(config, folder, buyers);
  seed::seed_badges(config);
  seed::seed_gates(services);
  seed::seed_quotas(services);
  seed::seed_group_payment(services);
  seed::seed_key_invitees(services);
  seed::seed_notices(services);
  seed::seed_articles(services);
  if (is_fair) seed::seed_fair(services, folder, organizations);
  std::printf("demo edition seeded; the password of every demo account is %s\n", seed::demo_password);
  return 0;
}

}  // namespace expogate::commands
