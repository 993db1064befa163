#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/commands.h"
#include "platform/config/config_reader.h"
#include "platform/log/log.h"

namespace {

using namespace expogate;

struct Command {
  std::string_view words;
  std::string_view help;
  int (*run)(const Config&, const std::vector<std::string>&);
};

constexpr Command all_commands[] = {
    {"serve", "serves the API and the web application, and does the jobs", commands::serve},
    {"work", "does the jobs only", commands::work},
    {"migrate", "brings the database's schema up to this program", commands::migrate},
    {"setup", "a first installation in one go: setup FAIR_FOLDER NAME MOBILE_OR_EMAIL", commands::setup},
    {"fair", "fair check FOLDER | fair apply FOLDER [--yes] | fair export FOLDER", commands::fair},
    {"seed", "fills an empty database: seed [demo | fair]", commands::seed},
    {"verify", "recomputes balances, counters and the audit chain, and says what differs", commands::verify},
    {"backup", "copies the database while it is in use: backup FILE", commands::backup},
    {"restore", "puts a backup in the place of the database: restore FILE", commands::restore},
    {"reseal", "encrypts all personal data anew with the newest key", commands::reseal},
    {"retention",
     "erases what is over its period: retention [--report EDITION FILE | --check FILE | --unowned "
     "[--remove]]",
     commands::retention},
    {"user", "user add-admin NAME MOBILE | user reset NAME", commands::user},
    {"payment-check", "asks a payment provider for 1 fen and closes it: payment-check CHANNEL",
     commands::payment_check},
    {"new-key-ring", "prints a fresh key ring", commands::new_key_ring},
    {"openapi", "prints the OpenAPI document", commands::openapi},
    {"routes", "prints every route with its permission", commands::routes},
    {"permissions", "prints which role may do what", commands::permissions},
    {"states", "prints the state tables", commands::states},
    {"error-codes", "prints every error code with its words", commands::error_codes},
    {"schema", "prints the schema of a fresh database", commands::schema},
};

int print_help() {
  std::puts("expogate [--config FILE] COMMAND\n");
  for (auto& command : all_commands) std::printf("  %-14s%s\n", command.words.data(), command.help.data());
  return 2;
}

/// Where a package keeps it; used when no other is named and it is there.
constexpr const char* packaged_config = "/etc/expogate/expogate.toml";

/// What root's commands write must be the service's own, or the service could not read it.
void become_service_user(const Config& config) {
  if (config.service_user.empty() || geteuid() != 0) return;
  auto* user = getpwnam(config.service_user.c_str());
  if (!user) throw std::runtime_error("there is no user " + config.service_user + " (service.user)");
  if (initgroups(user->pw_name, user->pw_gid) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)
    throw std::runtime_error("cannot become " + config.service_user + " (service.user)");
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::vector<std::string> words(argv + 1, argv + argc);
  std::string config_path;
  if (words.size() >= 2 && words[0] == "--config") {
    config_path = words[1];
    words.erase(words.begin(), words.begin() + 2);
  }
  for (auto& command : all_commands) {
    if (words.empty() || words[0] != command.words) continue;
    try {
      if (config_path.empty() && std::filesystem::exists(packaged_config)) config_path = packaged_config;
      auto config = read_config(config_path);
      become_service_user(config);
      words.erase(words.begin());
      return command.run(config, words);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "expogate %s: %s\n", command.words.data(), error.what());
      return 1;
    }
  }
  return print_help();
}
