#include <cstdio>

#include "app/commands.h"
#include "app/seed/demo_edition.h"
#include "edition/edition_store.h"

namespace expogate::commands {

int seed(const Config& config, const Words& words) {
  if (words.size() > 2 || (!words.empty() && words[0] != "demo"))
    throw std::runtime_error("seed [demo] [FOLDER]");
  auto folder = words.size() == 2 ? words[1] : std::string("db/seeds");
  Services services(config);
  bool is_empty = services.database->read([](db::Tx& tx) { return edition::store::list(tx).empty(); });
  if (!is_empty) {
    std::puts("the database has its edition already; nothing was changed");
    return 0;
  }
  seed::seed_editions(services, folder);
  seed::seed_accounts(services, folder);
  seed::seed_organizations(services, folder);
  seed::seed_notices(services);
  std::printf("demo edition seeded; the password of every demo account is %s\n", seed::demo_password);
  return 0;
}

}  // namespace expogate::commands
