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

std::string_view counter_of(Phase phase) {
  return phase == Phase::posted ? "posted" : "pending";
}

void add_credit(db::Tx& tx, const AccountKey& account, Phase phase, std::int64_t amount) {
  auto sql = fmt::format("update ledger_accounts set credits_{0} = credits_{0} + $2 where id = $1",
                         counter_of(phase));
  expect(tx.exec(sql, account.text, amount) == 1, "the ledger account is open: " + account.text);
}

/// The guard stands in the UPDATE: nobody can come between looking and taking.
bool is_debit_taken(db::Tx& tx, const AccountKey& account, Phase phase, std::int64_t amount) {
  auto sql = fmt::format(R"(
      update ledger_accounts set debits_{0} = debits_{0} + $2
      where id = $1 and (guard = 'none' or debits_posted + debits_pending + $2 <= credits_posted))",
                         counter_of(phase));
  if (tx.exec(sql, account.text, amount) == 1) return true;
  expect(find_account(tx, account).has_value(), "the ledger account is open: " + account.text);
  return false;
}

/// Rows are changed in the order of their ids, so that opposite transfers queue up instead of meeting in a
/// deadlock. When the guard refuses, nothing has changed.
bool is_moved(db::Tx& tx, const Transfer& wanted, Phase phase) {
  if (wanted.debit.text < wanted.credit.text) {
    if (!is_debit_taken(tx, wanted.debit, phase, wanted.amount)) return false;
    add_credit(tx, wanted.credit, phase, wanted.amount);
    return true;
  }
  add_credit(tx, wanted.credit, phase, wanted.amount);
  if (is_debit_taken(tx, wanted.debit, phase, wanted.amount)) return true;
  add_credit(tx, wanted.credit, phase, -wanted.amount);
  return false;
}

Result make(db::Tx& tx, const Transfer& wanted, Phase phase, std::optional<Instant> expires_at, Instant now) {
  expect(wanted.amount > 0, "a transfer moves more than nothing");
  expect(wanted.debit.text != wanted.credit.text, "a transfer has two accounts");
  if (!is_new_row(tx, wanted, phase, expires_at, now)) {
    expect_same(tx, wanted);
    return Result::already_done;
  }
  if (is_moved(tx, wanted, phase)) return Result::done;
  tx.exec("delete from ledger_transfers where id = $1", wanted.id);  // the caller may go on without it
  return Result::exceeds_available;
}

/// Takes a hold off both accounts' pending counters; what is posted goes to the posted ones.
void settle(db::Tx& tx, const TransferRow& hold, std::int64_t posted) {
  auto settle_side = [&](bool is_debit) {
    auto sql = fmt::format(R"(
        update ledger_accounts set {0}_pending = {0}_pending - $2, {0}_posted = {0}_posted + $3 where id = $1)",
                           is_debit ? "debits" : "credits");
    tx.exec(sql, is_debit ? hold.debit_account_id : hold.credit_account_id, hold.amount, posted);
  };
  bool is_debit_first = hold.debit_account_id < hold.credit_account_id;
  settle_side(is_debit_first);
  settle_side(!is_debit_first);
}

/// Compare-and-set on the hold's phase decides who ends it; the counters follow.
std::optional<Result> end_hold(db::Tx& tx, std::string_view id, Phase phase, Instant now) {
  bool is_mine =
      tx.exec("update ledger_transfers set phase = $2, resolved_at = $3 where id = $1 and phase = 'pending'",
              id, phase, now) == 1;
  auto row = find_transfer(tx, id);
  if (!row) return std::nullopt;
  if (!is_mine) return row->phase == phase ? std::optional(Result::already_done) : std::nullopt;
  settle(tx, *row, phase == Phase::posted ? row->amount : 0);
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
