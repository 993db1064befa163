#include "platform/sheet/sheet_writer.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include "base/characters.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"

namespace expogate {
namespace {

constexpr double column_width = 20;
constexpr lxw_color_t heading_colour = 0xDDEBF7;
constexpr std::size_t longest_cell = 32'767;  ///< of a cell, in the units of UTF-16

/// libxlsxwriter goes on after a fault and leaves the cell out: every code counts.
void require(lxw_error code) {
  if (code != LXW_NO_ERROR) throw std::runtime_error(fmt::format("xlsx: {}", lxw_strerror(code)));
}

template <class T>
T* require(T* made) {
  if (made == nullptr) throw std::runtime_error("xlsx: the file cannot be begun");
  return made;
}

/// `2025-11-06` or `2025-11-06 09:30`.
lxw_datetime datetime_of(const std::string& text) {
  auto number = [&](std::size_t at, std::size_t width) { return std::stoi(text.substr(at, width)); };
  lxw_datetime when{number(0, 4), number(5, 2), number(8, 2), 0, 0, 0};
  if (text.size() > 10) when.hour = number(11, 2), when.min = number(14, 2);
  return when;
}

/// Days that a spreadsheet can count; all others are written as words.
bool is_countable(std::string_view day) {
  return parse_civil_date(day.substr(0, 10)) && day >= "1900-03-01";
}

/// `_x0041_` is how a sheet spells a character: who has typed just that gets its first stroke spelt so.
std::string spelt(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdefABCDEF";
  constexpr std::size_t length = 7;
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto here = text.substr(at, length);
    bool is_spelling = here.size() == length && here.starts_with("_x") && here.back() == '_' &&
                       here.substr(2, 4).find_first_not_of(hex) == here.npos;
    out += is_spelling ? "_x005F_" : std::string(1, text[at]);
  }
  return out;
}

/// What a cell holds of a text: what cannot stand in XML is marked, and so is a text that was cut.
std::string cell_text(std::string_view words) {
  auto text = legible(words);
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto character = first_character(std::string_view(text).substr(at));
    units += character.point < 0x10000 ? 1 : 2;
    if (units > longest_cell - 1 && at + character.bytes < text.size())
      return spelt(text.substr(0, at)) + "…";
    at += character.bytes;
  }
  return text.find("_x") == text.npos ? text : spelt(text);
}

/// What may stand on a tab: at most 31 units of UTF-16 and none of the marks that formulas need. A name that
/// is left empty, or that a program keeps for itself, is none.
std::string tab_name(std::string_view title) {
  constexpr std::string_view marks = "[]:*?/\\'";
  constexpr std::size_t longest = 31;
  auto text = legible(title);
  std::string name;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto character = first_character(std::string_view(text).substr(at));
    units += character.point < 0x10000 ? 1 : 2;
    if (units > longest) break;
    bool is_mark = character.bytes == 1 && (character.point < ' ' || marks.find(text[at]) != marks.npos);
    name += is_mark ? " " : text.substr(at, character.bytes);
    at += character.bytes;
  }
  bool is_name = name.find_first_not_of(' ') != name.npos && ascii_lower(name) != "history";
  return is_name ? name : "Sheet";
}

/// Half-made lists of people are nobody else's business.
const std::filesystem::path& made(const std::filesystem::path& folder) {
  if (std::filesystem::create_directories(folder))
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  return folder;
}

}  // namespace

