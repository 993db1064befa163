#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "platform/image/intake.h"
#include "platform/image/jpeg.h"

// Whatever is taken in comes out as a JPEG of the promised size that we would take in again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace expogate;
  ImageRules rules{.max_pixels = 1'000'000, .long_side = 64};  // small, so that many pictures are tried
  auto result = take_in_image({reinterpret_cast<const char*>(data), size}, rules);
  if (auto* image = std::get_if<TakenImage>(&result)) {
    JpegReader reader(image->jpeg);
    auto header = reader.header();
    expect(header && int(header->width) == image->width && int(header->height) == image->height,
           "the size is true");
    expect(image->width <= 64 && image->height <= 64 && reader.pixels(64), "it is small and readable");
  }
  return 0;
}
