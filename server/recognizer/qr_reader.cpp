#include "recognizer/qr_reader.h"

// Alone with ZXing in this file: its headers define macros that break others.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

namespace expogate::recognizer {

std::optional<QrReading> read_qr(const cv::Mat& grey) {
  ZXing::DecodeHints
      hints;  // tries harder, turned and smaller by default; without that most codes are missed
  hints.setFormats(ZXing::BarcodeFormat::QRCode);
  auto result = ZXing::ReadBarcode({grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum}, hints);
  if (!result.isValid()) return std::nullopt;
  int quarters_turned = (result.orientation() + 360 + 45) / 90 % 4;
  return QrReading{result.text(), (4 - quarters_turned) % 4};
}

}  // namespace expogate::recognizer
