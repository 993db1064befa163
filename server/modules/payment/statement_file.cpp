#include <algorithm>
#include <set>

#include "base/text.h"
#include "payment/statement.h"
#include "platform/sheet/csv.h"
#include "platform/sheet/sheet_day.h"
#include "platform/sheet/text_encoding.h"
#include "platform/text/text_gate.h"
#include "platform/wire/field_errors.h"

namespace expogate::payment {
namespace {

using Record = std::vector<std::string>;

enum Column { bank_serial, booked_on, payer_name, memo, amount };

/// How Chinese banks head their columns; beside ours in both languages.
const std::vector<std::string_view> serial_names{"银行流水号",  "交易流水号", "流水号",     "核心流水号",
                                                 "交易流水",    "凭证号",     "交易参考号", "回单编号",
                                                 "bank serial", "bank_serial"};
const std::vector<std::string_view> day_names{"记账日期", "交易日期",  "入账日期", "交易时间",
                                              "日期",     "booked on", "booked_on"};
const std::vector<std::string_view> payer_names{"付款人",       "付款人名称", "付款人户名", "付款人姓名",
                                                "对方户名",     "对方名称",   "对方单位",   "对方账户名称",
                                                "对方单位名称", "payer",      "payer_name"};
const std::vector<std::string_view> memo_names{"附言", "交易附言", "客户附言", "用途",
                                               "摘要", "备注",     "memo"};
const std::vector<std::string_view> credit_names{"贷方发生额", "贷方金额", "收入金额",
                                                 "收入",       "转入金额", "贷方发生额(收入)"};
const std::vector<std::string_view> debit_names{"借方发生额", "借方金额", "支出金额",
                                                "支出",       "转出金额", "借方发生额(支取)"};
const std::vector<std::string_view> amount_names{"金额", "交易金额", "发生额", "amount"};
const std::vector<std::string_view> direction_names{"借贷标志", "借贷方向", "收支方向", "借贷", "收支标志"};

constexpr std::size_t max_title_lines = 30, shown_lines = 15;
constexpr int max_age_days = 400;

std::string heading_of(const std::string& cell) {
  auto key = fold_key(half_width(cell));
  // Units and blanks belong to no name: "金额(元)", "交易 日期".
  for (std::string_view noise : {"(元)", "(cny)", "(人民币)", " ", "\u3000"})
    for (auto at = key.find(noise); at != key.npos; at = key.find(noise)) key.erase(at, noise.size());
  return key;
}

std::string joined(const Record& record) {
  std::string line;
  for (auto& cell : record) line += (line.empty() ? "" : "\t") + std::string(trimmed(cell));
  return line;
}

/// Where the columns are. `memos`: their texts are read as one.
struct Places {
  std::optional<std::size_t> serial, day, payer, amount, debit, direction;
  std::vector<std::size_t> memos;
  bool is_complete() const { return serial && day && payer && amount && !memos.empty(); }
};

std::optional<std::size_t> place_of(const Record& headings, const std::vector<std::string_view>& names) {
  for (auto& name : names)
    for (std::size_t i = 0; i < headings.size(); ++i)
      if (heading_of(headings[i]) == heading_of(std::string(name))) return i;
  return std::nullopt;
}

Places places_in(const Record& headings) {
  Places places;
  places.serial = place_of(headings, serial_names);
  places.day = place_of(headings, day_names);
  places.payer = place_of(headings, payer_names);
  places.amount = place_of(headings, credit_names);
  places.debit = place_of(headings, debit_names);
  places.direction = place_of(headings, direction_names);
  if (!places.amount) places.amount = place_of(headings, amount_names);
  for (auto& name : memo_names)
    if (auto found = place_of(headings, {name})) places.memos.push_back(*found);
  return places;
}

Places places_by(const StatementLayout& layout, const Record& headings) {
  auto at = [&](const std::string& name) -> std::optional<std::size_t> {
    if (name.empty()) return std::nullopt;
    return place_of(headings, {name});
  };
  Places places{at(layout.bank_serial),
                at(layout.booked_on),
                at(layout.payer_name),
                at(layout.amount),
                at(layout.debit),
                {},
                {}};
  if (auto found = at(layout.memo)) places.memos.push_back(*found);
  return places;
}

/// As sheets write a day; banks also write `20251010 093000` and `20251010093000`.
std::optional<CivilDate> day_in(std::string_view typed) {
  constexpr std::size_t day_digits = 8, moment_digits = 14;
  auto text = half_width(typed);
  auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  bool is_compact = digits == day_digits || digits == moment_digits;
  return parse_sheet_day(is_compact ? std::string_view(text).substr(0, day_digits) : text);
}

bool is_outgoing_word(std::string_view word) {
  auto key = fold_key(word);
  return key == "借" || key == "支出" || key == "支" || key == "d" || key == "debit" || key == "往账" ||
         key == "付";
}

class LineReader {
 public:
  LineReader(const Places& places, const CivilDate& today, StatementReading& reading)
      : places_(places), today_(today), reading_(reading) {}

