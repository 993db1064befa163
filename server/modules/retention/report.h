#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "platform/crypto/key_ring.h"
#include "platform/erasure/eraser.h"

/// The proof that no personal data of an edition is left (RET-02).
namespace expogate::retention {

struct ReportedKind {
  erasure::Kind kind = erasure::Kind::identity;
  std::optional<int> days;
  std::optional<Instant> due_at;  ///< until then it is kept
  bool is_due = false;
};
BOOST_DESCRIBE_STRUCT(ReportedKind, (), (kind, days, due_at, is_due))

struct ReportedTable {
  erasure::Kind kind = erasure::Kind::identity;
  std::string table;
  std::vector<std::string> columns;  ///< empty: whole rows
  std::int64_t rows = 0, left = 0;
};
BOOST_DESCRIBE_STRUCT(ReportedTable, (), (kind, table, columns, rows, left))

/// A column that should say nothing of anybody and seems to.
struct Suspicion {
  std::string table, column, what;
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(Suspicion, (), (table, column, what, rows))

struct ErasureReport {
  std::string fair, edition, program;
  Instant made_at;
  bool is_clean = false;
  std::vector<ReportedKind> kinds;
  std::vector<ReportedTable> tables;
  std::vector<Suspicion> suspicions;
  std::int64_t searched_columns = 0, searched_values = 0;
  std::vector<std::string> unknown_columns;  ///< of which nobody has said whether they are personal
  std::int64_t leaving_files = 0;            ///< erased in the database, their bytes not gone yet
  std::int64_t unowned_files = 0;            ///< in the store, of no row
  std::optional<std::int64_t> audit_lines_left;
};
BOOST_DESCRIBE_STRUCT(ErasureReport, (),
                      (fair, edition, program, made_at, is_clean, kinds, tables, suspicions, searched_columns,
                       searched_values, unknown_columns, leaving_files, unowned_files, audit_lines_left))

struct ReportSignature {
  std::string algorithm, public_key, value;  ///< hexadecimal
};
BOOST_DESCRIBE_STRUCT(ReportSignature, (), (algorithm, public_key, value))

/// What is downloaded: the signature is over the bytes of `report` as they stand in it.
struct SignedReport {
  ErasureReport report;
  ReportSignature signature;
};
BOOST_DESCRIBE_STRUCT(SignedReport, (), (report, signature))

std::string sign_report(const ErasureReport& report, const KeyRing& ring);

/// What a file turns out to be: ours and unchanged, or not.
std::optional<ErasureReport> read_signed_report(const std::string& text, const KeyRing& ring);

/// What a text seems to hold of somebody: "mobile", "document", "email", "sealed"; empty: nothing.
std::string_view personal_trace(std::string_view text);

}  // namespace expogate::retention
