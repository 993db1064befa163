// Reads licences for the server: one picture in, one answer out, over the socket that is its standard input
// and output, until the socket closes. Started by platform/recognition/recognizer_pool; docs/recognition.md.

#include <cstdlib>
#include <iostream>
#include <opencv2/core.hpp>
#include <string_view>

#include "recognizer/decoded_picture.h"
#include "recognizer/licence_reader.h"
#include "recognizer/picture_service.h"

namespace expogate::recognizer {
namespace {

constexpr std::chrono::seconds budget_of_a_picture(12);

RecognizerAnswer answer_to(LicenceReader& reader, std::string_view jpeg) {
  auto started = std::chrono::steady_clock::now();
  constexpr int long_side = 2000;
  auto pixels = decoded_picture(jpeg, long_side);
  if (!pixels) return {{}, {}, {}, "this is no JPEG that can be read"};
  cv::Mat picture(pixels->height, pixels->width, CV_8UC3, pixels->rgb.data());
  auto recognition = reader.read(picture, CpuBudget(budget_of_a_picture));
  using std::chrono::duration_cast, std::chrono::milliseconds;
  recognition.elapsed_ms = duration_cast<milliseconds>(std::chrono::steady_clock::now() - started).count();
  return {recognition, {}, {}, {}};
}

}  // namespace
}  // namespace expogate::recognizer

int main() try {
  // OpenMP reads it when the library is loaded: setting it here would be too late.
  const char* threads = std::getenv("OMP_THREAD_LIMIT");
  if (threads == nullptr || std::string_view(threads) != "1") {
    std::cerr << "expogate-recognizer: start me with OMP_THREAD_LIMIT=1, or I am four times slower\n";
    return 2;
  }
  using namespace expogate::recognizer;
  cv::setNumThreads(1);
  LicenceReader reader;
  serve_pictures(budget_of_a_picture, [&](std::string_view jpeg) { return answer_to(reader, jpeg); });
} catch (const expogate::FrameClosed&) {
  return 0;  // nobody has any more pictures
} catch (const std::exception& error) {
  std::cerr << "expogate-recognizer: " << error.what() << '\n';
  return 1;
}
