#include <fmt/format.h>

#include "platform/ledger/ledger.h"

namespace expogate::ledger {
namespace {

/// An account's counters beside the same figures summed from its transfers.
struct Recount {
  std::string id;
  std::int64_t debits_pending = 0, debits_posted = 0, credits_pending = 0, credits_posted = 0;
  std::int64_t sum_debits_pending = 0, sum_debits_posted = 0, sum_credits_pending = 0, sum_credits_posted = 0;
};
BOOST_DESCRIBE_STRUCT(Recount, (),
                      (id, debits_pending, debits_posted, credits_pending, credits_posted, sum_debits_pending,
                       sum_debits_posted, sum_credits_pending, sum_credits_posted))

struct UnitSum {
  std::string unit;
  std::int64_t difference = 0;
};
BOOST_DESCRIBE_STRUCT(UnitSum, (), (unit, difference))

void check_counters(db::Tx& tx, std::vector<std::string>& wrong) {
  auto rows = tx.query<Recount>(R"(
      with debit as (
        select debit_account_id as id,
               sum(case when phase = 'pending' then amount else 0 end) as pending,
               sum(case when phase = 'posted' then amount else 0 end) as posted
        from ledger_transfers group by debit_account_id),
      credit as (
        select credit_account_id as id,
               sum(case when phase = 'pending' then amount else 0 end) as pending,
               sum(case when phase = 'posted' then amount else 0 end) as posted
        from ledger_transfers group by credit_account_id)
      select a.id, a.debits_pending, a.debits_posted, a.credits_pending, a.credits_posted,
             cast(coalesce(d.pending, 0) as bigint) as sum_debits_pending,
             cast(coalesce(d.posted, 0) as bigint) as sum_debits_posted,
             cast(coalesce(c.pending, 0) as bigint) as sum_credits_pending,
             cast(coalesce(c.posted, 0) as bigint) as sum_credits_posted
      from ledger_accounts a left join debit d on d.id = a.id left join credit c on c.id = a.id
      where a.debits_pending <> coalesce(d.pending, 0) or a.debits_posted <> coalesce(d.posted, 0)
         or a.credits_pending <> coalesce(c.pending, 0) or a.credits_posted <> coalesce(c.posted, 0))");
  for (auto& row : rows)
    wrong.push_back(fmt::format("ledger account {}: counters {}/{}/{}/{} but transfers {}/{}/{}/{}", row.id,
                                row.debits_pending, row.debits_posted, row.credits_pending,
                                row.credits_posted, row.sum_debits_pending, row.sum_debits_posted,
                                row.sum_credits_pending, row.sum_credits_posted));
}

void check_guards(db::Tx& tx, std::vector<std::string>& wrong) {
  auto overdrawn = tx.query<std::string>(
      "select id from ledger_accounts where guard <> 'none' and debits_posted + debits_pending > "
      "credits_posted");
  for (auto& id : overdrawn) wrong.push_back("ledger account " + id + ": more went out than came in");
}

void check_sums(db::Tx& tx, std::vector<std::string>& wrong) {
  auto sums = tx.query<UnitSum>(R"(
      select unit, cast(sum(debits_posted) - sum(credits_posted) as bigint) as difference
      from ledger_accounts group by unit having sum(debits_posted) <> sum(credits_posted))");
  for (auto& sum : sums)
    wrong.push_back(
        fmt::format("ledger unit {}: debits differ from credits by {}", sum.unit, sum.difference));
}

void check_units(db::Tx& tx, std::vector<std::string>& wrong) {
  auto mixed = tx.query<std::string>(R"(
      select t.id from ledger_transfers t
      join ledger_accounts d on d.id = t.debit_account_id join ledger_accounts c on c.id = t.credit_account_id
      where d.unit <> c.unit limit 100)");
  for (auto& id : mixed) wrong.push_back("ledger transfer " + id + ": moves between different units");
}

}  // namespace

std::vector<std::string> verify(db::Tx& tx) {
  std::vector<std::string> wrong;
  check_counters(tx, wrong);
  check_guards(tx, wrong);
  check_sums(tx, wrong);
  check_units(tx, wrong);
  return wrong;
}

}  // namespace expogate::ledger
