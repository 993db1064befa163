#pragma once
#include <boost/describe/enum.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace expogate {

/// Why a file was not taken as a sheet.
enum class SheetRefusal {
  too_large,         ///< more bytes, packed or unpacked, or more parts than allowed
  not_a_sheet,       ///< by its first bytes or its parts, whatever its name says
  old_or_protected,  ///< .xls, or encrypted with a password
  broken,            ///< cut off, damaged, or XML of a kind that no spreadsheet program writes
  too_many_rows,
  too_many_columns,
  cell_too_long,
};
BOOST_DESCRIBE_ENUM(SheetRefusal, too_large, not_a_sheet, old_or_protected, broken, too_many_rows,
                    too_many_columns, cell_too_long)

/// In people's words.
const ErrorCode& code_of(SheetRefusal refusal);

/// What is let in. Unpacked bytes are counted while they are read: a header may lie.
struct SheetLimits {
  std::size_t file_bytes = 4'000'000;
  std::size_t part_bytes = 64'000'000;
  std::size_t unpacked_bytes = 96'000'000;
  std::size_t shared_text_bytes = 32'000'000;
  std::int64_t parts = 256;
  std::uint32_t rows = 20'000;  ///< that hold anything
  std::uint32_t columns = 64;
  std::size_t cell_bytes = 4 * 32'767;
};

/// Takes a row by its number, from 1, as people see it. Cells are text: numbers as typed, or with the zeros
/// that their format asks for, days as
/// `2025-11-06`, moments as `2025-11-06 09:30:00`, truth as `TRUE` or `FALSE`, formulas by their last result.
using SheetRowSink = std::function<void(std::uint32_t number, const std::vector<std::string>& cells)>;

/// Gives every row that holds anything of the first visible sheet of an xlsx file that anybody may have sent.
/// Rows before a fault have been given already: what is made of them counts only when nothing was refused.
/// `name` becomes what people call the sheet.
std::optional<SheetRefusal> read_sheet(std::string_view bytes, const SheetLimits& limits,
                                       const SheetRowSink& sink, std::string* name = nullptr);

}  // namespace expogate
