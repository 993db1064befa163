#include "base/text.h"
#include "payment/bank_transfer.h"
#include "platform/db/list_query.h"

namespace expogate::payment::store {
namespace {

constexpr std::string_view row_columns =
    "t.id, t.order_id, r.number as order_number, p.number as reference, o.name_zh as organization_name_zh, "
    "o.name_en as organization_name_en, r.state as order_state, r.persons, r.total_fen, t.amount_fen, "
    "t.payer_name, t.payer_bank, "
    "t.payer_account_masked, t.remitted_on, t.note, t.state, t.reason, t.submitted_at, t.decided_at, "
    "t.version";

db::ListQuery rows() {
  db::ListQuery query("bank_transfers t", row_columns);
  query.join("join orders r on r.id = t.order_id")
      .show("join payments p on p.id = t.payment_id")
      .show("join organizations o on o.id = r.organization_id");
  return query;
}

const std::string select_transfers =
    "select id, order_id, payment_id, payer_name, payer_bank, payer_account_sealed, payer_account_masked, "
    "amount_fen, remitted_on, note, coalesce(voucher_file_id, '') as voucher_file_id, state, reason, "
    "submitted_at, decided_by, decided_at, version from bank_transfers ";

}  // namespace

std::optional<BankTransfer> find_transfer(db::Tx& tx, const TransferId& id) {
  return tx.one<BankTransfer>(select_transfers + "where id = $1", id);
}

std::optional<BankTransfer> find_open_transfer(db::Tx& tx, const OrderId& order) {
  return tx.one<BankTransfer>(select_transfers + "where order_id = $1 and state = 'submitted'", order);
}

std::vector<TransferRow> list_transfers_of_order(db::Tx& tx, const OrderId& order) {
  return rows()
      .where("t.order_id = ?", order)
      .order_by("", {}, "t.submitted_at", "t.id")
      .all<TransferRow>(tx);
}

Page<TransferRow> list_transfers(db::Tx& tx, const EditionId& edition, const TransferFilter& filter,
                                 const PageRequest& page) {
  auto query = rows();
  query.where("r.edition_id = ?", edition).where_in("t.state", filter.state);
  if (filter.order) query.where("r.number = ?", ascii_upper(*filter.order));
  if (filter.payer) query.where("t.payer_name like ? escape '!'", db::like_pattern(*filter.payer));
  if (filter.submitted_from_on) query.where("t.submitted_at >= ?", fair_day_start(*filter.submitted_from_on));
  if (filter.submitted_to_on) query.where("t.submitted_at < ?", fair_day_end(*filter.submitted_to_on));
  query.order_by(page.sort, {{"submitted_at", "t.submitted_at"}, {"amount_fen", "t.amount_fen"}},
                 "t.submitted_at", "t.id");
  return query.page<TransferRow>(tx, page);
}

std::vector<TransferEvidence> list_evidence(db::Tx& tx, const BankTransfer& t) {
  return tx.query<TransferEvidence>(R"(
      select l.bank_serial, l.booked_on, l.payer_name, l.memo, l.amount_fen,
             l.payment_id is not null as is_matched, false as has_reference,
             l.payer_name in ($4, o.name_zh, o.name_en) as is_same_payer
      from statement_lines l
      join orders r on r.id = $1
      join organizations o on o.id = r.organization_id
      where l.payment_id = $2 or (l.payment_id is null and l.amount_fen = $3 and l.booked_on >= $5)
      order by case when l.payer_name in ($4, o.name_zh, o.name_en) then 0 else 1 end, l.booked_on, l.id limit 20)",
                                    t.order_id, t.payment_id, t.amount_fen, t.payer_name,
                                    fair_date(fair_day_start(t.remitted_on) - hours(12)));
}

void add_transfer(db::Tx& tx, const BankTransfer& t) {
  tx.exec(R"(
      insert into bank_transfers (id, order_id, payment_id, payer_name, payer_bank, payer_account_sealed,
                                  payer_account_masked, amount_fen, remitted_on, note, voucher_file_id, state, reason,
                                  submitted_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1))",
          t.id, t.order_id, t.payment_id, t.payer_name, t.payer_bank, t.payer_account_sealed,
          t.payer_account_masked, t.amount_fen, t.remitted_on, t.note, t.voucher_file_id, t.state, t.reason,
          t.submitted_at);
}

bool decide_transfer(db::Tx& tx, const TransferId& id, TransferState to, const std::string& reason,
                     const AccountId& by, Instant now) {
  return tx.exec(R"(
      update bank_transfers set state = $2, reason = $3, decided_by = $4, decided_at = $5, version = version + 1
      where id = $1 and state = 'submitted')",
                 id, to, reason, by, now) == 1;
}

}  // namespace expogate::payment::store
