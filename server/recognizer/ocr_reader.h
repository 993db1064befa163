#pragma once
#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/recognition/recognition.h"
#include "recognizer/cpu_budget.h"
#include "recognizer/reading/text_line.h"

namespace expogate::recognizer {

/// Reads characters. Chinese pages are read as loose lines, since a licence is a form and no running text;
/// codes are read a second time by a reader that knows only their alphabet.
class OcrReader {
 public:
  /// Throws std::runtime_error when the language data is missing.
  OcrReader();
  ~OcrReader();
  OcrReader(const OcrReader&) = delete;
  OcrReader& operator=(const OcrReader&) = delete;

  /// Nothing when the budget did not suffice: a page takes a second, noise would take for ever.
  std::optional<std::vector<TextLine>> lines(const cv::Mat& page, const CpuBudget& budget);
  /// One line or, where the place is tall, several.
  std::string code_text(const cv::Mat& page, const Box& place, int text_height, bool is_one_line,
                        const CpuBudget& budget);
  /// The characters of one line with the certainty of each.
  std::vector<Symbol> symbols(const cv::Mat& page, const Box& place, const CpuBudget& budget);

 private:
  struct Engines;
  std::unique_ptr<Engines> engines_;
};

}  // namespace expogate::recognizer
