#include "degradation.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

#include "platform/image/jpeg.h"

namespace expogate::licences {
namespace {

cv::Mat resized(const cv::Mat& picture, int long_side) {
  double scale = double(long_side) / std::max(picture.cols, picture.rows);
  cv::Mat result;
  cv::resize(picture, result, {}, scale, scale, cv::INTER_AREA);
  return result;
}

cv::Mat askew(const cv::Mat& picture, double degrees) {
  const cv::Scalar lid(235, 235, 235);
  int margin = std::max(picture.cols, picture.rows) * 6 / 100;
  cv::Mat result;
  cv::copyMakeBorder(picture, result, margin, margin, margin, margin, cv::BORDER_CONSTANT, lid);
  auto turn = cv::getRotationMatrix2D({float(result.cols) / 2, float(result.rows) / 2}, degrees, 1);
  cv::warpAffine(result, result, turn, result.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, lid);
  return result;
}

cv::Mat blurred(const cv::Mat& picture, double sigma) {
  cv::Mat result;
  cv::GaussianBlur(picture, result, {}, sigma);
  return result;
}

cv::Mat shaken(const cv::Mat& picture, int pixels, bool is_sideways) {
  cv::Mat result;
  cv::blur(picture, result, is_sideways ? cv::Size(pixels, 1) : cv::Size(1, pixels));
  return result;
}

cv::Mat noisy(const cv::Mat& picture, double sigma, Dice& dice) {
  cv::Mat grain(picture.size(), CV_16SC3), sum, result;
  cv::RNG(dice.below(1u << 31)).fill(grain, cv::RNG::NORMAL, 0, sigma);
  picture.convertTo(sum, CV_16SC3);
  sum += grain;
  sum.convertTo(result, CV_8UC3);
  return result;
}

cv::Mat unevenly_lit(const cv::Mat& picture, Dice& dice) {
  double across = dice.between(-0.35, 0.35), down = dice.between(-0.35, 0.35);
  cv::Mat light(picture.size(), CV_32FC3);
  for (int y = 0; y < light.rows; ++y)
    for (int x = 0; x < light.cols; ++x)
      light.at<cv::Vec3f>(y, x) = cv::Vec3f::all(
          float(0.85 + across * (double(x) / light.cols - 0.5) + down * (double(y) / light.rows - 0.5)));
  cv::Mat result;
  cv::multiply(picture, light, result, 1, CV_8UC3);
  return result;
}

/// Seen from the side on a dark table; the corners lie up to `reach` of the side from where they should.
cv::Mat from_the_side(const cv::Mat& picture, double reach, Dice& dice) {
  auto width = float(picture.cols), height = float(picture.rows);
  int margin_x = picture.cols * 12 / 100, margin_y = picture.rows * 12 / 100;
  cv::Mat table(picture.rows + 2 * margin_y, picture.cols + 2 * margin_x, CV_8UC3,
                cv::Scalar(dice.between(60, 150), dice.between(50, 140), dice.between(40, 140)));
  table = noisy(table, 12, dice);
  std::array<cv::Point2f, 4> corners{cv::Point2f(0, 0), {width, 0}, {width, height}, {0, height}}, seen;
  for (std::size_t i = 0; i < corners.size(); ++i)
    seen[i] = {corners[i].x + float(margin_x) + float(dice.between(-reach, reach)) * width,
               corners[i].y + float(margin_y) + float(dice.between(-reach, reach)) * height};
  auto view = cv::getPerspectiveTransform(corners.data(), seen.data());
  cv::Mat sheet, shape;
  cv::warpPerspective(picture, sheet, view, table.size());
  cv::warpPerspective(cv::Mat(picture.size(), CV_8U, cv::Scalar(255)), shape, view, table.size(),
                      cv::INTER_NEAREST);
  sheet.copyTo(table, shape);
  return unevenly_lit(table, dice);
}

cv::Mat on_its_side(const cv::Mat& picture, Dice& dice) {
  constexpr std::array turns{cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
  cv::Mat result;
  cv::rotate(picture, result, turns[dice.below(turns.size())]);
  return result;
}

cv::Mat under_a_lamp(const cv::Mat& picture, Dice& dice) {
  cv::Mat frame;
  cv::copyMakeBorder(picture, frame, picture.rows * 35 / 100, picture.rows * 30 / 100,
                     picture.cols * 30 / 100, picture.cols * 35 / 100, cv::BORDER_CONSTANT,
                     cv::Scalar(80, 90, 95));
  frame = resized(frame, 2600);
  cv::Mat lamp(frame.size(), CV_8UC3, cv::Scalar::all(0));
  cv::Point middle(int(frame.cols * dice.between(0.35, 0.65)), int(frame.rows * dice.between(0.35, 0.65)));
  cv::circle(lamp, middle, frame.cols / 10, cv::Scalar::all(150), cv::FILLED);
  return frame + blurred(lamp, frame.cols * 0.03);
}

struct Arrived {
  cv::Mat picture;
  int quality;
};

Arrived degraded(const cv::Mat& sheet, Degradation degradation, Dice& dice) {
  bool is_heads = dice.below(2) == 0;
  switch (degradation) {
    case Degradation::clean:
      return {resized(sheet, 2000), 90};
    case Degradation::rotated:
      return {askew(resized(sheet, 2000), dice.between(1, 5) * (is_heads ? 1 : -1)), 85};
    case Degradation::blur:
      return {blurred(resized(sheet, 1800), dice.between(1.0, 1.8)), 85};
    case Degradation::noise:
      return {noisy(resized(sheet, 1800), dice.between(14, 26), dice), 70};
    case Degradation::lowjpeg:
      return {resized(sheet, 1600), 40};
    case Degradation::perspective:
      return {resized(from_the_side(sheet, 0.05, dice), 2200), 80};
    case Degradation::combo: {
      auto photo = resized(from_the_side(askew(sheet, dice.between(-3, 3)), 0.035, dice), 1900);
      return {noisy(blurred(photo, 0.8), 8, dice), 60};
    }
    case Degradation::low:
      return {resized(sheet, 1080), 50};
    case Degradation::turned:
      return {on_its_side(resized(from_the_side(sheet, 0.03, dice), 2000), dice), 80};
    case Degradation::hard: {
      auto photo = resized(from_the_side(askew(sheet, dice.between(-4, 4)), 0.05, dice), 1250);
      auto soft = dice.below(3) == 0 ? shaken(photo, 5, is_heads) : blurred(photo, 0.9);
      return {noisy(soft, 10, dice), 35};
    }
    case Degradation::small:
      return {resized(sheet, 760), 55};
    case Degradation::glare:
      return {under_a_lamp(from_the_side(sheet, 0.05, dice), dice), 75};
  }
  return {sheet, 90};
}

}  // namespace

std::string degraded_jpeg(const Raster& sheet, Degradation degradation, Dice& dice) {
  auto copy = sheet.rgb;
  auto [picture, quality] =
      degraded(cv::Mat(sheet.height, sheet.width, CV_8UC3, copy.data()), degradation, dice);
  Raster result(picture.cols, picture.rows);
  picture.copyTo(cv::Mat(picture.rows, picture.cols, CV_8UC3, result.rgb.data()));
  return encode_jpeg(result, quality);
}

}  // namespace expogate::licences
