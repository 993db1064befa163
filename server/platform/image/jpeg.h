#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/image/raster.h"

namespace expogate {

struct JpegHeader {
  std::uint32_t width = 0, height = 0;
  int components = 0;
  bool has_many_scans = false;  ///< progressive and its kin: all of it lies in memory while it is decoded
  int orientation = 1;          ///< EXIF

  /// Grey, red-green-blue, or the four inks of print.
  bool has_colours() const { return components == 1 || components == 3 || components == 4; }
};

/// Reads one JPEG without trust: whatever libjpeg warns of ends it.
class JpegReader {
 public:
  explicit JpegReader(std::string_view bytes);
  ~JpegReader();
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  /// To be called first. Nothing when this is no readable JPEG.
  std::optional<JpegHeader> header();

  /// The pixels as red, green and blue, also of a picture in printing inks (CMYK), reduced on the way by
  /// halves as long as the longer side stays at least `long_side`. Nothing when the picture is cut off or
  /// damaged, or when its passes over all pixels come to more than that.
  std::optional<Raster> pixels(int long_side, std::uint64_t most_passed_pixels = ~std::uint64_t{0});
  /// Whether the passes were too many.
  bool is_too_costly() const;

 private:
  struct Decoder;
  std::string_view bytes_;
  std::unique_ptr<Decoder> decoder_;
};

std::string encode_jpeg(const Raster& raster, int quality);

}  // namespace expogate