struct SheetWriter::Book {
  Book(const std::string& file, std::string temporary_folder, const std::string& title) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporary_folder.data();
    workbook.reset(require(workbook_new_opt(file.c_str(), &options)));
    sheet = require(workbook_add_worksheet(workbook.get(), tab_name(title).c_str()));
    heading = format("@");
    format_set_bold(heading);
    format_set_bg_color(heading, heading_colour);
    text = format("@");
    number = format("General");
    date = format("yyyy-mm-dd");
    moment = format("yyyy-mm-dd hh:mm");
  }

  lxw_format* format(const char* number_format) {
    auto* made = require(workbook_add_format(workbook.get()));
    format_set_num_format(made, number_format);
    return made;
  }

  void write(lxw_row_t, lxw_col_t, std::monostate) {}
  void write(lxw_row_t row, lxw_col_t column, const std::string& words) { write(row, column, words, text); }
  void write(lxw_row_t row, lxw_col_t column, const std::string& words, lxw_format* look) {
    require(worksheet_write_string(sheet, row, column, cell_text(words).c_str(), look));
  }
  void write(lxw_row_t row, lxw_col_t column, double value) {
    if (!std::isfinite(value)) return write(row, column, fmt::format("{}", value));
    require(worksheet_write_number(sheet, row, column, value, number));
  }
  void write(lxw_row_t row, lxw_col_t column, const CivilDate& day) {
    if (!is_countable(day.text)) return write(row, column, day.text);
    auto when = datetime_of(day.text);
    require(worksheet_write_datetime(sheet, row, column, &when, date));
  }
  void write(lxw_row_t row, lxw_col_t column, Instant at) {
    if (at == Instant{}) return;  // the beginning of all counting: nobody knows when
    auto shown = fair_text(at);
    if (!is_countable(shown)) return write(row, column, shown);
    auto when = datetime_of(shown);
    require(worksheet_write_datetime(sheet, row, column, &when, moment));
  }

  /// To be called at the last row that is filtered: of rows behind which others stand, the library takes no
  /// word.
  void filter_rows(lxw_row_t last, std::size_t columns) {
    require(worksheet_autofilter(sheet, 0, 0, last, lxw_col_t(columns - 1)));
  }

  /// The words stand in columns of a hidden sheet: written in the cell's own rule they may be 255 bytes at
  /// most.
  void write_choices() {
    if (offers.empty()) return;
    auto* words = require(workbook_add_worksheet(workbook.get(), "choices"));
    worksheet_hide(words);
    std::size_t longest = 0;
    for (auto& offer : offers) longest = std::max(longest, offer.words.size());
    for (std::size_t row = 0; row < longest; ++row)
      for (std::size_t i = 0; i < offers.size(); ++i)
        if (row < offers[i].words.size())
          require(worksheet_write_string(words, lxw_row_t(row), lxw_col_t(i),
                                         cell_text(offers[i].words[row]).c_str(), nullptr));
    for (std::size_t i = 0; i < offers.size(); ++i) {
      auto letter = char('A' + i);
      auto place = fmt::format("=choices!${0}$1:${0}${1}", letter, offers[i].words.size());
      lxw_data_validation rule{};
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = place.data();
      require(worksheet_data_validation_range(sheet, 1, offers[i].column, lxw_row_t(offers[i].rows),
                                              offers[i].column, &rule));
    }
  }

  struct Offer {
    lxw_col_t column;
    std::vector<std::string> words;
    std::size_t rows;
  };
  std::vector<Offer> offers;

  struct Free {
    void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
  };
  std::unique_ptr<lxw_workbook, Free> workbook;
  lxw_worksheet* sheet;
  lxw_format *heading, *text, *number, *date, *moment;
};

std::string sheet_file_name(std::string_view title, Instant now) {
  auto day = fair_date(now).text;
  std::erase(day, '-');
  return fmt::format("{} {}.xlsx", title, day);
}

SheetWriter::SheetWriter(const std::filesystem::path& folder, const std::string& title,
                         std::span<const std::string> headings, const std::string& watermark)
    : file_(made(folder) / (random_hex(16) + ".xlsx")),
      title_(title),
      book_(std::make_unique<Book>(file_, folder, title)),
      columns_(headings.size()) {
  expect(!headings.empty(), "a sheet has headings");
  auto last = lxw_col_t(headings.size() - 1);
  require(worksheet_set_column(book_->sheet, 0, last, column_width, book_->text));
  worksheet_freeze_panes(book_->sheet, 1, 0);
  for (std::size_t i = 0; i < headings.size(); ++i)
    book_->write(0, lxw_col_t(i), headings[i], book_->heading);
  require(worksheet_write_comment(book_->sheet, 0, 0, legible(watermark).c_str()));
  next_row_ = 1;
}

SheetWriter::~SheetWriter() {
  std::error_code missing;  // a file that was never completed need not exist
  std::filesystem::remove(file_, missing);
}

void SheetWriter::offer_choices(std::size_t column, std::vector<std::string> words, std::size_t rows) {
  expect(!words.empty() && book_->offers.size() < 26, "a column offers something, and the letters suffice");
  book_->offers.push_back({lxw_col_t(column), std::move(words), rows});
}

void SheetWriter::add_row(std::span<const SheetCell> cells) {
  expect(book_ != nullptr, "a finished sheet takes no more rows");
  for (std::size_t i = 0; i < cells.size(); ++i)
    std::visit([&](auto& cell) { book_->write(next_row_, lxw_col_t(i), cell); }, cells[i]);
  ++next_row_;
}

void SheetWriter::add_total(std::span<const SheetCell> cells) {
  book_->filter_rows(next_row_ - 1, columns_);
  add_row(cells);
  ++total_rows_;
}

const std::filesystem::path& SheetWriter::finish() {
  expect(book_ != nullptr, "a sheet is finished once");
  if (total_rows_ == 0) book_->filter_rows(next_row_ - 1, columns_);
  book_->write_choices();
  auto* workbook = book_->workbook.release();  // closing also frees it
  book_.reset();
  require(workbook_close(workbook));
  return file_;
}

std::string SheetWriter::finish_as_bytes() {
  std::ifstream file(finish(), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw std::runtime_error("xlsx: the finished file cannot be read");
  return bytes;
}

SheetFile SheetWriter::finish_as_file(Instant now) {
  return {sheet_file_name(title_, now), finish_as_bytes()};
}

}  // namespace expogate
