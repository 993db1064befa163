#include "platform/ledger/ledger.h"

#include <fmt/format.h>

namespace expogate::ledger {
namespace {

constexpr std::string_view transfer_columns =
    "id, debit_account_id, credit_account_id, amount, phase, reason, subject, actor_id, created_at, "
    "expires_at, resolved_at";

/// Writes the transfer's row first: its primary key is what makes a retry harmless.
bool is_new_row(db::Tx& tx, const Transfer& wanted, Phase phase, std::optional<Instant> expires_at,
                Instant now) {
  return tx.exec(R"(
      insert into ledger_transfers (id, debit_account_id, credit_account_id, amount, phase, reason, subject, actor_id,
                                    created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing)",
                 wanted.id, wanted.debit.text, wanted.credit.text, wanted.amount, phase, wanted.reason,
                 wanted.subject, wanted.actor, now, expires_at) == 1;
}

/// The same id must mean the same movement: a different one under it is a mistake of the caller, not a retry.
void expect_same(db::Tx& tx, const Transfer& wanted) {
  auto known = find_transfer(tx, wanted.id);
  bool is_same = known && known->debit_account_id == wanted.debit.text &&
                 known->credit_account_id == wanted.credit.text && known->amount == wanted.amount;
  if (!is_same) throw Refusal(transfer_reused, {{"transfer", wanted.id}});
}

void expect_account(std::int64_t changed, const AccountKey& key) {
  expect(changed == 1, "the ledger account is open: " + key.text);
}

/// The taker's side first and the giver's guarded row last: the hottest row is locked for the shortest time.
bool move_posted(db::Tx& tx, const Transfer& wanted) {
  expect_account(tx.exec("update ledger_accounts set credits_posted = credits_posted + $2 where id = $1",
                         wanted.credit.text, wanted.amount),
                 wanted.credit);
  return tx.exec(R"(
      update ledger_accounts set debits_posted = debits_posted + $2
      where id = $1 and (guard = 'none' or debits_posted + debits_pending + $2 <= credits_posted))",
                 wanted.debit.text, wanted.amount) == 1;
}

bool move_pending(db::Tx& tx, const Transfer& wanted) {
  expect_account(tx.exec("update ledger_accounts set credits_pending = credits_pending + $2 where id = $1",
                         wanted.credit.text, wanted.amount),
                 wanted.credit);
  return tx.exec(R"(
      update ledger_accounts set debits_pending = debits_pending + $2
      where id = $1 and (guard = 'none' or debits_posted + debits_pending + $2 <= credits_posted))",
                 wanted.debit.text, wanted.amount) == 1;
}

/// Takes back what was written for a transfer that the guard refused, so that the caller may go on.
void undo(db::Tx& tx, const Transfer& wanted, std::string_view counter) {
  tx.exec(fmt::format("update ledger_accounts set {0} = {0} - $2 where id = $1", counter), wanted.credit.text,
          wanted.amount);
  tx.exec("delete from ledger_transfers where id = $1", wanted.id);
  expect(find_account(tx, wanted.debit).has_value(), "the ledger account is open: " + wanted.debit.text);
}

Result make(db::Tx& tx, const Transfer& wanted, Phase phase, std::optional<Instant> expires_at, Instant now) {
  expect(wanted.amount > 0, "a transfer moves more than nothing");
  expect(wanted.debit.text != wanted.credit.text, "a transfer has two accounts");
  if (!is_new_row(tx, wanted, phase, expires_at, now)) {
    expect_same(tx, wanted);
    return Result::already_done;
  }
  bool is_moved = phase == Phase::posted ? move_posted(tx, wanted) : move_pending(tx, wanted);
  if (is_moved) return Result::done;
  undo(tx, wanted, phase == Phase::posted ? "credits_posted" : "credits_pending");
  return Result::exceeds_available;
}

/// Compare-and-set on the hold's phase decides who ends it; the counters follow.
std::optional<Result> end_hold(db::Tx& tx, std::string_view id, Phase phase, Instant now) {
  bool is_mine =
      tx.exec("update ledger_transfers set phase = $2, resolved_at = $3 where id = $1 and phase = 'pending'",
              id, phase, now) == 1;
  auto row = find_transfer(tx, id);
  if (!row) return std::nullopt;
  if (!is_mine) return row->phase == phase ? std::optional(Result::already_done) : std::nullopt;
  auto posted = phase == Phase::posted ? row->amount : 0;
  tx.exec(
      "update ledger_accounts set credits_pending = credits_pending - $2, credits_posted = credits_posted + "
      "$3 where id = $1",
      row->credit_account_id, row->amount, posted);
  tx.exec(
      "update ledger_accounts set debits_pending = debits_pending - $2, debits_posted = debits_posted + $3 "
      "where id = $1",
      row->debit_account_id, row->amount, posted);
  return Result::done;
}

}  // namespace

void open_account(db::Tx& tx, const AccountKey& key, std::string_view unit, Guard guard, Instant now) {
  tx.exec(R"(
      insert into ledger_accounts (id, unit, guard, debits_pending, debits_posted, credits_pending, credits_posted, created_at)
      values ($1, $2, $3, 0, 0, 0, 0, $4) on conflict (id) do nothing)",
          key.text, unit, guard, now);
}

std::optional<Account> find_account(db::Tx& tx, const AccountKey& key) {
  return tx.one<Account>(R"(
      select id, unit, guard, debits_pending, debits_posted, credits_pending, credits_posted
      from ledger_accounts where id = $1)",
                         key.text);
}

Result transfer(db::Tx& tx, const Transfer& wanted, Instant now) {
  return make(tx, wanted, Phase::posted, std::nullopt, now);
}

Result hold(db::Tx& tx, const Transfer& wanted, Instant expires_at, Instant now) {
  return make(tx, wanted, Phase::pending, expires_at, now);
}

std::optional<Result> post(db::Tx& tx, std::string_view hold_id, Instant now) {
  return end_hold(tx, hold_id, Phase::posted, now);
}

std::optional<Result> release(db::Tx& tx, std::string_view hold_id, Instant now) {
  return end_hold(tx, hold_id, Phase::voided, now);
}

std::vector<std::string> expire_holds(db::Tx& tx, Instant now, int limit) {
  auto ids = tx.query<std::string>(
      "select id from ledger_transfers where phase = 'pending' and expires_at <= $1 order by expires_at "
      "limit $2",
      now, limit);
  std::erase_if(ids, [&](auto& id) { return end_hold(tx, id, Phase::expired, now) != Result::done; });
  return ids;
}

std::optional<TransferRow> find_transfer(db::Tx& tx, std::string_view id) {
  return tx.one<TransferRow>(fmt::format("select {} from ledger_transfers where id = $1", transfer_columns),
                             id);
}

std::vector<TransferRow> list_transfers(db::Tx& tx, const AccountKey& key, int limit) {
  // Two indexed reads joined, instead of an OR that no index serves.
  auto newest = [](std::string_view side) {
    return fmt::format(
        "select * from (select {0} from ledger_transfers where {1} = $1 order by created_at desc, id desc "
        "limit $2) {1}",
        transfer_columns, side);
  };
  return tx.query<TransferRow>(fmt::format("{} union all {} order by created_at desc, id desc limit $2",
                                           newest("debit_account_id"), newest("credit_account_id")),
                               key.text, limit);
}

}  // namespace expogate::ledger
