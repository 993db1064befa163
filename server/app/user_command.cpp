#include <cstdio>

#include "app/commands.h"
#include "app/operator_caller.h"
#include "app/services.h"

namespace expogate::commands {
namespace {

account::Account get_by_name(Services& services, const std::string& name) {
  auto found = services.database->read([&](db::Tx& tx) {
    auto bureau = services.accounts.find_by_login(tx, account::Door::bureau, name);
    return bureau ? bureau : services.accounts.find_by_login(tx, account::Door::group, name);
  });
  if (!found) throw std::runtime_error("no bureau or group account is called " + name);
  return *found;
}

void say(const std::string& name, const account::LinkSent& link) {
  if (link.address)
    std::printf("%s sets the password here, until %s: %s\n", name.c_str(), fair_text(link.expires_at).c_str(),
                link.address->c_str());
  else
    std::printf("%s was sent a personal link to %s\n", name.c_str(), link.sent_to_masked->c_str());
}

}  // namespace

account::NewAccount new_administrator(const std::string& name, std::string contact) {
  account::NewAccount wanted;
  wanted.role = account::Role::bureau_admin;
  wanted.login_name = wanted.display_name = name;
  if (contact.find('@') == contact.npos) {
    if (wire::Mobile::check(contact)) throw std::runtime_error(contact + " is no mobile number");
    wanted.mobile = contact;
  } else {
    if (wire::Email::check(contact)) throw std::runtime_error(contact + " is no e-mail address");
    wanted.email = contact;
  }
  return wanted;
}

int user(const Config& config, const Words& words) {
  Services services(config);
  if (words.size() == 3 && words[0] == "add-admin") {
    auto added =
        services.accounts.add_bureau_account(operator_caller(), new_administrator(words[1], words[2]));
    say(words[1], added.link);
    return 0;
  }
  if (words.size() == 2 && words[0] == "reset") {
    say(words[1], services.accounts.reset_password(operator_caller(), get_by_name(services, words[1]).id));
    return 0;
  }
  throw std::runtime_error("user add-admin NAME MOBILE_OR_EMAIL | user reset NAME");
}

}  // namespace expogate::commands
