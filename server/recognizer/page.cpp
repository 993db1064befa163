#include "recognizer/page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace expogate::recognizer {
namespace {

using Corners = std::array<cv::Point2f, 4>;  // clockwise, from the upper left

cv::Mat resized(const cv::Mat& picture, double scale) {
  cv::Mat result;
  cv::Size size(std::max(1, int(std::lround(picture.cols * scale))),
                std::max(1, int(std::lround(picture.rows * scale))));
  cv::resize(picture, result, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
  return result;
}

double scale_to(const cv::Mat& picture, int long_side) {
  return double(long_side) / std::max(picture.cols, picture.rows);
}

cv::Mat grey(const cv::Mat& picture) {
  cv::Mat result;
  cv::cvtColor(picture, result, cv::COLOR_RGB2GRAY);
  return result;
}

/// The largest four-cornered outline that takes at least a quarter of the picture.
std::vector<cv::Point> largest_quadrangle(const cv::Mat& outlines) {
  std::vector<std::vector<cv::Point>> contours;
  cv::findContours(outlines, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
  double largest_area = 0.25 * double(outlines.total());
  std::vector<cv::Point> largest;
  for (auto& contour : contours) {
    std::vector<cv::Point> hull, corners;
    cv::convexHull(contour, hull);
    double area = cv::contourArea(hull);
    if (area < largest_area) continue;
    cv::approxPolyDP(hull, corners, 0.02 * cv::arcLength(hull, true), true);
    if (corners.size() != 4 || !cv::isContourConvex(corners)) continue;
    largest_area = area;
    largest = corners;
  }
  bool is_the_whole_picture = largest_area > 0.97 * double(outlines.total());
  return is_the_whole_picture ? std::vector<cv::Point>() : largest;
}

Corners clockwise(std::vector<cv::Point> corners, double scale) {
  std::sort(corners.begin(), corners.end(), [](auto& a, auto& b) { return a.y < b.y; });
  if (corners[0].x > corners[1].x) std::swap(corners[0], corners[1]);
  if (corners[2].x < corners[3].x) std::swap(corners[2], corners[3]);
  Corners result;
  std::transform(corners.begin(), corners.end(), result.begin(),
                 [&](auto& corner) { return cv::Point2f(float(corner.x / scale), float(corner.y / scale)); });
  return result;
}

/// Where the sheet lies in the picture: by its edges, else as the bright part of it.
std::vector<cv::Point> sheet_in(const cv::Mat& small) {
  cv::Mat soft, outlines;
  cv::GaussianBlur(grey(small), soft, {}, 2);
  cv::Canny(soft, outlines, 30, 90);
  cv::dilate(outlines, outlines, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
  auto sheet = largest_quadrangle(outlines);
  if (!sheet.empty()) return sheet;
  cv::threshold(soft, outlines, 0, 255, cv::THRESH_OTSU);
  return largest_quadrangle(outlines);
}

cv::Mat straightened_sheet(const cv::Mat& picture) {
  constexpr int search_long_side = 700;
  double scale = scale_to(picture, search_long_side);
  auto sheet = sheet_in(resized(picture, scale));
  if (sheet.empty()) return picture;
  auto seen = clockwise(sheet, scale);
  auto length = [&](std::size_t a, std::size_t b) { return float(cv::norm(seen[a] - seen[b])); };
  float width = std::max(length(0, 1), length(3, 2)), height = std::max(length(0, 3), length(1, 2));
  float margin = std::max(width, height) * 0.004f;  // the edge itself stays outside
  Corners flat{cv::Point2f(-margin, -margin),
               {width + margin, -margin},
               {width + margin, height + margin},
               {-margin, height + margin}};
  cv::Mat result;
  cv::warpPerspective(picture, result, cv::getPerspectiveTransform(seen.data(), flat.data()),
                      cv::Size(int(width), int(height)), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  return result;
}

cv::Mat rotated(const cv::Mat& picture, double degrees, int interpolation) {
  cv::Mat result;
  auto turn = cv::getRotationMatrix2D({float(picture.cols) / 2, float(picture.rows) / 2}, degrees, 1);
  cv::warpAffine(picture, result, turn, picture.size(), interpolation, cv::BORDER_REPLICATE);
  return result;
}

/// How sharply ink and white alternate from row to row: most when the lines of text lie level.
double row_contrast(const cv::Mat& ink) {
  cv::Mat rows;
  cv::Rect middle(ink.cols / 10, ink.rows / 10, ink.cols * 8 / 10, ink.rows * 8 / 10);
  cv::reduce(ink(middle), rows, 1, cv::REDUCE_SUM, CV_64F);
  double sum = 0;
  for (int y = 1; y < rows.rows; ++y) sum += std::pow(rows.at<double>(y) - rows.at<double>(y - 1), 2);
  return sum;
}

/// The turn, up to 6° either way, that lays the lines level.
double levelling_degrees(const cv::Mat& page) {
  constexpr int search_long_side = 900;
  cv::Mat ink;
  cv::adaptiveThreshold(resized(page, scale_to(page, search_long_side)), ink, 255, cv::ADAPTIVE_THRESH_MEAN_C,
                        cv::THRESH_BINARY_INV, 25, 15);
  if (std::min(ink.cols, ink.rows) < 20) return 0;
  double best = 0, best_contrast = -1;
  auto search = [&](double middle, int steps_each_way, double step) {
    for (int i = -steps_each_way; i <= steps_each_way; ++i) {
      double degrees = middle + i * step, contrast = row_contrast(rotated(ink, degrees, cv::INTER_NEAREST));
      if (contrast <= best_contrast) continue;
      best_contrast = contrast;
      best = degrees;
    }
  };
  search(0, 6, 1);
  search(best, 3, 0.25);
  return best;
}

cv::Mat levelled_background(const cv::Mat& page) {
  cv::Mat background, result;
  cv::resize(page, background, {}, 0.125, 0.125, cv::INTER_AREA);
  cv::dilate(background, background, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
  cv::medianBlur(background, background, 15);
  cv::resize(background, background, page.size(), 0, 0, cv::INTER_LINEAR);
  cv::divide(page, background, result, 245);
  return result;
}

}  // namespace

cv::Mat prepared_page(const cv::Mat& picture, const Preparation& preparation) {
  auto sheet = preparation.straightens_sheet ? straightened_sheet(picture) : picture;
  cv::Mat page;
  if (preparation.drops_red)
    cv::extractChannel(sheet, page, 0);
  else
    page = grey(sheet);
  constexpr double too_little_to_turn = 0.2;
  if (double degrees = levelling_degrees(page); std::abs(degrees) > too_little_to_turn)
    page = rotated(page, degrees, cv::INTER_CUBIC);
  constexpr double too_little_to_resize = 0.05;
  if (double scale = scale_to(page, preparation.long_side); std::abs(scale - 1) > too_little_to_resize)
    page = resized(page, scale);
  bool is_large_enough = std::min(page.cols, page.rows) >= 64;  // a thin strip has no background to speak of
  return preparation.levels_background && is_large_enough ? levelled_background(page) : page;
}

cv::Mat turned(const cv::Mat& picture, int quarters) {
  constexpr std::array turns{cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
  if (quarters % 4 == 0) return picture;
  cv::Mat result;
  cv::rotate(picture, result, turns[std::size_t(quarters % 4 - 1)]);
  return result;
}

}  // namespace expogate::recognizer
