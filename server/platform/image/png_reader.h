#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "platform/image/raster.h"

namespace expogate {

struct PngHeader {
  std::uint32_t width = 0, height = 0;
};

/// Reads one PNG of any kind as RGB; what is transparent becomes white.
class PngReader {
 public:
  explicit PngReader(std::string_view bytes);
  ~PngReader();
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  /// To be called first. Nothing when this is no readable PNG.
  std::optional<PngHeader> header();

  /// Nothing when the picture is cut off or damaged.
  std::optional<Raster> pixels();

 private:
  struct Decoder;
  std::string_view bytes_;
  std::unique_ptr<Decoder> decoder_;
};

}  // namespace expogate
