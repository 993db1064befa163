#include "payment/statement.h"

#include <algorithm>

#include "base/text.h"
#include "platform/sheet/sheet_day.h"
#include "platform/wire/field_errors.h"

namespace expogate::payment {
namespace {

enum Column { bank_serial, booked_on, payer_name, memo, amount };

}  // namespace

std::optional<std::int64_t> fen_of_yuan(std::string_view text) {
  std::int64_t fen = 0;
  int decimals = -1;
  for (char c : text) {
    if (c == ',' && decimals < 0) continue;
    if (c == '.' && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || decimals == 2 || fen > 1'000'000'000'000) return std::nullopt;
    fen = fen * 10 + (c - '0');
    if (decimals >= 0) ++decimals;
  }
  for (; decimals < 2; decimals = std::max(decimals, 0) + 1) fen *= 10;
  return fen > 0 ? std::optional(fen) : std::nullopt;
}

StatementReading read_statement(std::string_view csv) {
  if (!is_clean_utf8(csv)) throw ValidationError("file", statement_not_csv);
  auto table = read_csv_table(csv, statement_columns);
  if (!table) throw ValidationError("file", statement_not_csv);
  StatementReading reading{{}, table->errors};
  for (auto& row : table->rows) {
    auto complain = [&](Column column, const ErrorCode& code) {
      reading.errors.push_back({row.number, &statement_columns[column], &code, {}});
    };
    StatementLine line;
    line.bank_serial = row.cells[bank_serial];
    line.payer_name = row.cells[payer_name];
    line.memo = row.cells[memo];
    if (line.bank_serial.empty()) complain(bank_serial, wire::field_required);
    auto day = parse_sheet_day(row.cells[booked_on]);
    if (!day) complain(booked_on, statement_date_wrong);
    auto fen = fen_of_yuan(half_width(row.cells[amount]));
    if (!fen) complain(amount, statement_amount_wrong);
    line.booked_on = day.value_or(CivilDate{});
    line.amount_fen = fen.value_or(0);
    reading.lines.push_back(std::move(line));
  }
  return reading;
}

}  // namespace expogate::payment
