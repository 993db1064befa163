#pragma once
#include <opencv2/core.hpp>
#include <optional>
#include <string>

namespace expogate::recognizer {

struct QrReading {
  std::string text;
  int quarters_to_upright = 0;  ///< clockwise: the code tells how the page lies
};

/// The QR code of a grey picture, if it has one.
std::optional<QrReading> read_qr(const cv::Mat& grey);

}  // namespace expogate::recognizer
