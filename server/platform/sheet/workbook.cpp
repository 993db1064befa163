#include "platform/sheet/workbook.h"

#include <charconv>
#include <map>

#include "base/characters.h"
#include "platform/sheet/date_format.h"
#include "platform/sheet/digit_pattern.h"

namespace expogate::sheet {
namespace {

constexpr std::size_t most_styles = 70'000;  // Excel allows 64,000
constexpr std::size_t text_overhead = sizeof(std::string);

struct Relationship {
  std::string id, type, part;
};

/// Part names are never guessed: programs differ in them, and some name them from the root.
class RelationshipReader final : public XmlHandler {
 public:
  explicit RelationshipReader(std::string_view owner) : owner_(owner) {}
  void open(std::string_view name, const Attributes& attributes) override {
    if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
    found.push_back({std::string(attributes.get("Id")), std::string(attributes.get("Type")),
                     resolved_part(owner_, attributes.get("Target"))});
  }
  /// The part with this last word of its type; empty when there is none.
  std::string part_of_type(std::string_view word) const {
    for (auto& relationship : found)
      if (relationship.type.ends_with(word)) return relationship.part;
    return "";
  }
  std::vector<Relationship> found;

 private:
  std::string_view owner_;
};

class BookReader final : public XmlHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") {
      auto is_1904 = attributes.get("date1904");
      counts_from_1904 = is_1904 == "1" || is_1904 == "true";
    } else if (name == "sheet" && sheet_id.empty()) {
      bool is_visible = attributes.find("state").value_or("visible") == "visible";
      if (!is_visible) return;
      sheet_id = attributes.get("id");
      sheet_name = attributes.get("name");
    }
  }
  std::string sheet_id, sheet_name;
  bool counts_from_1904 = false;
};

class StyleReader final : public XmlHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt" && formats_.size() < most_styles) {
      auto code = attributes.get("formatCode");
      formats_[attributes.number("numFmtId").value_or(0)] = {is_date_format(code), digit_pattern(code)};
    } else if (name == "cellXfs") {
      is_inside_ = true;
    } else if (name == "xf" && is_inside_) {
      require(is_date_style.size() < most_styles, SheetRefusal::broken);
      auto id = attributes.number("numFmtId").value_or(0);
      auto own = formats_.find(id);
      bool is_known = own != formats_.end();
      is_date_style.push_back(is_known ? own->second.is_date : is_built_in_date_format(id));
      patterns.push_back(is_known ? own->second.digits : "");
    }
  }
  void close(std::string_view name) override {
    if (name == "cellXfs") is_inside_ = false;
  }
  std::vector<bool> is_date_style;
  std::vector<std::string> patterns;

 private:
  struct Format {
    bool is_date = false;
    std::string digits;
  };
  std::map<unsigned, Format> formats_;
  bool is_inside_ = false;
};

/// Texts that cells share, with their formatted runs joined; how a text is read aloud (`rPh`) is left out.
class SharedTextReader final : public XmlHandler {
 public:
  explicit SharedTextReader(const SheetLimits& limits) : limits_(limits) {}
  void open(std::string_view name, const Attributes&) override {
    if (name == "si") current_.clear();
    if (name == "rPh") ++reading_aid_;
    if (name == "t") is_text_ = reading_aid_ == 0;
  }
  void close(std::string_view name) override {
    if (name == "t") is_text_ = false;
    if (name == "rPh") --reading_aid_;
    if (name != "si") return;
    bytes_ += current_.size() + text_overhead;
    require(bytes_ <= limits_.shared_text_bytes, SheetRefusal::too_large);
    texts.push_back(unescaped(current_));
  }
  void text(std::string_view piece) override {
    if (is_text_) append_bounded(current_, piece, limits_.cell_bytes);
  }
  std::vector<std::string> texts;

 private:
  const SheetLimits& limits_;
  std::string current_;
  std::size_t bytes_ = 0;
  int reading_aid_ = 0;
  bool is_text_ = false;
};

/// The character that `_x000D_` at this place stands for; 0 when it is ordinary text. Halves of a pair and
/// NUL have no business in a text.
unsigned escaped_character(std::string_view text) {
  constexpr std::size_t size = 7;
  if (text.size() < size || !text.starts_with("_x") || text[size - 1] != '_') return 0;
  unsigned point = 0;
  auto end = std::from_chars(text.data() + 2, text.data() + 6, point, 16);
  bool is_half = point >= 0xD800 && point <= 0xDFFF;
  return end.ptr == text.data() + 6 && !is_half ? point : 0;
}

}  // namespace

std::string unescaped(std::string_view text) {
  std::string out;
  for (auto mark = text.find("_x"); mark != text.npos; mark = text.find("_x")) {
    out.append(text.substr(0, mark));
    auto point = escaped_character(text.substr(mark));
    if (point != 0)
      append_character(out, point);
    else
      out.append("_x");
    text.remove_prefix(mark + (point != 0 ? 7 : 2));
  }
  return out.append(text);
}

void append_bounded(std::string& text, std::string_view more, std::size_t most_bytes) {
  require(text.size() + more.size() <= most_bytes, SheetRefusal::cell_too_long);
  text.append(more);
}

Workbook read_workbook(Package& package, const SheetLimits& limits) {
  RelationshipReader roots("");
  package.read(relationships_of(""), roots);
  auto book_part = roots.part_of_type("/officeDocument");
  BookReader book;
  package.read(book_part, book);
  RelationshipReader parts(book_part);
  package.read(relationships_of(book_part), parts);

  Workbook workbook;
  workbook.sheet_name = book.sheet_name;
  workbook.counts_from_1904 = book.counts_from_1904;
  for (auto& relationship : parts.found)
    if (relationship.id == book.sheet_id) workbook.sheet_part = relationship.part;
  if (auto part = parts.part_of_type("/styles"); package.contains(part)) {
    StyleReader styles;
    package.read(part, styles);
    workbook.is_date_style = std::move(styles.is_date_style);
    workbook.digit_pattern = std::move(styles.patterns);
  }
  if (auto part = parts.part_of_type("/sharedStrings"); package.contains(part)) {
    SharedTextReader texts(limits);
    package.read(part, texts);
    workbook.shared_texts = std::move(texts.texts);
  }
  return workbook;
}

}  // namespace expogate::sheet
