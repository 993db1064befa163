#pragma once
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include "base/id.h"
#include "base/locale.h"
#include "base/time.h"

namespace expogate {

/// Which part of the fair's data a caller can reach at all (ACC-06). Every store function that reads or
/// changes rows of the fair takes one; there is no other way to a row.
struct Scope {
  enum class Level { nothing, organization, group, everything };
  Level level = Level::nothing;
  OrganizationId organization;  ///< level organization
  TradingGroupId group;      ///< level group: this group's direct rows and, for a top group, its subgroups'
  bool is_subgroup = false;  ///< level group: a subgroup, which has nothing below it

  static Scope of(const OrganizationId& organization) {
    return {.level = Level::organization, .organization = organization, .group = {}, .is_subgroup = false};
  }
  static Scope everything() {
    return {.level = Level::everything, .organization = {}, .group = {}, .is_subgroup = false};
  }
};

using PermissionSet = std::bitset<128>;

/// Who asks, from where and in which language: the first parameter of every service function.
struct Caller {
  AccountId account;   ///< empty for somebody who is not signed in
  std::string device;  ///< a gate's, which has permissions and no account
  SessionId session;
  std::string name;  ///< how the audit log calls them
  PermissionSet permissions;
  Scope scope;
  Locale locale = Locale::zh_cn;
  std::string ip;
  std::string user_agent;
  EditionId edition;  ///< the edition that the request is about; the current one unless it says otherwise
  /// A cookie came without its CSRF token: public routes treat it as nobody's, all others say what is wrong.
  bool has_wrong_csrf_token = false;
  bool is_signed_in() const { return !account.is_empty(); }

  template <class Permission>
  requires std::is_enum_v<Permission>
  bool may(Permission permission) const { return permissions.test(std::size_t(permission)); }
};

/// Turns an account into a caller again, for work that it ordered and that is done later: with the rights
/// that it has then. None when it has lost them all.
class CallerSource {
 public:
  virtual ~CallerSource() = default;
  virtual std::optional<Caller> find_caller(const AccountId& account, const EditionId& edition,
                                            Locale locale) = 0;
};

}  // namespace expogate
