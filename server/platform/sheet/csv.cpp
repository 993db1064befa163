#include "platform/sheet/csv.h"

namespace expogate {
namespace {

/// Takes the text in character by character.
class CsvReader {
 public:
  explicit CsvReader(char separator) : separator_(separator) {}
  bool take(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (is_quoted_)
        i += take_quoted(c, i + 1 < text.size() ? text[i + 1] : '\0');
      else if (c == '"' && field_.empty())
        is_quoted_ = true;
      else if (c == separator_)
        end_field();
      else if (c == '\n')
        end_record();
      else if (c != '\r')
        field_ += c;
    }
    if (!field_.empty() || !record_.empty()) end_record();
    return !is_quoted_;
  }

  std::vector<std::vector<std::string>> records;

 private:
  /// How many characters more than this one belong to it.
  std::size_t take_quoted(char c, char next) {
    if (c != '"') return field_ += c, 0;
    if (next == '"') return field_ += c, 1;
    is_quoted_ = false;
    return 0;
  }
  void end_field() {
    record_.push_back(std::move(field_));
    field_.clear();
  }
  void end_record() {
    end_field();
    records.push_back(std::move(record_));
    record_.clear();
  }

  char separator_;
  std::vector<std::string> record_;
  std::string field_;
  bool is_quoted_ = false;
};

}  // namespace

std::optional<std::vector<std::vector<std::string>>> parse_csv(std::string_view text, char separator) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  CsvReader reader(separator);
  if (!reader.take(text)) return std::nullopt;
  return std::move(reader.records);
}

}  // namespace expogate
