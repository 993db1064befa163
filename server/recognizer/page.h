#pragma once
#include <opencv2/core.hpp>

namespace expogate::recognizer {

/// How a page is prepared for reading. The first way suits nearly every picture; the others are for the rest.
struct Preparation {
  int long_side = 2000;           ///< bigger is slower and not better
  bool straightens_sheet = true;  ///< a photographed sheet is cut out and laid flat
  bool drops_red = true;          ///< the red channel: seal and golden pattern vanish in it
  bool levels_background = true;  ///< shadows and patterns are divided away
};

/// The page in grey, ready to be read. `picture` is RGB.
cv::Mat prepared_page(const cv::Mat& picture, const Preparation& preparation);

/// Turned clockwise by so many quarters.
cv::Mat turned(const cv::Mat& picture, int quarters);

}  // namespace expogate::recognizer
