#include "app/sealed_sign_in_names.h"

#include "account/account_store.h"
#include "account/personal_data.h"

namespace expogate {
namespace {

constexpr int piece = 500;

std::vector<AccountId> ids_after(db::Tx& tx, const AccountId& last) {
  return tx.query<AccountId>(
      "select id from accounts where id > $1 and login_name_sealed is null order by id limit $2", last,
      piece);
}

bool seal_name(db::Tx& tx, const AccountId& id, const FieldCipher& cipher) {
  auto account = *account::store::find(tx, id);
  account::set_login_name(account, cipher, std::string(account.login_name));
  if (!account.login_name_sealed) return false;
  account::store::change_login_name(tx, account);
  return true;
}

}  // namespace

std::int64_t seal_sign_in_names(db::Database& database, const std::function<FieldCipher()>& cipher) {
  std::int64_t count = 0;
  std::optional<FieldCipher> opened;
  for (AccountId last;;) {
    auto ids = database.read([&](db::Tx& tx) { return ids_after(tx, last); });
    if (ids.empty()) return count;
    last = ids.back();
    if (!opened) opened = cipher();
    count += database.write([&](db::Tx& tx) {
      std::int64_t sealed = 0;
      for (auto& id : ids) sealed += seal_name(tx, id, *opened) ? 1 : 0;
      return sealed;
    });
  }
}

}  // namespace expogate
