#include <map>

#include "payment/reconciliation.h"

namespace expogate::payment::store {

/// A sum of one channel's days; the day is counted from 1970 in Shanghai.
struct DaySum {
  Channel channel = Channel::alipay;
  std::int64_t day = 0, count = 0, amount_fen = 0;
};
struct BillSum {
  Channel channel = Channel::alipay;
  CivilDate booked_on;
  paygate::BillKind kind = paygate::BillKind::payment;
  std::int64_t amount_fen = 0, fee_fen = 0;
};
BOOST_DESCRIBE_STRUCT(DaySum, (), (channel, day, count, amount_fen))
BOOST_DESCRIBE_STRUCT(BillSum, (), (channel, booked_on, kind, amount_fen, fee_fen))

struct DifferenceRow {
  Channel channel = Channel::alipay;
  std::string number;
  std::int64_t day = 0;
  std::string booked_on;
  DifferenceKind kind = DifferenceKind::amount_differs;
  std::int64_t ours_fen = 0, theirs_fen = 0;
};
BOOST_DESCRIBE_STRUCT(DifferenceRow, (), (channel, number, day, booked_on, kind, ours_fen, theirs_fen))

namespace {

CivilDate date_of(std::int64_t day) {
  return shanghai_date(Instant{day * days(1).ms - shanghai_offset.ms});
}

class Table {
 public:
  ReconciliationRow& at(const CivilDate& on, Channel channel) {
    auto& row = rows_[{on.text, channel}];
    row.on = on;
    row.channel = channel;
    return row;
  }
  std::vector<ReconciliationRow> list() const {
    std::vector<ReconciliationRow> list;
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) list.push_back(row->second);
    return list;
  }

 private:
  std::map<std::pair<std::string, Channel>, ReconciliationRow> rows_;
};

/// Every payment and refund of ours on one side, every line of the bills on the other.
constexpr const char* differences_sql = R"(
    with ours as (
      select p.channel, 'payment' as kind, p.number, p.received_fen as amount_fen, p.paid_at as at
      from payments p where p.paid_at >= $1 and p.paid_at < $2 and p.channel <> 'transfer'
      union all
      select p.channel, 'refund', f.number, f.amount_fen, f.done_at
      from refunds f join payments p on p.id = f.payment_id
      where f.done_at >= $1 and f.done_at < $2 and p.channel <> 'transfer'),
    theirs as (
      select b.channel, b.kind, b.number, b.amount_fen, b.booked_on from bill_rows b
      where b.booked_on >= $3 and b.booked_on <= $4)
    select o.channel, o.number, cast((o.at + 28800000) / 86400000 as bigint) as day, '' as booked_on,
           case when t.number is null then 'missing_at_provider' else 'amount_differs' end as kind,
           o.amount_fen as ours_fen, coalesce(t.amount_fen, 0) as theirs_fen
    from ours o left join theirs t on t.channel = o.channel and t.kind = o.kind and t.number = o.number
    where t.number is null or t.amount_fen <> o.amount_fen
    union all
    select t.channel, t.number, cast(0 as bigint), t.booked_on, 'missing_here', cast(0 as bigint), t.amount_fen
    from theirs t left join ours o on o.channel = t.channel and o.kind = t.kind and o.number = t.number
    where o.number is null)";

}  // namespace

std::vector<Bill> list_bills(db::Tx& tx, const CivilDate& from, const CivilDate& to) {
  return tx.query<Bill>(
      "select channel, booked_on, error, asked_at from bills where booked_on >= $1 and booked_on <= $2", from,
      to);
}

