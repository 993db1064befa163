// Reads licences for the server: one picture in, one answer out, over the socket that is its standard input
// and output, until the socket closes. Started by platform/recognition/recognizer_pool; docs/recognition.md.

#include <sys/time.h>
#include <unistd.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <opencv2/core.hpp>
#include <string_view>

#include "platform/image/jpeg.h"
#include "platform/recognition/frame.h"
#include "platform/recognition/recognizer_answer.h"
#include "recognizer/confinement.h"
#include "recognizer/licence_reader.h"

namespace expogate::recognizer {
namespace {

constexpr std::chrono::seconds budget_of_a_picture(12);

/// The last resort, should a picture keep us computing after nobody waits any more: the kernel ends this
/// process.
void set_alarm(std::chrono::seconds computing) {
  itimerval alarm{{}, {computing.count(), 0}};
  ::setitimer(ITIMER_PROF, &alarm, nullptr);
}

/// Nothing when it cannot be read, or is too large to be tried.
std::optional<Raster> pixels_of(std::string_view jpeg) {
  constexpr std::uint64_t max_pixels = 40'000'000;
  constexpr int long_side = 2000;  // down to half of it is left out on the way
  JpegReader reader(jpeg);
  auto header = reader.header();
  if (!header || std::uint64_t{header->width} * header->height > max_pixels) return std::nullopt;
  if (header->components != 1 && header->components != 3) return std::nullopt;
  auto pixels = reader.pixels(long_side);
  if (!pixels) return std::nullopt;
  return upright(*std::move(pixels), header->orientation);
}

RecognizerAnswer answer_to(LicenceReader& reader, std::string_view jpeg) {
  auto started = std::chrono::steady_clock::now();
  auto pixels = pixels_of(jpeg);
  if (!pixels) return {std::nullopt, "this is no JPEG that can be read"};
  cv::Mat picture(pixels->height, pixels->width, CV_8UC3, pixels->rgb.data());
  auto recognition = reader.read(picture, CpuBudget(budget_of_a_picture));
  using std::chrono::duration_cast, std::chrono::milliseconds;
  recognition.elapsed_ms = duration_cast<milliseconds>(std::chrono::steady_clock::now() - started).count();
  return {recognition, {}};
}

[[noreturn]] void serve() {
  constexpr auto alarm = 2 * budget_of_a_picture, never = std::chrono::seconds(0);
  cv::setNumThreads(1);
  LicenceReader reader;
  confine();
  send_frame(STDOUT_FILENO, recognizer_greeting);
  for (;;) {
    auto jpeg = receive_frame(STDIN_FILENO);
    set_alarm(alarm);
    send_frame(STDOUT_FILENO, boost::json::serialize(boost::json::value_from(answer_to(reader, jpeg))));
    set_alarm(never);
  }
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
  expogate::recognizer::serve();
} catch (const expogate::FrameClosed&) {
  return 0;  // nobody has any more pictures
} catch (const std::exception& error) {
  std::cerr << "expogate-recognizer: " << error.what() << '\n';
  return 1;
}