  void take(std::uint32_t number, const Record& record) {
    number_ = number;
    if (is_outgoing(record)) {
      ++reading_.outgoing;
      return;
    }
    StatementLine line;
    line.bank_serial = cell(record, places_.serial);
    line.payer_name = cell(record, places_.payer);
    for (auto place : places_.memos) {
      auto text = cell(record, place);
      if (!text.empty()) line.memo += (line.memo.empty() ? "" : " ") + text;
    }
    auto day = day_in(cell(record, places_.day));
    auto fen = fen_of_yuan(cell(record, places_.amount));
    if (line.bank_serial.empty()) complain(bank_serial, wire::field_required);
    bool is_near = day && days_between(*day, today_) >= -1 && days_between(*day, today_) <= max_age_days;
    if (!is_near) complain(booked_on, statement_date_wrong);
    if (!fen) complain(amount, statement_amount_wrong);
    line.booked_on = day.value_or(CivilDate{});
    line.amount_fen = fen.value_or(0);
    if (is_near && !seen_.insert(line.bank_serial + "|" + line.booked_on.text).second)
      complain(bank_serial, statement_doubled);
    reading_.lines.push_back(std::move(line));
  }

 private:
  static std::string cell(const Record& record, std::optional<std::size_t> place) {
    return place && *place < record.size() ? shown(trimmed(record[*place])) : "";
  }

  bool is_outgoing(const Record& record) const {
    if (is_outgoing_word(cell(record, places_.direction))) return true;
    auto amount_text = cell(record, places_.amount);
    if (amount_text.starts_with('-') && fen_of_yuan(std::string_view(amount_text).substr(1))) return true;
    return fen_of_yuan(cell(record, places_.debit)).has_value() && !fen_of_yuan(amount_text);
  }

  void complain(Column column, const ErrorCode& code) {
    reading_.errors.push_back({number_, &statement_columns[column], &code, {}});
  }

  const Places& places_;
  const CivilDate& today_;
  StatementReading& reading_;
  std::set<std::string> seen_;
  std::uint32_t number_ = 0;
};

char separator_of(std::string_view text) {
  auto head = text.substr(0, 4000);
  auto count = [&](char c) { return std::count(head.begin(), head.end(), c); };
  if (count('\t') > count(',') && count('\t') > count(';')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

bool holds_anything(const Record& record) {
  return std::any_of(record.begin(), record.end(), [](auto& cell) { return !trimmed(cell).empty(); });
}

/// Below its lines a bank puts sums and signatures, which have no serial and no amount.
bool is_footer(const Record& record) {
  return std::count_if(record.begin(), record.end(), [](auto& cell) { return !trimmed(cell).empty(); }) < 3;
}

}  // namespace

StatementReading read_statement(std::string_view file, const StatementLayouts& layouts,
                                const CivilDate& today) {
  auto text = decoded_text(file);
  if (!text) throw ValidationError("file", statement_not_csv);
  auto records = parse_csv(*text, separator_of(*text));
  if (!records || records->empty()) throw ValidationError("file", statement_not_csv);
  StatementReading reading;
  std::optional<Places> places;
  std::size_t first = 0;
  for (std::size_t i = 0; i < std::min(records->size(), max_title_lines) && !places; ++i) {
    auto known = layouts.find(joined((*records)[i]));
    auto found = known == layouts.end() ? places_in((*records)[i]) : places_by(known->second, (*records)[i]);
    if (found.is_complete()) {
      places = found;
      first = i + 1;
    }
  }
  if (!places) {
    for (auto& record : *records)
      if (holds_anything(record) && reading.unknown_lines.size() < shown_lines)
        reading.unknown_lines.push_back(record);
    return reading;
  }
  LineReader lines(*places, today, reading);
  for (std::size_t i = first; i < records->size(); ++i)
    if (holds_anything((*records)[i]) && !is_footer((*records)[i]))
      lines.take(std::uint32_t(i + 1), (*records)[i]);
  return reading;
}

}  // namespace expogate::payment
