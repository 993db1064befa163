#include "recognizer/reading/name_reading.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/text.h"
#include "platform/text/folding.h"
#include "recognizer/reading/label.h"

namespace expogate::recognizer {
namespace {

using Lines = std::vector<TextLine>;

/// 名　称 with whatever was read around it; a line of its own, or the beginning of one.
constexpr std::size_t longest_label = 4;

std::optional<std::size_t> label_end(const std::vector<std::string_view>& characters) {
  for (std::size_t i = 0; i < std::min(characters.size(), longest_label); ++i)
    if (characters[i] == "称") return i + 1;
  return std::nullopt;
}

struct Label {
  Box box;
  bool has_value = false;
};

std::optional<Label> name_label(const Lines& lines, const Box& code_label) {
  for (auto& line : lines) {
    bool is_above_the_code = !code_label.is_empty() && line.box.middle_y() < code_label.y;
    if (is_above_the_code) continue;
    auto folded = folded_name(line.text);
    auto characters = characters_of(folded);
    if (auto end = label_end(characters)) return Label{line.box, characters.size() > *end + 2};
  }
  return std::nullopt;
}

bool is_of_the_right_column(const TextLine& line) {
  // 人民币 in full: 人民医院 is two thirds of it
  return label_likeness(line.text, "注册资本") >= 0.5 || label_likeness(line.text, "人民币") == 1;
}

/// What stands in the row of the label, up to the next column.
TextLine value_in_row(const Lines& lines, const Label& label, int page_width) {
  auto& row = label.box;
  int height = row.height;
  int start = label.has_value ? row.x : row.right();
  TextLine value;
  for (auto& line : lines) {
    bool is_in_the_row = std::abs(line.box.middle_y() - row.middle_y()) < height;
    bool is_to_the_right = line.box.x >= start - height;
    bool is_value = code_points(folded_name(line.text)) >= 2 && !is_of_the_right_column(line);
    if (!is_in_the_row || !is_to_the_right || !is_value) continue;
    value.box = around(value.box, line.box);
    value.text += line.text;
  }
  if (value.box.is_empty()) value.box = {start + height, row.y, page_width * 45 / 100, height};
  return value;
}

Box cut_before_right_column(Box value, const Lines& lines) {
  for (auto& line : lines) {
    bool is_in_the_row = std::abs(line.box.middle_y() - value.middle_y()) < value.height;
    if (is_in_the_row && line.box.x > value.x && is_of_the_right_column(line))
      value.width = std::min(value.width, line.box.x - value.height / 2 - value.x);
  }
  return value;
}

/// The second line of a long name: it begins where the first does, close below, with no label beside it.
std::optional<Box> continuation(const Lines& lines, const Box& first) {
  int height = first.height;
  for (auto& line : lines) {
    bool is_aligned = std::abs(line.box.x - first.x) < height / 2;
    bool is_just_below = line.box.y > first.middle_y() && line.box.y - first.bottom() < height;
    if (!is_aligned || !is_just_below) continue;
    bool has_label = std::any_of(lines.begin(), lines.end(), [&](auto& other) {
      return other.box.right() <= line.box.x &&
             std::abs(other.box.middle_y() - line.box.middle_y()) < height * 2 / 3;
    });
    if (!has_label) return line.box;
  }
  return std::nullopt;
}

}  // namespace

NamePlace name_place(const Lines& lines, const Box& code_label, int page_width) {
  NamePlace place;
  TextLine first;
  if (auto label = name_label(lines, code_label)) {
    first = value_in_row(lines, *label, page_width);
    first.box = cut_before_right_column(first.box, lines);
    place.begins_with_label = label->has_value;
  } else {
    auto named = std::find_if(lines.begin(), lines.end(), [](auto& line) {
      return code_points(folded_name(line.text)) >= 6 && ends_like_an_organization(line.text);
    });
    if (named == lines.end()) return place;
    first = *named;
  }
  place.rows.push_back(first.box);
  if (ends_like_an_organization(first.text)) return place;
  if (auto second = continuation(lines, first.box)) place.rows.push_back(*second);
  return place;
}

bool ends_like_an_organization(std::string_view name) {
  constexpr std::array<std::string_view, 16> endings{
      "公司", "有限合伙", "普通合伙", "企业", "合作社", "医院",   "学院", "大学",
      "中心", "研究院",   "研究所",   "学校", "博物馆", "图书馆", "厂",   "店"};
  auto folded = folded_name(name);
  return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return folded.ends_with(ending); });
}

std::vector<Symbol> without_label(std::vector<Symbol> symbols, bool begins_with_label) {
  auto is_mark = [](const Symbol& symbol) {
    constexpr std::array<std::string_view, 6> brackets{"（", "）", "(", ")", "【", "】"};
    return folded_name(symbol.text).empty() &&
           std::find(brackets.begin(), brackets.end(), symbol.text) == brackets.end();
  };
  if (begins_with_label) {
    auto most = symbols.begin() + std::ptrdiff_t(std::min(symbols.size(), longest_label + 1));
    auto label = std::find_if(symbols.begin(), most, [](auto& symbol) { return symbol.text == "称"; });
    if (label != most) symbols.erase(symbols.begin(), label + 1);
  }
  symbols.erase(symbols.begin(), std::find_if_not(symbols.begin(), symbols.end(), is_mark));
  while (!symbols.empty() && is_mark(symbols.back())) symbols.pop_back();
  return symbols;
}

}  // namespace expogate::recognizer
