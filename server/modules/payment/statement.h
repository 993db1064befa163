#pragma once
#include <map>
#include <span>

#include "base/page.h"
#include "payment/payment.h"
#include "platform/db/tx.h"
#include "platform/sheet/sheet_table.h"
#include "platform/wire/text_types.h"

/// The bank's statements: lines that are matched to the transfers they pay (ORD-04).
namespace expogate::payment {

using StatementLineId = Id<struct StatementLineNoun>;

struct StatementLine {
  StatementLineId id;
  std::string bank_serial;
  CivilDate booked_on;
  std::string payer_name, memo;
  std::int64_t amount_fen = 0;
  std::optional<PaymentId> payment_id;
  Instant imported_at;
  std::optional<Instant> matched_at;
};
BOOST_DESCRIBE_STRUCT(StatementLine, (),
                      (id, bank_serial, booked_on, payer_name, memo, amount_fen, payment_id, imported_at,
                       matched_at))

struct StatementFilter {
  std::optional<bool> is_matched;
  std::optional<CivilDate> booked_from_on, booked_to_on;
  std::optional<wire::Text<1, 60>> q;  ///< part of the serial, the payer or the memo
};
BOOST_DESCRIBE_STRUCT(StatementFilter, (), (is_matched, booked_from_on, booked_to_on, q))

/// A line beside the order that it paid.
struct StatementRow {
  StatementLineId id;
  std::string bank_serial;
  CivilDate booked_on;
  std::string payer_name, memo;
  std::int64_t amount_fen = 0;
  Instant imported_at;
  std::optional<Instant> matched_at;
  std::optional<OrderId> order_id;
  std::string order_number;
};
BOOST_DESCRIBE_STRUCT(StatementRow, (),
                      (id, bank_serial, booked_on, payer_name, memo, amount_fen, imported_at, matched_at,
                       order_id, order_number))

/// An order that awaits a transfer, and what speaks for this line being it.
struct StatementProposal {
  OrderId order_id;
  std::string order_number, organization_name_zh, organization_name_en, reference;
  std::int64_t total_fen = 0;
  bool has_reference = false;  ///< the memo names it
  bool is_same_payer = false;  ///< the payer announced this transfer, or is the organization
  bool is_same_amount = false;
};
BOOST_DESCRIBE_STRUCT(StatementProposal, (),
                      (order_id, order_number, organization_name_zh, organization_name_en, reference,
                       total_fen, has_reference, is_same_payer, is_same_amount))

inline constexpr EnumLabel statement_columns[] = {
    {"bank_serial", "银行流水号", "Bank serial number"},
    {"booked_on", "记账日期", "Booking date"},
    {"payer_name", "付款人", "Payer"},
    {"memo", "附言", "Remarks"},
    {"amount", "金额", "Amount"},
};

/// What a bank calls the columns, as finance has said it once; `debit` where outgoing money has a column of
/// its own.
struct StatementLayout {
  std::string bank_serial, booked_on, payer_name, memo, amount, debit;
};
BOOST_DESCRIBE_STRUCT(StatementLayout, (), (bank_serial, booked_on, payer_name, memo, amount, debit))

/// Layouts by the line of headings that they are for, its cells joined by tabs.
using StatementLayouts = std::map<std::string, StatementLayout>;

/// What a file says, and what is wrong with it by row and column.
struct StatementReading {
  std::vector<StatementLine> lines;
  std::vector<SheetError> errors;
  int outgoing = 0;  ///< lines of money that left, which pay nothing here
  /// Where no line of headings was understood: the first lines of the file, for somebody to point at it.
  std::vector<std::vector<std::string>> unknown_lines;
};

/// A statement as banks give it: CSV with commas, semicolons or tabs; UTF-8, UTF-16 or GBK; with title lines
/// above the headings. `today` bounds the days. Throws ValidationError when it is no such file.
StatementReading read_statement(std::string_view file, const StatementLayouts& layouts,
                                const CivilDate& today);

/// `1,234.50` in fen; nothing for what is no amount above zero.
std::optional<std::int64_t> fen_of_yuan(std::string_view text);

inline const ErrorCode statement_not_csv{"statement.not_csv", "请上传银行导出的 CSV 或文本文件",
                                         "Please upload the CSV or text file exported by the bank"};
inline const ErrorCode statement_amount_wrong{
    "statement.amount_wrong", "应为大于零的金额，最多两位小数",
    "Must be an amount greater than zero with up to two decimal places"};
inline const ErrorCode statement_date_wrong{"statement.date_wrong",
                                            "日期应为 2025-10-20 的格式，且在最近一年内",
                                            "Please use a date such as 2025-10-20, within the last year"};
inline const ErrorCode statement_matched{"statement.matched", "该流水已匹配",
                                         "This line has already been matched"};
inline const ErrorCode statement_doubled{
    "statement.doubled", "同一天的同一流水号在文件中重复出现",
    "The same serial number appears more than once for the same day in the file"};
inline const ErrorCode statement_contradicts{
    "statement.contradicts", "该流水已导入过，但金额或付款人不同，请核对",
    "This line was imported before with a different amount or payer; please check"};
inline const ErrorCode statement_layout_wrong{"statement.layout_wrong", "请选择文件中的一列",
                                              "Please select one of the file’s columns"};
inline const ErrorCode statement_order_unknown{
    "statement.order_unknown", "没有此订单，或其付款人未选择转账支付",
    "There is no such order, or bank transfer was not chosen for it"};

namespace store {

/// False when the line is there already.
bool add_line(db::Tx& tx, const StatementLine& line);
/// The line of this serial and day, if it was imported before.
std::optional<StatementLine> find_same_line(db::Tx& tx, const StatementLine& line);
/// Whether a line has paid this attempt already.
bool has_line(db::Tx& tx, const PaymentId& payment);
StatementLayouts list_layouts(db::Tx& tx);
void write_layout(db::Tx& tx, const std::string& headings, const StatementLayout& layout, Instant now);
std::optional<StatementLine> find_line(db::Tx& tx, const StatementLineId& id);
/// Compare-and-set: a line pays once.
bool match_line(db::Tx& tx, const StatementLineId& id, const PaymentId& payment, Instant now);
Page<StatementRow> list_lines(db::Tx& tx, const StatementFilter& filter, const PageRequest& page);
/// The likeliest first. A line whose memo names an attempt is offered to nobody else's.
std::vector<StatementProposal> list_proposals(db::Tx& tx, const EditionId& edition, const StatementLine& line,
                                              const std::vector<std::string>& references);

}  // namespace store
}  // namespace expogate::payment
