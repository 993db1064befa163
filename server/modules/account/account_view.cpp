#include "account/account_view.h"

#include <boost/describe/enumerators.hpp>

#include "account/personal_data.h"

namespace expogate::account {
namespace {

std::vector<std::string> names_of(const PermissionSet& permissions) {
  std::vector<std::string> names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Permission>>([&](auto permission) {
    if (permissions.test(std::size_t(permission.value))) names.emplace_back(permission.name);
  });
  return names;
}

}  // namespace

AccountView AccountViews::view(const Account& a) {
  auto current = editions_.get_current();
  AccountView view;
  view.id = a.id;
  view.kind = a.kind;
  view.login_name = login_name_of(a, cipher_);
  view.display_name = a.display_name;
  view.role = a.role;
  view.permissions = names_of(permissions_of(a.role));
  view.door = a.door;
  view.mobile_masked = a.mobile_masked;
  view.email_masked = a.email_masked;
  view.totp_enabled = a.totp_sealed.has_value();
  view.two_step_required = must_have_second_step(a);
  view.passkeys = a.passkeys;
  view.locale = a.locale;
  view.parent_account_id = a.parent_account_id;
  if (a.trading_group_id) view.trading_group = affiliations_.find_group(*a.trading_group_id, current.id);
  view.edition = edition::summary(current);
  // Staff are bound by their office; visitors and exhibitors give their own and other people's data.
  if (!view.two_step_required) view.consents_missing = consents_.missing_of(a.id);
  view.version = a.version;
  return view;
}

SessionView AccountViews::signed_in(const Account& account, const std::string& token) {
  return {SignInState::signed_in, csrf_token_of(token), std::nullopt, view(account), std::nullopt};
}

SessionView AccountViews::second_step(const SignedIn& first) {
  return {SignInState::second_step, csrf_token_of(first.session.token),
          SecondStep{first.methods, first.account.mobile_masked}, std::nullopt, std::nullopt};
}

}  // namespace expogate::account
