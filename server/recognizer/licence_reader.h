#pragma once
#include <opencv2/core.hpp>

#include "platform/recognition/recognition.h"
#include "recognizer/cpu_budget.h"
#include "recognizer/ocr_reader.h"

namespace expogate::recognizer {

/// Reads licences: the QR code first, then the page in up to three preparations until code and name convince.
class LicenceReader {
 public:
  /// `picture` is RGB.
  Recognition read(const cv::Mat& picture, const CpuBudget& budget);

 private:
  OcrReader ocr_;
};

}  // namespace expogate::recognizer
