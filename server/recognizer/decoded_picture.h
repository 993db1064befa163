#pragma once
#include <optional>
#include <string_view>

#include "platform/image/raster.h"

namespace expogate::recognizer {

/// A JPEG's pixels, upright; nothing when it cannot be read, or is too large to be tried. Down to half of `long_side` is
/// left out on the way.
std::optional<Raster> decoded_picture(std::string_view jpeg, int long_side);

}  // namespace expogate::recognizer
