#include "recognizer/decoded_picture.h"

#include "platform/image/jpeg.h"

namespace expogate::recognizer {

std::optional<Raster> decoded_picture(std::string_view jpeg, int long_side) {
  constexpr std::uint64_t max_pixels = 40'000'000;
  JpegReader reader(jpeg);
  auto header = reader.header();
  if (!header || std::uint64_t{header->width} * header->height > max_pixels) return std::nullopt;
  if (!header->has_colours()) return std::nullopt;
  auto pixels = reader.pixels(long_side);
  if (!pixels) return std::nullopt;
  return upright(*std::move(pixels), header->orientation);
}

}  // namespace expogate::recognizer
