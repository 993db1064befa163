#pragma once
#include <boost/describe/class.hpp>
#include <span>

#include "base/enum_text.h"
#include "platform/sheet/sheet_reader.h"

namespace expogate {

/// What is wrong with one cell, so that people find it: the row as the spreadsheet program counts it, and the
/// column by its heading.
struct SheetError {
  std::uint32_t row = 0;
  const EnumLabel* column = nullptr;
  const ErrorCode* code = nullptr;
  Details details = {};
};

/// A sheet below a line of headings, by the columns that an import asks for.
struct SheetTable {
  struct Row {
    std::uint32_t number = 0;
    std::vector<std::string> cells;  ///< one for each column asked for, without blanks at the ends
  };
  std::vector<Row> rows;
  /// Columns that are missing; then there are no rows. Cells that the text gate refuses.
  std::vector<SheetError> errors;
  std::string name;  ///< what people call the sheet that was read
};

/// The first row that holds anything is the headings, in either language or by the columns' names and in any
/// order; columns that nobody asked for are passed over. Throws ValidationError when the file is no sheet.
SheetTable read_table(std::string_view bytes, const SheetLimits& limits, std::span<const EnumLabel> columns);

/// The same from a CSV text, which programs write: what the text gate refuses is marked in its cell (U+FFFD).
/// Nothing when it is none.
std::optional<SheetTable> read_csv_table(std::string_view csv, std::span<const EnumLabel> columns);

/// What an import would do or has done, for people.
struct ImportError {
  int row = 0;
  std::string column, code, message;
};
BOOST_DESCRIBE_STRUCT(ImportError, (), (row, column, code, message))

/// With any error nothing is changed, and the other figures say what could be read so far.
struct ImportReport {
  int rows = 0, added = 0, changed = 0, unchanged = 0;
  int error_count = 0;
  std::vector<ImportError> errors;  ///< the first ones, from the top
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (rows, added, changed, unchanged, error_count, errors))

/// Adds the errors in the reader's language, in the order of rows and of the columns that were asked for.
void report_errors(ImportReport& report, std::vector<SheetError> errors, Locale locale);

}  // namespace expogate
