#include "platform/sheet/sheet_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "platform/sheet/date_format.h"
#include "platform/sheet/digit_pattern.h"
#include "platform/sheet/workbook.h"

namespace expogate {
namespace sheet {
namespace {

constexpr std::uint32_t rows_of_a_sheet = 1'048'576, columns_of_a_sheet = 16'384;
constexpr double days_to_1904 = 1'462;
constexpr double most_exact = 1e15;  // beyond, a sheet has lost digits, and shows it

const ErrorCode too_large{"sheet.too_large", "文件过大", "The file is too large"};
const ErrorCode not_a_sheet{"sheet.not_a_sheet", "不是 xlsx 文件，请另存为 Excel 工作簿（.xlsx）",
                            "Not an .xlsx file; please save it as an Excel workbook (.xlsx)"};
const ErrorCode old_or_protected{"sheet.old_or_protected",
                                 "文件为旧版 .xls 或设有密码，请去除密码并另存为 .xlsx",
                                 "The file is in the old .xls format or password-protected; please remove "
                                 "the password and save it as .xlsx"};
const ErrorCode broken{"sheet.broken", "文件已损坏，请重新保存后再试",
                       "The file is damaged; please save it again and retry"};
const ErrorCode too_many_rows{"sheet.too_many_rows", "行数过多", "Too many rows"};
const ErrorCode too_many_columns{"sheet.too_many_columns", "列数过多", "Too many columns"};
const ErrorCode cell_too_long{"sheet.cell_too_long", "有单元格内容过长", "The content of a cell is too long"};

enum class CellType { number, shared_text, own_text, truth, as_written };

CellType cell_type(std::string_view name) {
  if (name == "s") return CellType::shared_text;
  if (name == "inlineStr" || name == "str") return CellType::own_text;
  if (name == "b") return CellType::truth;
  return name.empty() || name == "n" ? CellType::number : CellType::as_written;  // errors, ISO dates
}

/// The column of `BC23`, from 1.
std::uint32_t column_of(std::string_view reference) {
  std::uint32_t column = 0;
  for (char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + std::uint32_t(c - 'A' + 1);
    require(column <= columns_of_a_sheet, SheetRefusal::broken);
  }
  require(column > 0, SheetRefusal::broken);
  return column;
}

template <class Number>
Number parsed(std::string_view text) {
  Number value{};
  auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  require(end.ec == std::errc{} && end.ptr == text.data() + text.size(), SheetRefusal::broken);
  return value;
}

/// `42` for 42.0, and for 0.1 what people typed.
std::string number_text(double value) {
  bool is_whole = std::abs(value) < most_exact && value == std::trunc(value);
  return is_whole ? fmt::format("{}", static_cast<std::int64_t>(value)) : fmt::format("{}", value);
}

class RowReader final : public XmlHandler {
 public:
  RowReader(const Workbook& workbook, const SheetLimits& limits, const SheetRowSink& sink)
      : workbook_(workbook), limits_(limits), sink_(sink) {}

  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "row") begin_row(attributes);
    if (name == "c") begin_cell(attributes);
    if (name == "rPh") ++reading_aid_;
    if (name == "is") is_own_text_ = true;
    if (name == "v" || (name == "t" && is_own_text_)) is_value_ = reading_aid_ == 0;
  }
  void close(std::string_view name) override {
    if (name == "v" || name == "t") is_value_ = false;
    if (name == "is") is_own_text_ = false;
    if (name == "rPh") --reading_aid_;
    if (name == "c") end_cell();
    if (name == "row") end_row();
  }
  void text(std::string_view piece) override {
    if (is_value_) append_bounded(value_, piece, limits_.cell_bytes);
  }

 private:
  void begin_row(const Attributes& attributes) {
    auto number = attributes.number("r").value_or(number_ + 1);
    require(number > number_ && number <= rows_of_a_sheet, SheetRefusal::broken);
    number_ = number;
    column_ = 0;
    cells_.clear();
  }

  void begin_cell(const Attributes& attributes) {
    auto reference = attributes.find("r");
    column_ = reference ? column_of(*reference) : column_ + 1;
    type_ = cell_type(attributes.get("t"));
    style_ = attributes.number("s").value_or(0);
    value_.clear();
  }

  void end_cell() {
    if (value_.empty()) return;
    require(column_ >= 1 && column_ <= limits_.columns, SheetRefusal::too_many_columns);
    if (cells_.size() < column_) cells_.resize(column_);
    cells_[column_ - 1] = cell_text();
  }

  void end_row() {
    if (cells_.empty()) return;
    require(++rows_ <= limits_.rows, SheetRefusal::too_many_rows);
    sink_(number_, cells_);
  }

  std::string cell_text() const {
    switch (type_) {
      case CellType::shared_text: {
        auto index = parsed<std::size_t>(value_);
        require(index < workbook_.shared_texts.size(), SheetRefusal::broken);
        return workbook_.shared_texts[index];
      }
      case CellType::own_text:
        return unescaped(value_);
      case CellType::truth:
        return value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
      case CellType::number:
        return text_of(parsed<double>(value_));
      case CellType::as_written:
        break;
    }
    return value_;
  }

  std::string text_of(double number) const {
    bool is_date = style_ < workbook_.is_date_style.size() && workbook_.is_date_style[style_];
    auto date = is_date ? iso_text(number + (workbook_.counts_from_1904 ? days_to_1904 : 0)) : "";
    if (!date.empty()) return date;
    auto pattern =
        style_ < workbook_.digit_pattern.size() ? std::string_view(workbook_.digit_pattern[style_]) : "";
    bool is_code = !pattern.empty() && number >= 0 && number < most_exact && number == std::trunc(number);
    return is_code ? laid_out(static_cast<std::uint64_t>(number), pattern) : number_text(number);
  }

  const Workbook& workbook_;
  const SheetLimits& limits_;
  const SheetRowSink& sink_;
  std::vector<std::string> cells_;
  std::string value_;
  std::uint32_t number_ = 0, column_ = 0, rows_ = 0, style_ = 0;
  CellType type_ = CellType::number;
  int reading_aid_ = 0;
  bool is_value_ = false, is_own_text_ = false;
};

}  // namespace
}  // namespace sheet

const ErrorCode& code_of(SheetRefusal refusal) {
  switch (refusal) {
    case SheetRefusal::too_large:
      return sheet::too_large;
    case SheetRefusal::not_a_sheet:
      return sheet::not_a_sheet;
    case SheetRefusal::old_or_protected:
      return sheet::old_or_protected;
    case SheetRefusal::too_many_rows:
      return sheet::too_many_rows;
    case SheetRefusal::too_many_columns:
      return sheet::too_many_columns;
    case SheetRefusal::cell_too_long:
      return sheet::cell_too_long;
    case SheetRefusal::broken:
      break;
  }
  return sheet::broken;
}

std::optional<SheetRefusal> read_sheet(std::string_view bytes, const SheetLimits& limits,
                                       const SheetRowSink& sink, std::string* name) {
  try {
    sheet::Package package(bytes, limits);
    auto workbook = sheet::read_workbook(package, limits);
    if (name != nullptr) *name = workbook.sheet_name;
    sheet::RowReader rows(workbook, limits, sink);
    package.read(workbook.sheet_part, rows);
    return std::nullopt;
  } catch (const sheet::Fault& fault) {
    return fault.refusal;
  }
}

}  // namespace expogate
