#include "recognizer/ocr_reader.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace expogate::recognizer {
namespace {

using tesseract::PageIteratorLevel;

constexpr std::chrono::milliseconds longest_pass(5000);  // a page takes one second

/// False when nothing was read within the budget.
bool read(tesseract::TessBaseAPI& engine, const cv::Mat& grey, tesseract::PageSegMode mode,
          const CpuBudget& budget) {
  if (budget.is_spent()) return false;
  engine.SetPageSegMode(mode);
  engine.SetImage(grey.data, grey.cols, grey.rows, 1, int(grey.step));
  engine.SetSourceResolution(300);
  CpuBudget pass(std::min(longest_pass, budget.left()));
  tesseract::ETEXT_DESC monitor;
  monitor.cancel_this = &pass;
  monitor.cancel = [](void* limit, int) { return static_cast<const CpuBudget*>(limit)->is_spent(); };
  return engine.Recognize(&monitor) == 0;
}

/// Calls `visit` for each piece of the page on this level.
template <class Visit>
void for_each_piece(tesseract::TessBaseAPI& engine, PageIteratorLevel level, Visit visit) {
  std::unique_ptr<tesseract::ResultIterator> piece(engine.GetIterator());
  if (!piece) return;
  do {
    std::unique_ptr<char[]> text(piece->GetUTF8Text(level));
    if (text) visit(std::string(text.get()), *piece);
  } while (piece->Next(level));
}

/// The place alone, its text about so high, with white around. Empty when it holds too little to read.
cv::Mat cut_out(const cv::Mat& page, const Box& place, int text_height) {
  constexpr int margin = 12;
  auto rectangle =
      cv::Rect(place.x, place.y, place.width, place.height) & cv::Rect(0, 0, page.cols, page.rows);
  if (rectangle.width < 20 || rectangle.height < 8) return {};
  double scale = std::clamp(double(text_height) / rectangle.height, 0.5, 3.0);
  cv::Mat result;
  cv::resize(page(rectangle), result, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
  cv::copyMakeBorder(result, result, margin, margin, margin, margin, cv::BORDER_CONSTANT, cv::Scalar(255));
  return result;
}

}  // namespace

struct OcrReader::Engines {
  tesseract::TessBaseAPI chinese, codes;
};

OcrReader::OcrReader() : engines_(std::make_unique<Engines>()) {
  ::setMsgSeverity(L_SEVERITY_NONE);
  auto start = [](tesseract::TessBaseAPI& engine, const char* language) {
    if (engine.Init(nullptr, language, tesseract::OEM_LSTM_ONLY) != 0)
      throw std::runtime_error(std::string("tesseract has no data for ") + language);
    engine.SetVariable("debug_file", "/dev/null");
  };
  start(engines_->chinese, "chi_sim");
  start(engines_->codes, "eng");
  engines_->codes.SetVariable("tessedit_char_whitelist", "0123456789ABCDEFGHJKLMNPQRTUWXY");
}

OcrReader::~OcrReader() = default;

std::optional<std::vector<TextLine>> OcrReader::lines(const cv::Mat& page, const CpuBudget& budget) {
  if (!read(engines_->chinese, page, tesseract::PSM_SPARSE_TEXT, budget)) return std::nullopt;
  std::vector<TextLine> lines;
  for_each_piece(engines_->chinese, tesseract::RIL_TEXTLINE, [&](std::string text, auto& piece) {
    int left = 0, top = 0, right = 0, bottom = 0;
    piece.BoundingBox(tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom);
    lines.push_back({std::move(text), {left, top, right - left, bottom - top}});
  });
  return lines;
}

std::string OcrReader::code_text(const cv::Mat& page, const Box& place, int text_height, bool is_one_line,
                                 const CpuBudget& budget) {
  auto cut = cut_out(page, place, text_height);
  auto mode = is_one_line ? tesseract::PSM_SINGLE_LINE : tesseract::PSM_SINGLE_BLOCK;
  if (cut.empty() || !read(engines_->codes, cut, mode, budget)) return {};
  std::unique_ptr<char[]> text(engines_->codes.GetUTF8Text());
  return text ? text.get() : "";
}

std::vector<Symbol> OcrReader::symbols(const cv::Mat& page, const Box& place, const CpuBudget& budget) {
  constexpr int text_height = 48;  // what the language data was trained on
  std::vector<Symbol> symbols;
  auto cut = cut_out(page, place, text_height);
  if (cut.empty() || !read(engines_->chinese, cut, tesseract::PSM_SINGLE_LINE, budget)) return symbols;
  for_each_piece(engines_->chinese, tesseract::RIL_SYMBOL, [&](std::string text, auto& piece) {
    symbols.push_back({std::move(text), int(piece.Confidence(tesseract::RIL_SYMBOL))});
  });
  return symbols;
}

}  // namespace expogate::recognizer
