#include "platform/image/intake.h"

#include <algorithm>
#include <array>
#include <mutex>

#include "base/core_places.h"
#include "platform/image/jpeg.h"
#include "platform/image/png_reader.h"

namespace expogate {
namespace {

/// A decoder holds all coefficients of a file with many scans: six bytes for each pixel.
constexpr std::uint64_t max_pixels_of_many_scans = 20'000'000;

/// A PNG cannot be reduced on the way, so that each of its pixels costs what eight do of a JPEG.
constexpr std::uint64_t passes_of_png = 8;

constexpr std::string_view jpeg_mark = "\xFF\xD8\xFF", png_mark = "\x89PNG\r\n\x1A\n";

using Pixels = std::variant<Raster, ImageRefusal>;

/// How iPhones keep photos (HEIC, of the family HEIF): a box `ftyp` that names its kinds, four letters each.
/// AVIF is of that family too, but no phone's camera makes it.
bool is_heic(std::string_view bytes) {
  if (!bytes.substr(0, 8).ends_with("ftyp")) return false;
  constexpr std::size_t longest_box = 256;
  auto length = std::min<std::size_t>(
      {(unsigned char)bytes[2] * 256u + (unsigned char)bytes[3], bytes.size(), longest_box});
  bool is_of_family = false;
  for (std::size_t at = 8; at + 4 <= length; at += 4) {
    auto brand = bytes.substr(at, 4);
    if (brand.starts_with("avi")) return false;
    for (auto start : {"hei", "hev", "mif", "msf"}) is_of_family = is_of_family || brand.starts_with(start);
  }
  return is_of_family;
}

/// Other pictures that people do send, and that we ask them to save as JPEG: GIF, BMP, TIFF, WebP and AVIF.
bool is_another_picture(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::array marks{"GIF8"sv, "BM"sv, "II*\0"sv, "MM\0*"sv};
  bool is_webp = bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP");
  bool is_boxed = bytes.substr(0, 8).ends_with("ftyp");
  return is_webp || is_boxed ||
         std::any_of(marks.begin(), marks.end(), [&](auto mark) { return bytes.starts_with(mark); });
}

bool is_within(std::uint32_t width, std::uint32_t height, const ImageRules& rules) {
  return width <= rules.max_side && height <= rules.max_side &&
         std::uint64_t{width} * height <= rules.max_pixels;
}

Pixels pixels_of_jpeg(std::string_view bytes, const ImageRules& rules) {
  JpegReader reader(bytes);
  auto header = reader.header();
  if (!header) return ImageRefusal::broken;
  if (!is_within(header->width, header->height, rules)) return ImageRefusal::too_many_pixels;
  if (header->has_many_scans && std::uint64_t{header->width} * header->height > max_pixels_of_many_scans)
    return ImageRefusal::too_many_pixels;
  if (!header->has_colours()) return ImageRefusal::unsupported;
  auto pixels = reader.pixels(rules.long_side, rules.max_passed_pixels);
  if (reader.is_too_costly()) return ImageRefusal::too_many_pixels;
  if (!pixels) return ImageRefusal::broken;
  return upright(shrunk(*std::move(pixels), rules.long_side), header->orientation);
}

Pixels pixels_of_png(std::string_view bytes, const ImageRules& rules) {
  PngReader reader(bytes);
  auto header = reader.header();
  if (!header) return ImageRefusal::broken;
  auto cost = std::uint64_t{header->width} * header->height * passes_of_png;
  if (!is_within(header->width, header->height, rules) || cost > rules.max_passed_pixels)
    return ImageRefusal::too_many_pixels;
  auto pixels = reader.pixels();
  if (!pixels) return ImageRefusal::broken;
  return shrunk(*std::move(pixels), rules.long_side);
}

Pixels pixels_of(std::string_view bytes, const ImageRules& rules) {
  if (bytes.size() > rules.max_bytes) return ImageRefusal::too_large;
  if (bytes.starts_with(jpeg_mark)) return pixels_of_jpeg(bytes, rules);
  if (bytes.starts_with(png_mark)) return pixels_of_png(bytes, rules);
  if (is_heic(bytes)) return ImageRefusal::heic;
  return is_another_picture(bytes) ? ImageRefusal::unsupported : ImageRefusal::not_an_image;
}

}  // namespace

std::variant<TakenImage, ImageRefusal> take_in_image(std::string_view bytes, const ImageRules& rules) {
  static CorePlaces unpacking_places;
  std::lock_guard place(unpacking_places);
  auto pixels = pixels_of(bytes, rules);
  if (auto* refusal = std::get_if<ImageRefusal>(&pixels)) return *refusal;
  auto& raster = std::get<Raster>(pixels);
  return TakenImage{raster.width, raster.height, encode_jpeg(raster, rules.quality)};
}

}  // namespace expogate
