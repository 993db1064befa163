#include "platform/image/raster.h"

#include <algorithm>
#include <utility>

namespace expogate {
namespace {

/// What one new pixel takes of the old ones along one direction: the first, and the share of each.
struct Shares {
  int first = 0;
  std::vector<float> weights;
};

std::vector<Shares> shares_of(int from, int to) {
  std::vector<Shares> all(std::size_t(to), Shares{});
  double scale = double(from) / to;
  for (int i = 0; i < to; ++i) {
    double start = i * scale, end = std::min(start + scale, double(from));
    auto& [first, weights] = all[std::size_t(i)];
    first = std::min(int(start), from - 1);
    for (int old = first; old < from && (old == first || old < end); ++old)
      weights.push_back(float((std::min(end, old + 1.0) - std::max(start, double(old))) / (end - start)));
  }
  return all;
}

/// Shrinks the rows to `width` and turns the picture on its diagonal, so that the second call does the
/// columns.
Raster narrowed_and_transposed(const Raster& old, int width) {
  Raster result(old.height, width);
  auto shares = shares_of(old.width, width);
  for (int y = 0; y < old.height; ++y)
    for (int x = 0; x < width; ++x) {
      auto& [first, weights] = shares[std::size_t(x)];
      float sum[3] = {0.5f, 0.5f, 0.5f};  // rounds
      const auto* pixel = &old.rgb[old.at(first, y)];
      for (float weight : weights)
        for (float& channel : sum) channel += weight * float(*pixel++);
      auto* target = &result.rgb[result.at(y, x)];
      for (float channel : sum) *target++ = std::uint8_t(std::min(channel, 255.f));
    }
  return result;
}

}  // namespace

Raster shrunk(Raster raster, int long_side) {
  int longest = std::max(raster.width, raster.height);
  if (longest <= long_side) return raster;
  auto scaled = [&](int side) { return std::max(1, int(std::int64_t(side) * long_side / longest)); };
  int width = scaled(raster.width), height = scaled(raster.height);
  return narrowed_and_transposed(narrowed_and_transposed(raster, width), height);
}

Raster upright(Raster raster, int orientation) {
  if (orientation <= 1 || orientation > 8) return raster;
  bool is_transposed = orientation >= 5;  // 5 to 8 lie on their side
  bool is_mirrored = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  bool is_upside_down = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Raster result = is_transposed ? Raster(raster.height, raster.width) : Raster(raster.width, raster.height);
  for (int y = 0; y < result.height; ++y)
    for (int x = 0; x < result.width; ++x) {
      int old_x = is_transposed ? y : x, old_y = is_transposed ? x : y;
      if (is_mirrored) old_x = raster.width - 1 - old_x;
      if (is_upside_down) old_y = raster.height - 1 - old_y;
      std::copy_n(&raster.rgb[raster.at(old_x, old_y)], 3, &result.rgb[result.at(x, y)]);
    }
  return result;
}

}  // namespace expogate
