#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/id.h"
#include "platform/db/tx.h"

/// The one double-entry ledger: quotas, points, coupon stock and money are accounts here, and every change of
/// theirs is a transfer. The guard against overselling is part of the UPDATE itself, never a query before it.
namespace expogate::ledger {

/// Why nothing can be overdrawn: on a guarded account, what went out (posted and held) never exceeds what
/// came in.
enum class Guard { none, debits_must_not_exceed_credits };
BOOST_DESCRIBE_ENUM(Guard, none, debits_must_not_exceed_credits)

enum class Phase {
  posted,   ///< moved for good
  pending,  ///< held: taken from the giver, not yet the taker's
  voided,   ///< a hold that was released
  expired,  ///< a hold that nobody confirmed in time
};
BOOST_DESCRIBE_ENUM(Phase, pending, posted, voided, expired)

/// `quota/shanghai/vip`: chosen by the module that owns the account, the same for the same thing.
struct AccountKey {
  std::string text;
};

struct Account {
  std::string id, unit;
  Guard guard = Guard::none;
  std::int64_t debits_pending = 0, debits_posted = 0, credits_pending = 0, credits_posted = 0;
  /// What may still go out.
  std::int64_t available() const { return credits_posted - debits_posted - debits_pending; }
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (id, unit, guard, debits_pending, debits_posted, credits_pending, credits_posted))

/// An amount that moves from `debit` to `credit`. The id is chosen by the caller, so a retry is the same
/// transfer.
struct Transfer {
  std::string id;
  AccountKey debit, credit;
  std::int64_t amount = 0;
  std::string reason;   ///< a word of the module: `quota_assigned`
  std::string subject;  ///< what it is about: an attendee's or order's id
  AccountId actor;
};

struct TransferRow {
  std::string id, debit_account_id, credit_account_id;
  std::int64_t amount = 0;
  Phase phase = Phase::posted;
  std::string reason, subject, actor_id;
  Instant created_at;
  std::optional<Instant> expires_at, resolved_at;
};
BOOST_DESCRIBE_STRUCT(TransferRow, (),
                      (id, debit_account_id, credit_account_id, amount, phase, reason, subject, actor_id,
                       created_at, expires_at, resolved_at))

enum class Result {
  done,
  already_done,       ///< the same transfer had been made before: nothing happened now
  exceeds_available,  ///< the guard said no; nothing was changed
};

inline const ErrorCode transfer_reused{"ledger.transfer_reused", "同一流水号不能用于不同的变动",
                                       "The same transfer ID cannot be used for a different movement"};

/// Opens the account unless it is there. An account's unit and guard never change.
void open_account(db::Tx& tx, const AccountKey& key, std::string_view unit, Guard guard, Instant now);
std::optional<Account> find_account(db::Tx& tx, const AccountKey& key);

/// Moves at once. When the guard refuses, the caller must end the transaction (throw) or go on without the
/// transfer: nothing of it has been written.
Result transfer(db::Tx& tx, const Transfer& wanted, Instant now);

/// Holds the amount until it is posted, voided, or `expires_at` has passed.
Result hold(db::Tx& tx, const Transfer& wanted, Instant expires_at, Instant now);

/// Ends a hold for good. `already_done` when it had ended this very way, nothing when it had ended otherwise.
std::optional<Result> post(db::Tx& tx, std::string_view hold_id, Instant now);
std::optional<Result> release(db::Tx& tx, std::string_view hold_id, Instant now);

/// Releases at most `limit` holds whose time is over; returns their ids.
std::vector<std::string> expire_holds(db::Tx& tx, Instant now, int limit);

std::optional<TransferRow> find_transfer(db::Tx& tx, std::string_view id);

/// An account's latest transfers, newest first.
std::vector<TransferRow> list_transfers(db::Tx& tx, const AccountKey& key, int limit);

/// Everything that is not as it must be: a counter that differs from its transfers, an overdrawn guard, a
/// unit whose sum is not zero. Empty is the only good answer.
std::vector<std::string> verify(db::Tx& tx);

}  // namespace expogate::ledger
