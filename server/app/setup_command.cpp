#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "account/account_store.h"
#include "app/commands.h"
#include "app/fair_pack/pack_application.h"
#include "app/operator_caller.h"
#include "app/services.h"
#include "app/waiting_room.h"
#include "edition/edition_store.h"
#include "platform/crypto/key_ring.h"
#include "platform/db/migrations.h"

namespace expogate::commands {

account::NewAccount new_administrator(const std::string& name, std::string contact);

namespace {

void say(const std::string& line) {
  std::printf("%s\n", line.c_str());
}

/// What a first installation must know; asked on a terminal where the command line did not say it.
struct Wishes {
  std::string fair, administrator, contact;
};

Wishes read_wishes(const Words& words) {
  Wishes wishes;
  for (std::size_t i = 0; i < words.size(); i += 2) {
    auto* target = words[i] == "--fair"      ? &wishes.fair
                   : words[i] == "--admin"   ? &wishes.administrator
                   : words[i] == "--contact" ? &wishes.contact
                                             : nullptr;
    if (!target || i + 1 == words.size())
      throw std::runtime_error("setup [--fair FOLDER] [--admin NAME] [--contact MOBILE_OR_EMAIL]");
    *target = words[i + 1];
  }
  return wishes;
}

void ask(std::string& answer, const char* question, const char* flag) {
  if (!answer.empty()) return;
  if (!isatty(STDIN_FILENO)) throw std::runtime_error(std::string("say ") + flag + ": " + question);
  std::printf("%s: ", question);
  std::fflush(stdout);
  std::getline(std::cin, answer);
  if (answer.empty()) throw std::runtime_error("nothing was typed; nothing was done");
}

/// Made readable for its owner alone before anything is in it.
void set_up_key_ring(const Config& config) {
  if (config.key_ring.empty()) {
    KeyRing::from_environment("EXPOGATE_KEY_RING");
    return say("key ring      from the environment");
  }
  if (std::filesystem::exists(config.key_ring)) {
    KeyRing::from_file(config.key_ring);
    return say("key ring      is there: " + config.key_ring);
  }
  auto folder = std::filesystem::path(config.key_ring).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder);
  auto before = umask(0077);
  std::ofstream file(config.key_ring);
  umask(before);
  file << new_key_ring_text();
  file.close();
  if (!file) throw std::runtime_error("cannot write the key ring " + config.key_ring);
  say("key ring      made: " + config.key_ring +
      "  (keep a copy in a safe place; without it personal data is lost)");
}

void set_up_schema(const Config& config) {
  auto& url = config.database.url;
  constexpr std::string_view sqlite = "sqlite:";
  if (url.starts_with(sqlite)) {
    auto folder = std::filesystem::path(url.substr(sqlite.size())).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder);
  }
  auto database = db::open_database(config.database);
  auto applied = db::migrate(*database, SystemClock().now());
  say(applied.empty() ? "database      is up to date"
                      : "database      " + std::to_string(applied.size()) + " migration(s) applied");
}

void set_up_fair(Services& services, Wishes& wishes) {
  auto [is_there, has_edition] = services.database->read(
      [](db::Tx& tx) { return std::pair(has_fair(tx), edition::store::find_current(tx).has_value()); });
  if (is_there && wishes.fair.empty()) return say("fair          is there: " + services.fairs.get().name_en);
  ask(wishes.fair, "folder of the fair pack (such as /usr/share/expogate/fairs/small)", "--fair");
  auto reading = fair_pack::read_pack(wishes.fair);
  if (!reading.mistakes.empty())
    throw std::runtime_error(
        "the fair pack has mistakes, the first: " + fair_pack::text_of(reading.mistakes.front()) +
        "; see `expogate fair check " + wishes.fair + "`");
  if (has_edition) {
    // A fair that people use is changed only by who has read what would change.
    if (fair_pack::plan_pack(*services.database, reading.pack, services.clock->now()).is_empty())
      return say("fair          is what the pack says: " + reading.pack.fair.name_en);
    return say("fair          is there, and the pack says otherwise; see: expogate fair apply " +
               wishes.fair);
  }
  services.database->write([&](db::Tx& tx) {
    auto done = fair_pack::apply_pack(tx, reading.pack, services.clock->now());
    if (!done.obstacles.empty())
      throw std::runtime_error("the fair pack cannot be applied: " + done.obstacles.front());
  });
  say("fair          applied: " + reading.pack.fair.name_en);
}

void set_up_administrator(Services& services, Wishes& wishes) {
  auto admins = services.database->read([](db::Tx& tx) {
    account::store::AccountFilter filter;
    filter.roles = {account::Role::bureau_admin};
    filter.state = account::AccountState::active;
    return account::store::list(tx, filter, {1, 1, ""});
  });
  if (admins.total > 0) return say("administrator is there: " + admins.items.front().login_name);
  ask(wishes.administrator, "sign-in name of the first administrator", "--admin");
  ask(wishes.contact, "the administrator's mobile number or e-mail address", "--contact");
  auto added = services.accounts.add_bureau_account(operator_caller(),
                                                    new_administrator(wishes.administrator, wishes.contact));
  say("administrator " + wishes.administrator);
  if (added.link.sent_to_masked)
    say("              is sent a personal link to " + *added.link.sent_to_masked +
        " as soon as expogate serves");
  if (added.link.address) say("              sets the password here: " + *added.link.address);
}

}  // namespace

int setup(const Config& config, const Words& words) {
  auto wishes = read_wishes(words);
  set_up_key_ring(config);
  set_up_schema(config);
  Services services(config);
  set_up_fair(services, wishes);
  set_up_administrator(services, wishes);
  say("all is there; start with: expogate serve   (or: systemctl start expogate)");
  return 0;
}

}  // namespace expogate::commands
