#include "recognizer/licence_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "recognizer/page.h"
#include "recognizer/qr_reader.h"
#include "recognizer/reading/code_reading.h"
#include "recognizer/reading/name_reading.h"

namespace expogate::recognizer {
namespace {

/// What one look at a page gave.
struct PageReading {
  bool was_affordable = true;
  bool is_licence = false;         ///< the label of the code was found, or a code itself
  std::vector<std::string> codes;  ///< a code twice: by both readers
  std::vector<Symbol> name;
};

int mean_confidence(const std::vector<Symbol>& symbols) {
  int sum = 0;
  for (auto& symbol : symbols) sum += symbol.confidence;
  return symbols.empty() ? 0 : sum / int(symbols.size());
}

std::string text_of(const std::vector<Symbol>& symbols) {
  std::string text;
  for (auto& symbol : symbols) text += symbol.text;
  return text;
}

std::vector<std::string> once_each(std::vector<std::string> codes) {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

/// The second reading of the code, by the reader that knows only its alphabet.
std::vector<std::string> codes_read_again(OcrReader& ocr, const cv::Mat& page, const CodePlace& place,
                                          const CpuBudget& budget) {
  for (auto& window : place.windows) {
    int margin = std::max(4, window.height / 5);
    bool is_one_line = place.label.is_empty() || window.height <= place.label.height * 9 / 5;
    for (int text_height : {44, 60}) {
      auto codes =
          codes_in(ocr.code_text(page, window.grown(margin, margin), text_height, is_one_line, budget));
      if (!codes.empty()) return codes;
    }
  }
  return {};
}

std::vector<Symbol> name_on(OcrReader& ocr, const cv::Mat& page, const NamePlace& place,
                            const CpuBudget& budget) {
  std::vector<Symbol> name;
  for (auto& row : place.rows) {
    auto symbols = ocr.symbols(page, row.grown(row.height / 2, row.height / 3), budget);
    name.insert(name.end(), symbols.begin(), symbols.end());
  }
  return without_label(std::move(name), place.begins_with_label);
}

PageReading read_page(OcrReader& ocr, const cv::Mat& page, const CpuBudget& budget) {
  PageReading reading;
  auto found = ocr.lines(page, budget);
  reading.was_affordable = found.has_value();
  if (!found) return reading;
  auto& lines = *found;
  for (auto& line : lines)
    for (auto& code : codes_in(line.text)) reading.codes.push_back(code);
  reading.codes = once_each(std::move(reading.codes));
  auto place = code_place(lines, page.cols);
  reading.is_licence = !place.label.is_empty() || !reading.codes.empty();
  if (!reading.is_licence) return reading;
  for (auto& code : once_each(codes_read_again(ocr, page, place, budget))) reading.codes.push_back(code);
  reading.name = name_on(ocr, page, name_place(lines, place.label, page.cols), budget);
  return reading;
}

/// A complete name is worth more than the best piece of one.
std::pair<bool, int> worth(const std::vector<Symbol>& name) {
  return {ends_like_an_organization(text_of(name)), mean_confidence(name)};
}

/// What all readings of a picture add up to.
class Findings {
 public:
  explicit Findings(bool has_qr) : has_qr_(has_qr) {}
  void add_code(const std::string& code) { ++votes_[code]; }
  void add(PageReading reading) {
    ++attempts_;
    was_affordable_ = reading.was_affordable;
    for (auto& code : reading.codes) add_code(code);
    if (worth(reading.name) > worth(name_)) name_ = std::move(reading.name);
  }

  /// Another look costs a second, and would say the same or cost too much again.
  bool suffice() const { return !was_affordable_ || (has_one_code() && has_a_good_name()); }

  Recognition recognition() const {
    Recognition result;
    auto most =
        std::max_element(votes_.begin(), votes_.end(), [](auto& a, auto& b) { return a.second < b.second; });
    if (most != votes_.end()) result.uscc = most->first;
    for (auto& [code, votes] : votes_) result.codes.push_back(code);
    result.has_qr = has_qr_;
    result.name = text_of(name_);
    result.name_symbols = name_;
    result.attempts = attempts_;
    return result;
  }

 private:
  bool has_one_code() const { return votes_.size() == 1; }
  bool has_a_good_name() const {
    constexpr int sure = 90;
    constexpr std::size_t shortest = 4;
    auto [is_complete, confidence] = worth(name_);
    return is_complete && name_.size() >= shortest && confidence >= sure;
  }

  bool has_qr_;
  bool was_affordable_ = true;
  std::map<std::string, int> votes_;
  std::vector<Symbol> name_;
  int attempts_ = 0;
};

/// Looks at the page; when it says nothing and no QR code has told which side is up, at its other sides too.
PageReading read_from_any_side(OcrReader& ocr, cv::Mat& picture, const Preparation& preparation,
                               bool knows_upright, const CpuBudget& budget) {
  auto page = prepared_page(picture, preparation);
  auto reading = read_page(ocr, page, budget);
  auto may_lie_otherwise = [&] { return !knows_upright && !reading.is_licence && reading.was_affordable; };
  for (int quarters = 1; quarters < 4 && may_lie_otherwise(); ++quarters) {
    reading = read_page(ocr, turned(page, quarters), budget);
    if (reading.is_licence) picture = turned(picture, quarters);
  }
  return reading;
}

}  // namespace

Recognition LicenceReader::read(const cv::Mat& picture, const CpuBudget& budget) {
  constexpr std::array<Preparation, 3> preparations{
      Preparation{}, Preparation{.long_side = 1500, .drops_red = false},
      Preparation{.long_side = 1800, .straightens_sheet = false, .levels_background = false}};
  constexpr int smallest_side = 400;  // a whole licence in less has no characters any more
  cv::Mat grey;
  cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
  auto qr = read_qr(grey);
  Findings findings(qr.has_value());
  if (std::max(picture.cols, picture.rows) < smallest_side) return findings.recognition();
  auto upright = turned(picture, qr ? qr->quarters_to_upright : 0);
  if (qr)
    for (auto& code : once_each(codes_in(qr->text))) findings.add_code(code);
  bool knows_upright = qr.has_value();
  for (auto& preparation : preparations) {
    findings.add(read_from_any_side(ocr_, upright, preparation, knows_upright, budget));
    if (findings.suffice()) break;
    knows_upright = true;  // the first look has tried all sides
  }
  return findings.recognition();
}

}  // namespace expogate::recognizer
