#include "recognizer/faces/face_finder.h"

#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace expogate::recognizer {
namespace {

constexpr const char* frontal_face_path = "/usr/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml";

}  // namespace

FaceFinder::FaceFinder() {
  if (!frontal_face_.load(frontal_face_path))
    throw std::runtime_error(std::string("cannot read ") + frontal_face_path);
}

int FaceFinder::count(const cv::Mat& picture) {
  constexpr double step = 1.1;
  constexpr int neighbours = 4;
  // The face of a badge's photo is large; what is smaller than a fifth is pattern.
  cv::Size least(picture.cols / 5, picture.cols / 5);
  cv::Mat grey;
  cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
  std::vector<cv::Rect> faces;
  frontal_face_.detectMultiScale(grey, faces, step, neighbours, 0, least);
  return int(faces.size());
}

}  // namespace expogate::recognizer
