#include "payment/statement.h"
#include "platform/db/list_query.h"

namespace expogate::payment::store {
namespace {

constexpr std::string_view columns =
    "id, bank_serial, booked_on, payer_name, memo, amount_fen, payment_id, imported_at, matched_at";

}  // namespace

bool add_line(db::Tx& tx, const StatementLine& l) {
  return tx.exec(R"(
      insert into statement_lines (id, bank_serial, booked_on, payer_name, memo, amount_fen, imported_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (bank_serial) do nothing)",
                 l.id, l.bank_serial, l.booked_on, l.payer_name, l.memo, l.amount_fen, l.imported_at) == 1;
}

bool is_known_line(db::Tx& tx, const std::string& bank_serial) {
  return tx.one<std::int64_t>("select 1 from statement_lines where bank_serial = $1", bank_serial)
      .has_value();
}

std::optional<StatementLine> find_line(db::Tx& tx, const StatementLineId& id) {
  return tx.one<StatementLine>("select " + std::string(columns) + " from statement_lines where id = $1", id);
}

bool match_line(db::Tx& tx, const StatementLineId& id, const PaymentId& payment, Instant now) {
  return tx.exec(
             "update statement_lines set payment_id = $2, matched_at = $3 where id = $1 and payment_id is "
             "null",
             id, payment, now) == 1;
}

Page<StatementLine> list_lines(db::Tx& tx, std::optional<bool> is_matched, const PageRequest& page) {
  db::ListQuery query("statement_lines", columns);
  if (is_matched) query.where(*is_matched ? "payment_id is not null" : "payment_id is null");
  query.order_by(page.sort, {{"booked_on", "booked_on"}, {"amount_fen", "amount_fen"}}, "booked_on desc",
                 "id");
  return query.page<StatementLine>(tx, page);
}

}  // namespace expogate::payment::store
