#pragma once
#include <opencv2/core.hpp>
#include <opencv2/objdetect.hpp>

namespace expogate::recognizer {

/// Finds faces from the front, as photos for badges show them.
class FaceFinder {
 public:
  /// Throws when the description of a face is not where Debian's opencv-data puts it.
  FaceFinder();
  /// `picture` is RGB.
  int count(const cv::Mat& picture);

 private:
  cv::CascadeClassifier frontal_face_;
};

}  // namespace expogate::recognizer
