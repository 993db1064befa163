#include "payment/verification.h"

#include "platform/db/check.h"

namespace expogate::payment {
namespace {

constexpr db::Check checks[] = {
    {"an order's total or persons differ from its items", R"(
      select r.number from orders r
      where r.total_fen <> (select coalesce(sum(i.fee_fen), 0) from order_items i where i.order_id = r.id)
         or r.persons <> (select count(*) from order_items i where i.order_id = r.id))"},
    {"an order that is closed keeps its people, or an open one has lost them", R"(
      select distinct r.number from orders r join order_items i on i.order_id = r.id
      where (r.state in ('unpaid', 'paid')) <> i.is_open)"},
    {"somebody of a paid order still waits to pay", R"(
      select a.number from orders r join order_items i on i.order_id = r.id join attendees a on a.id = i.attendee_id
      where r.state = 'paid' and a.state in ('draft', 'pending_confirmation', 'awaiting_group', 'awaiting_payment'))"},
    {"a payment that was received is not in the ledger as it was received", R"(
      select p.number from payments p left join ledger_transfers t on t.id = 'payment/' || p.id
      where p.state = 'paid' and (t.id is null or t.amount <> p.received_fen or t.phase <> 'posted'))"},
    {"a refund's money is not in the ledger as far as the refund is", R"(
      select f.number from refunds f left join ledger_transfers t on t.id = 'refund/' || f.id
      where (f.state = 'done' and (t.id is null or t.amount <> f.amount_fen or t.phase <> 'posted'))
         or (f.state in ('processing', 'failed') and (t.id is null or t.amount <> f.amount_fen or t.phase <> 'pending'))
         or (f.state in ('requested', 'refused') and t.id is not null))"},
    {"an order's money does not balance", R"(
      select r.number from orders r join ledger_accounts l on l.id = 'money/order/' || r.id
      where l.credits_posted - l.debits_posted - l.debits_pending <>
            case when r.state = 'paid'
                 then r.total_fen - (select coalesce(sum(f.amount_fen), 0) from refunds f
                                     where f.order_id = r.id and f.kind = 'rejected'
                                       and f.state in ('processing', 'failed', 'done'))
                 else 0 end)"},
    {"a paid order has received nothing", R"(
      select r.number from orders r
      where r.state = 'paid' and not exists (select 1 from ledger_accounts l where l.id = 'money/order/' || r.id))"},
    {"what an order has given back differs from its refunds", R"(
      select r.number from orders r
      where r.refunded_fen <> (select coalesce(sum(f.amount_fen), 0) from refunds f
                               where f.order_id = r.id and f.kind = 'rejected' and f.state = 'done'))"},
};

}  // namespace

std::vector<std::string> verify(db::Tx& tx) {
  return db::run_checks(tx, "money", checks);
}

}  // namespace expogate::payment
