#include "recognizer/reading/code_reading.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/uscc.h"
#include "recognizer/reading/label.h"

namespace expogate::recognizer {
namespace {

constexpr std::size_t code_length = 18;

/// The alphabet leaves out the letters that look like digits, so where one is read the digit stands.
char digit_for_lookalike(char c) {
  switch (c) {
    case 'O':
      return '0';
    case 'I':
      return '1';
    case 'S':
      return '5';
    case 'Z':
      return '2';
    default:
      return c;
  }
}

bool is_of_a_class_reviewed_silently(std::string_view code) {
  constexpr std::array<std::string_view, 4> classes{"91", "92", "93", "12"};
  return std::find(classes.begin(), classes.end(), code.substr(0, 2)) != classes.end();
}

bool is_certainly_a_code(std::string_view window) {
  return has_valid_check(window) && has_valid_organization_code(window) && has_known_division(window) &&
         is_of_a_class_reviewed_silently(window);
}

void add_codes_of_run(const std::string& run, std::vector<std::string>& codes) {
  for (std::size_t start = 0; start + code_length <= run.size(); ++start)
    if (auto window = run.substr(start, code_length); is_certainly_a_code(window)) codes.push_back(window);
}

}  // namespace

std::vector<std::string> codes_in(std::string_view text) {
  std::vector<std::string> codes;
  std::string run;
  for (char c : normalized_uscc(text)) {
    bool belongs = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    if (belongs) {
      run += digit_for_lookalike(c);
    } else {
      add_codes_of_run(run, codes);
      run.clear();
    }
  }
  add_codes_of_run(run, codes);
  return codes;
}

CodePlace code_place(const std::vector<TextLine>& lines, int page_width) {
  constexpr double least_likeness = 0.6;
  CodePlace place;
  for (auto& line : lines) {
    if (place.label.is_empty() && label_likeness(line.text, "统一社会信用代码") >= least_likeness)
      place.label = line.box;
    if (!codes_in(line.text).empty()) place.windows.push_back(line.box);
  }
  if (place.label.is_empty()) return place;
  auto& label = place.label;
  int height = label.height;
  place.windows.push_back(
      {label.x - height / 2, label.y - height / 3, page_width * 45 / 100, height * 5 / 3});
  place.windows.push_back({label.x - height / 2, label.y + height, label.width * 9 / 5, height * 2});
  for (auto& line : lines) {
    bool is_to_the_right = line.box.x > label.x + label.width / 2;
    bool is_in_the_row = std::abs(line.box.middle_y() - label.middle_y()) < height;
    if (is_to_the_right && is_in_the_row) place.windows.push_back(line.box);
  }
  return place;
}

}  // namespace expogate::recognizer
