#include <cstdio>

#include "account/account_store.h"
#include "app/commands.h"
#include "app/services.h"
#include "base/text.h"

namespace expogate::commands {
namespace {

Caller operator_caller() {
  Caller caller;
  caller.name = "operator (command line)";
  return caller;
}

account::Account get_by_name(Services& services, const std::string& name) {
  auto key = fold_key(name);
  auto found = services.database->read([&](db::Tx& tx) {
    auto bureau = account::store::find_by_login(tx, account::Door::bureau, key);
    return bureau ? bureau : account::store::find_by_login(tx, account::Door::group, key);
  });
  if (!found) throw std::runtime_error("no bureau or group account is called " + name);
  return *found;
}

}  // namespace

int user(const Config& config, const Words& words) {
  Services services(config);
  if (words.size() == 3 && words[0] == "add-admin") {
    std::string mobile = words[2];
    if (wire::Mobile::check(mobile)) throw std::runtime_error(mobile + " is no mobile number");
    account::NewAccount wanted;
    wanted.role = account::Role::bureau_admin;
    wanted.login_name = wanted.display_name = words[1];
    wanted.mobile = mobile;
    auto added = services.accounts.add_bureau_account(operator_caller(), wanted);
    std::printf("%s, initial password %s\n", words[1].c_str(), added.initial_password.c_str());
    return 0;
  }
  if (words.size() == 2 && words[0] == "reset") {
    auto password = services.accounts.reset_password(operator_caller(), get_by_name(services, words[1]).id);
    std::printf("%s, initial password %s\n", words[1].c_str(), password.c_str());
    return 0;
  }
  throw std::runtime_error("user add-admin NAME MOBILE | user reset NAME");
}

}  // namespace expogate::commands
