#include "platform/image/png_reader.h"

#include <png.h>

namespace expogate {

struct PngReader::Decoder {
  Decoder() { image.version = PNG_IMAGE_VERSION; }
  ~Decoder() { png_image_free(&image); }
  png_image image{};
};

PngReader::PngReader(std::string_view bytes) : bytes_(bytes), decoder_(std::make_unique<Decoder>()) {}
PngReader::~PngReader() = default;

std::optional<PngHeader> PngReader::header() {
  auto& image = decoder_->image;
  if (!png_image_begin_read_from_memory(&image, bytes_.data(), bytes_.size())) return std::nullopt;
  return PngHeader{image.width, image.height};
}

std::optional<Raster> PngReader::pixels() {
  auto& image = decoder_->image;
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // else 16 bits without a gamma come out too bright
  image.format = PNG_FORMAT_RGB;
  png_color white{255, 255, 255};
  Raster raster(int(image.width), int(image.height));
  if (!png_image_finish_read(&image, &white, raster.rgb.data(), 0, nullptr)) return std::nullopt;
  return raster;
}

}  // namespace expogate
