#include <fmt/format.h>

#include "account/account_store.h"
#include "account/personal_data.h"
#include "app/seed/demo_edition.h"
#include "app/seed/tsv.h"
#include "base/text.h"
#include "platform/crypto/password_hash.h"
#include "trading_group/trading_group_store.h"

namespace expogate::seed {
namespace {

using namespace account;

/// Makes accounts that share one hash: hashing 750 equal passwords would take half a minute for nothing.
class AccountMaker {
 public:
  explicit AccountMaker(Services& services)
      : services_(services),
        hash_(
            hash_password(demo_password, {.memory_kib = std::size_t(services.config.password_memory_kib)})) {}

  Account make(Role role, const std::string& login_name, const std::string& display_name, ScopeLevel level) {
    auto now = services_.clock->now();
    Account a;
    a.id = new_id<AccountId>(now);
    a.kind = kind_of(role);
    a.door = door_of(a.kind);
    set_login_name(a, services_.cipher, login_name);
    a.password_hash = hash_;
    a.display_name = display_name;
    a.role = role;
    a.scope_level = level;
    a.created_at = now;
    set_mobile(a, services_.cipher, fmt::format("139{:08}", ++numbers_));
    return a;
  }

  void give_email(Account& account, const std::string& email) { set_email(account, services_.cipher, email); }

 private:
  Services& services_;
  std::string hash_;
  int numbers_ = 0;
};

struct BureauLine {
  Role role;
  const char *login_name, *display_name;
};

constexpr BureauLine bureau[] = {
    {Role::bureau_admin, "bureau", "进口博览局"},
    {Role::bureau_reviewer, "bureau-review", "审核组"},
    {Role::bureau_finance, "bureau-finance", "财务组"},
    {Role::bureau_badge_operator, "bureau-badge", "制证组"},
    {Role::bureau_gate, "bureau-gate", "门禁组"},
    {Role::bureau_editor, "bureau-editor", "内容组"},
    {Role::bureau_auditor, "bureau-audit", "审计组"},
};

/// A group's account, and for Shanghai one with each smaller role besides.
void add_group_accounts(db::Tx& tx, AccountMaker& maker, const trading_group::TradingGroup& group,
                        const std::string& login_name) {
  auto level = group.kind == trading_group::GroupKind::group ? ScopeLevel::group : ScopeLevel::subgroup;
  auto main = maker.make(Role::group_admin, login_name, group.name_zh, level);
  main.trading_group_id = group.id;
  if (group.kind == trading_group::GroupKind::group) maker.give_email(main, login_name + "@groups.example");
  store::add(tx, main);
  if (login_name != "shanghaijiaoyituan") return;
  for (auto role : {Role::group_operator, Role::group_viewer}) {
    auto sub = maker.make(role, login_name + (role == Role::group_operator ? "-op" : "-view"),
                          group.name_zh + (role == Role::group_operator ? " 操作员" : " 查看员"), level);
    sub.trading_group_id = group.id;
    sub.parent_account_id = main.id;
    store::add(tx, sub);
  }
}

void add_group_accounts(db::Tx& tx, AccountMaker& maker, const std::string& folder) {
  for (auto& row : read_tsv(folder + "/group_accounts.tsv"))
    add_group_accounts(tx, maker, *trading_group::store::find_by_code(tx, row.at("code")),
                       row.at("login_name"));
}

}  // namespace

void seed_accounts(Services& services, const std::string& folder) {
  AccountMaker maker(services);
  services.database->write([&](db::Tx& tx) {
    add_group_accounts(tx, maker, folder);
    for (auto& line : bureau)
      store::add(tx, maker.make(line.role, line.login_name, line.display_name, ScopeLevel::everything));
    auto contact =
        maker.make(Role::contact, "91310115MA1K35XY5H", "上海示例贸易有限公司", ScopeLevel::organization);
    store::add(tx, contact);
    auto overseas =
        maker.make(Role::contact, "anna@nordwind.example", "Nordwind Foods GmbH", ScopeLevel::organization);
    maker.give_email(overseas, "anna@nordwind.example");
    overseas.locale = Locale::en;
    store::add(tx, overseas);
    store::add(tx,
               maker.make(Role::exhibitor, "exhibitor-demo", "Alpine Instruments AG", ScopeLevel::nothing));
    store::add(tx, maker.make(Role::attendee, "13900009999", "张伟", ScopeLevel::nothing));
  });
}

Caller caller_of(Services& s, account::Door door, const std::string& name) {
  auto account = s.database->read([&](db::Tx& tx) { return s.accounts.find_by_login(tx, door, name); });
  return *s.sessions.find_caller(account->id, EditionId{"8"}, Locale::zh_cn);
}

}  // namespace expogate::seed
