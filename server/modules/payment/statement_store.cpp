#include "payment/statement.h"
#include "platform/db/list_query.h"
#include "platform/wire/codec.h"

namespace expogate::payment::store {

struct LayoutRow {
  std::string headings, columns_json;
};
BOOST_DESCRIBE_STRUCT(LayoutRow, (), (headings, columns_json))

namespace {

constexpr std::string_view columns =
    "id, bank_serial, booked_on, payer_name, memo, amount_fen, payment_id, imported_at, matched_at";

std::string serial_and_day(const StatementLine& line) {
  return line.bank_serial + "|" + line.booked_on.text;
}

}  // namespace

bool add_line(db::Tx& tx, const StatementLine& l) {
  return tx.exec(R"(
      insert into statement_lines (id, bank_serial, booked_on, payer_name, memo, amount_fen, imported_at, serial_and_day)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (serial_and_day) do nothing)",
                 l.id, l.bank_serial, l.booked_on, l.payer_name, l.memo, l.amount_fen, l.imported_at,
                 serial_and_day(l)) == 1;
}

std::optional<StatementLine> find_same_line(db::Tx& tx, const StatementLine& line) {
  return tx.one<StatementLine>(
      "select " + std::string(columns) + " from statement_lines where serial_and_day = $1",
      serial_and_day(line));
}

bool has_line(db::Tx& tx, const PaymentId& payment) {
  return tx.one<std::int64_t>("select 1 from statement_lines where payment_id = $1 limit 1", payment)
      .has_value();
}

StatementLayouts list_layouts(db::Tx& tx) {
  StatementLayouts layouts;
  for (auto& row : tx.query<LayoutRow>("select headings, columns_json from statement_layouts"))
    layouts.emplace(row.headings, wire::from_json<StatementLayout>(row.columns_json));
  return layouts;
}

void write_layout(db::Tx& tx, const std::string& headings, const StatementLayout& layout, Instant now) {
  tx.exec(R"(
      insert into statement_layouts (headings, columns_json, created_at) values ($1, $2, $3)
      on conflict (headings) do update set columns_json = excluded.columns_json, created_at = excluded.created_at)",
          headings, wire::to_json(layout), now);
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

Page<StatementRow> list_lines(db::Tx& tx, const StatementFilter& filter, const PageRequest& page) {
  db::ListQuery query("statement_lines l",
                      "l.id, l.bank_serial, l.booked_on, l.payer_name, l.memo, l.amount_fen, l.imported_at, "
                      "l.matched_at, r.id as order_id, coalesce(r.number, '') as order_number");
  query.show("left join payments p on p.id = l.payment_id").show("left join orders r on r.id = p.order_id");
  if (filter.is_matched)
    query.where(*filter.is_matched ? "l.payment_id is not null" : "l.payment_id is null");
  if (filter.booked_from_on) query.where("l.booked_on >= ?", *filter.booked_from_on);
  if (filter.booked_to_on) query.where("l.booked_on <= ?", *filter.booked_to_on);
  if (filter.q) {
    auto part = db::like_pattern(*filter.q);
    query.where(
        "(l.bank_serial like ? escape '!' or l.payer_name like ? escape '!' or l.memo like ? escape '!')",
        part, part, part);
  }
  query.order_by(page.sort, {{"booked_on", "l.booked_on"}, {"amount_fen", "l.amount_fen"}},
                 "l.booked_on desc", "l.id");
  return query.page<StatementRow>(tx, page);
}

std::vector<StatementProposal> list_proposals(db::Tx& tx, const EditionId& edition, const StatementLine& line,
                                              const std::vector<std::string>& references) {
  auto reference = references.empty() ? std::string("-") : references.front();
  auto other = references.size() > 1 ? references[1] : reference;
  bool is_named = !references.empty();
  return tx.query<StatementProposal>(R"(
      select * from (
        select r.id as order_id, r.number as order_number, o.name_zh as organization_name_zh,
               o.name_en as organization_name_en, p.number as reference, p.amount_fen as total_fen,
               p.number in ($2, $5) as has_reference,
               $3 in (o.name_zh, o.name_en, coalesce(t.payer_name, '')) as is_same_payer,
               p.amount_fen = $4 as is_same_amount
        from payments p
        join orders r on r.id = p.order_id
        join organizations o on o.id = r.organization_id
        left join bank_transfers t on t.order_id = r.id and t.state = 'submitted'
        where r.edition_id = $1 and p.channel = 'transfer' and (p.state = 'pending' or p.number in ($2, $5))) likely
      where has_reference or (not $6 and (is_same_payer or is_same_amount))
      order by has_reference desc, is_same_payer desc, is_same_amount desc, order_number limit 10)",
                                     edition, reference, line.payer_name, line.amount_fen, other, is_named);
}

}  // namespace expogate::payment::store
