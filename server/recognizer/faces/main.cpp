// Counts faces in photos for the server: one picture in, one answer out, as expogate-recognizer reads
// licences. Started by platform/recognition/face_counter_pool.

#include <iostream>
#include <opencv2/core.hpp>

#include "recognizer/decoded_picture.h"
#include "recognizer/faces/face_finder.h"
#include "recognizer/picture_service.h"

namespace expogate::recognizer {
namespace {

constexpr std::chrono::seconds budget_of_a_photo(3);

RecognizerAnswer answer_to(FaceFinder& finder, std::string_view jpeg) {
  constexpr int long_side = 600;
  auto pixels = decoded_picture(jpeg, long_side);
  if (!pixels) return {{}, {}, {}, "this is no JPEG that can be read"};
  cv::Mat picture(pixels->height, pixels->width, CV_8UC3, pixels->rgb.data());
  return {{}, finder.count(picture), {}, {}};
}

}  // namespace
}  // namespace expogate::recognizer

int main() try {
  using namespace expogate::recognizer;
  cv::setNumThreads(1);
  FaceFinder finder;
  serve_pictures(budget_of_a_photo, [&](std::string_view jpeg) { return answer_to(finder, jpeg); });
} catch (const expogate::FrameClosed&) {
  return 0;  // nobody has any more photos
} catch (const std::exception& error) {
  std::cerr << "expogate-face-counter: " << error.what() << '\n';
  return 1;
}
