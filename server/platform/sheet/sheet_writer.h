#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "platform/sheet/sheet_file.h"

namespace expogate {

inline constexpr std::string_view sheet_content_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Whatever consists of digits but is not counted with (numbers of documents, phones, codes) is text: Excel
/// keeps only 15 digits of a number. An Instant is shown in the fair's time.
using SheetCell = std::variant<std::monostate, std::string, double, CivilDate, Instant>;

/// An xlsx file of one sheet, written row by row to a folder, so that its length costs no memory. Its heading
/// row stays in sight and filters the rows below. Texts stay
/// texts, also those that begin with `=`. No row stops a file: what cannot stand in a cell is marked there
/// (U+FFFD for characters, `…` for a text that was cut), and days before 1900 are words. What does not fit
/// into the sheet itself is thrown, never left out.
class SheetWriter {
 public:
  /// Makes the folder when it is missing. The sheet's tab bears the title. `watermark` says who made the file
  /// and when; it is a note on the first heading, where it does not disturb whoever reads the rows by a
  /// program.
  SheetWriter(const std::filesystem::path& folder, const std::string& title,
              std::span<const std::string> headings, const std::string& watermark);
  ~SheetWriter();
  SheetWriter(const SheetWriter&) = delete;
  SheetWriter& operator=(const SheetWriter&) = delete;

  /// In the first rows below the headings, cells of this column offer these words; others are refused.
  void offer_choices(std::size_t column, std::vector<std::string> words, std::size_t rows);

  void add_row(std::span<const SheetCell> cells);

  /// The last row, which sums up the others and stays where it is when they are filtered or sorted.
  void add_total(std::span<const SheetCell> cells);

  /// Completes the file, which lives as long as this writer.
  const std::filesystem::path& finish();

  /// The same, for files that are small enough to be answered at once.
  std::string finish_as_bytes();
  SheetFile finish_as_file(Instant now);

 private:
  struct Book;
  std::filesystem::path file_;
  std::string title_;
  std::unique_ptr<Book> book_;
  std::size_t columns_ = 0;
  std::uint32_t next_row_ = 0, total_rows_ = 0;
};

}  // namespace expogate
