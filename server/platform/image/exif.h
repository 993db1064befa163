#pragma once
#include <string_view>

namespace expogate {

/// How a camera was held: 1 to 8 from the EXIF block of a JPEG (the content of its APP1 segment), 1 without
/// one.
int exif_orientation(std::string_view app1);

}  // namespace expogate
