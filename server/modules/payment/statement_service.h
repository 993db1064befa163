#pragma once
#include "payment/statement.h"
#include "payment/transfer_service.h"

namespace expogate::payment {

/// What an import of a statement does, or did.
struct StatementReport {
  int rows = 0, added = 0, known = 0, matched = 0, outgoing = 0;
  int error_count = 0;
  std::vector<ImportError> errors;
  /// Where the headings were not understood: the file's first lines, to be pointed at once for this bank.
  std::vector<std::vector<std::string>> unknown_lines;
};
BOOST_DESCRIBE_STRUCT(StatementReport, (),
                      (rows, added, known, matched, outgoing, error_count, errors, unknown_lines))

class StatementService {
 public:
  StatementService(db::Database& database, const Clock& clock, order::OrderService& orders,
                   TransferService& transfers)
      : database_(database), clock_(clock), orders_(orders), transfers_(transfers) {}

  /// What importing it would do; changes nothing.
  StatementReport check(const Caller& caller, std::string_view csv);
  /// All lines or none; those that are there already stay as they are.
  StatementReport import(const Caller& caller, std::string_view csv);
  Page<StatementRow> list(const StatementFilter& filter, const PageRequest& page);
  /// The orders that an unmatched line may pay.
  std::vector<StatementProposal> propose(const Caller& caller, const StatementLineId& id);
  /// Remembers what a bank calls its columns: `headings` is the file's own line of them.
  void write_layout(const Caller& caller, const std::vector<std::string>& headings,
                    const StatementLayout& layout);
  /// By finance's word: this line pays that order. Another amount than the order's goes back.
  void match(const Caller& caller, const StatementLineId& id, const std::string& order_number);

 private:
  StatementReading read(db::Tx& tx, const Caller& caller, std::string_view csv);
  /// The attempt that a line pays by itself: the only one that its memo names, for this amount, and either
  /// unpaid or confirmed by its voucher, whose money this is.
  static std::optional<Payment> payment_of(db::Tx& tx, const StatementLine& line);
  void settle(db::Tx& tx, const Caller& caller, const StatementLine& line, const Payment& payment);
  db::Database& database_;
  const Clock& clock_;
  order::OrderService& orders_;
  TransferService& transfers_;
};

}  // namespace expogate::payment
