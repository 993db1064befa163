#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "account/account.h"
#include "base/page.h"
#include "platform/db/tx.h"

namespace expogate::account {

enum class SignInOutcome { succeeded, wrong_password, locked, second_step_failed };
BOOST_DESCRIBE_ENUM(SignInOutcome, succeeded, wrong_password, locked, second_step_failed)

/// One line of an account's sign-in history.
struct SignIn {
  std::string id;
  Instant at;
  SignInOutcome outcome = SignInOutcome::succeeded;
  std::string ip, user_agent;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (id, at, outcome, ip, user_agent))

/// What is known of the failures under one name, whether or not an account has it.
struct SignInLock {
  int failures = 0;
  std::optional<Instant> locked_until;
};
BOOST_DESCRIBE_STRUCT(SignInLock, (), (failures, locked_until))

}  // namespace expogate::account

namespace expogate::account::store {

std::optional<SignInLock> find_lock(db::Tx& tx, std::string_view key, Instant window_start);
/// Counts an attempt before its password is looked at, so that attempts at the same moment cannot pass the
/// limit together. Nothing when the name is locked.
std::optional<SignInLock> take_attempt(db::Tx& tx, std::string_view key, Instant now, Instant window_start,
                                       Instant lock_until, int most);

struct LockedName {
  std::string id;
  Instant locked_until;
};
BOOST_DESCRIBE_STRUCT(LockedName, (), (id, locked_until))
std::vector<LockedName> list_locked(db::Tx& tx, const std::vector<std::string>& keys, Instant now);
void clear_lock(db::Tx& tx, std::string_view key);
std::int64_t forget_locks(db::Tx& tx, Instant before);

void note(db::Tx& tx, const AccountId& account, const SignIn& sign_in);
Page<SignIn> list_sign_ins(db::Tx& tx, const AccountId& account, const PageRequest& page);

}  // namespace expogate::account::store

namespace expogate {
template <>
inline constexpr auto enum_labels<account::SignInOutcome> = std::to_array<EnumLabel>({
    {"succeeded", "成功", "Successful"},
    {"wrong_password", "密码错误", "Wrong password"},
    {"locked", "已锁定", "Locked"},
    {"second_step_failed", "二次验证失败", "Second step failed"},
});
}  // namespace expogate