std::vector<Difference> list_differences(db::Tx& tx, const CivilDate& from, const CivilDate& to) {
  auto begin = shanghai_day_start(from), end = shanghai_day_start(to) + days(1);
  std::map<std::pair<std::string, Channel>, bool> has_bill;
  for (auto& bill : list_bills(tx, from, to))
    if (bill.error.empty()) has_bill[{bill.booked_on.text, bill.channel}] = true;
  std::vector<Difference> differences;
  for (auto& row : tx.query<DifferenceRow>(differences_sql, begin, end, from, to)) {
    CivilDate on = row.booked_on.empty() ? date_of(row.day) : CivilDate{row.booked_on};
    // Where the provider has not said anything yet, nothing differs.
    if (has_bill[{on.text, row.channel}])
      differences.push_back({on, row.channel, row.kind, row.number, row.ours_fen, row.theirs_fen});
  }
  return differences;
}

std::vector<ReconciliationRow> reconcile(db::Tx& tx, const CivilDate& from, const CivilDate& to) {
  auto begin = shanghai_day_start(from), end = shanghai_day_start(to) + days(1);
  Table table;
  for (auto& sum : tx.query<DaySum>(R"(
           select channel, cast((paid_at + 28800000) / 86400000 as bigint) as day, count(*) as count,
                  cast(sum(received_fen) as bigint) as amount_fen
           from payments where paid_at >= $1 and paid_at < $2 group by 1, 2)",
                                    begin, end)) {
    auto& row = table.at(date_of(sum.day), sum.channel);
    row.payments = sum.count;
    row.paid_fen = sum.amount_fen;
  }
  for (auto& sum : tx.query<DaySum>(R"(
           select p.channel, cast((f.done_at + 28800000) / 86400000 as bigint) as day, count(*) as count,
                  cast(sum(f.amount_fen) as bigint) as amount_fen
           from refunds f join payments p on p.id = f.payment_id
           where f.done_at >= $1 and f.done_at < $2 group by 1, 2)",
                                    begin, end)) {
    auto& row = table.at(date_of(sum.day), sum.channel);
    row.refunds = sum.count;
    row.refunded_fen = sum.amount_fen;
  }
  for (auto& bill : list_bills(tx, from, to)) {
    auto& row = table.at(bill.booked_on, bill.channel);
    row.asked_at = bill.asked_at;
    row.has_bill = bill.error.empty();
    row.bill_error = bill.error;
  }
  for (auto& sum : tx.query<BillSum>(R"(
           select channel, booked_on, kind, cast(sum(amount_fen) as bigint) as amount_fen,
                  cast(sum(case when kind = 'payment' then fee_fen else -fee_fen end) as bigint) as fee_fen
           from bill_rows where booked_on >= $1 and booked_on <= $2 group by channel, booked_on, kind)",
                                     from, to)) {
    auto& row = table.at(sum.booked_on, sum.channel);
    (sum.kind == paygate::BillKind::payment ? row.billed_fen : row.billed_refund_fen) = sum.amount_fen;
    row.fee_fen += sum.fee_fen;
  }
  for (auto& difference : list_differences(tx, from, to))
    ++table.at(difference.on, difference.channel).differences;
  return table.list();
}

void keep_bill(db::Tx& tx, const Bill& bill, const std::vector<paygate::BillRow>& rows) {
  tx.exec(R"(
      insert into bills (channel, booked_on, error, asked_at) values ($1, $2, $3, $4)
      on conflict (channel, booked_on) do update set error = excluded.error, asked_at = excluded.asked_at)",
          bill.channel, bill.booked_on, bill.error, bill.asked_at);
  if (!bill.error.empty()) return;
  tx.exec("delete from bill_rows where channel = $1 and booked_on = $2", bill.channel, bill.booked_on);
  for (auto& row : rows) {
    auto& number = row.kind == paygate::BillKind::payment ? row.charge_number : row.refund_number;
    tx.exec(R"(
        insert into bill_rows (channel, booked_on, kind, number, gateway_number, amount_fen, fee_fen, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (channel, kind, number) do update set amount_fen = bill_rows.amount_fen + excluded.amount_fen)",
            bill.channel, bill.booked_on, row.kind, number, row.gateway_number, row.amount_fen, row.fee_fen,
            row.at);
  }
}

}  // namespace expogate::payment::store
