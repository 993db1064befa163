#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace expogate {

/// Pixels, three bytes each (red, green, blue), row after row.
struct Raster {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;

  Raster() = default;
  Raster(int columns, int rows)
      : width(columns), height(rows), rgb(std::size_t(columns) * std::size_t(rows) * 3) {}
  std::size_t at(int x, int y) const { return (std::size_t(y) * std::size_t(width) + std::size_t(x)) * 3; }
};

/// With its longer side at most this long; each new pixel is the mean of the area that it covers.
Raster shrunk(Raster raster, int long_side);

/// Upright, for an EXIF orientation from 1 (upright already) to 8.
Raster upright(Raster raster, int orientation);

}  // namespace expogate
