#include "base/text.h"
#include "payment/refund_case.h"
#include "platform/db/list_query.h"

namespace expogate::payment::store {

Page<RefundCaseRow> list_refund_cases(db::Tx& tx, const EditionId& edition, const RefundFilter& filter,
                                      const PageRequest& page) {
  db::ListQuery query("refunds f",
                      std::string(refund_row_columns) +
                          ", r.state as order_state, r.total_fen as order_total_fen, "
                          "p.number as payment_number, "
                          "p.gateway_number as payment_gateway_number, p.received_fen, p.paid_at");
  query.join("join orders r on r.id = f.order_id")
      .join("join payments p on p.id = f.payment_id")
      .show("join organizations o on o.id = r.organization_id")
      .where("r.edition_id = ?", edition)
      .where_in("f.state", filter.state);
  if (filter.kind) query.where("f.kind = ?", *filter.kind);
  if (filter.channel) query.where("p.channel = ?", *filter.channel);
  if (filter.order_id) query.where("f.order_id = ?", *filter.order_id);
  if (filter.order) query.where("r.number = ?", ascii_upper(*filter.order));
  query.order_by(page.sort, {{"requested_at", "f.requested_at"}, {"amount_fen", "f.amount_fen"}},
                 "f.requested_at desc", "f.id");
  return query.page<RefundCaseRow>(tx, page);
}

std::vector<RefundPersonRow> list_people_of_refunds(db::Tx& tx, const std::vector<RefundId>& refunds) {
  if (refunds.empty()) return {};
  db::ListQuery query("refund_items i",
                      "i.refund_id, i.attendee_id, n.attendee_number as number, n.name_zh, n.name_en, "
                      "n.document_masked, i.amount_fen");
  query.join("join order_items n on n.order_id = i.order_id and n.attendee_id = i.attendee_id")
      .where_in("i.refund_id", refunds)
      .order_by("", {}, "i.refund_id, n.position", "i.attendee_id");
  return query.all<RefundPersonRow>(tx);
}

std::vector<PayeeRow> list_payees(db::Tx& tx, const std::vector<PaymentId>& payments) {
  if (payments.empty()) return {};
  db::ListQuery query(
      "payments p",
      "p.id as payment_id, t.id as transfer_id, coalesce(t.payer_name, '') as payer_name, "
      "coalesce(t.payer_bank, '') as payer_bank, coalesce(t.payer_account_masked, '') as "
      "payer_account_masked, "
      "coalesce(l.payer_name, '') as statement_payer_name, coalesce(l.bank_serial, '') as statement_serial");
  query
      .join(
          "left join bank_transfers t on t.id = (select s.id from bank_transfers s where s.payment_id = p.id "
          "order by case s.state when 'confirmed' then 0 when 'refused' then 2 else 1 end, "
          "s.submitted_at desc limit 1)")
      .join(
          "left join statement_lines l on l.id = (select m.id from statement_lines m where m.payment_id = "
          "p.id "
          "order by m.matched_at limit 1)")
      .where("p.channel = 'transfer'")
      .where_in("p.id", payments)
      .order_by("", {}, "p.id", "p.id");
  return query.all<PayeeRow>(tx);
}

}  // namespace expogate::payment::store
