#include "platform/image/exif.h"

#include <cstdint>

namespace expogate {
namespace {

/// Numbers of a TIFF block, whose first letters tell the order of the bytes. Beyond the end everything is 0.
class TiffBlock {
 public:
  explicit TiffBlock(std::string_view bytes) : bytes_(bytes), is_big_endian_(bytes.starts_with("MM")) {}

  std::uint32_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      auto place = is_big_endian_ ? i : size - 1 - i;
      value = value << 8 | (unsigned char)bytes_[at + place];
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool is_big_endian_;
};

}  // namespace

int exif_orientation(std::string_view app1) {
  constexpr std::string_view mark("Exif\0\0", 6);
  if (!app1.starts_with(mark)) return 1;
  TiffBlock tiff(app1.substr(mark.size()));
  std::size_t directory = tiff.number(4, 4);
  auto count = tiff.number(directory, 2);
  for (std::size_t i = 0; i < count; ++i) {
    auto entry = directory + 2 + i * 12;
    if (tiff.number(entry, 2) != 0x0112) continue;
    auto orientation = tiff.number(entry + 8, 2);
    return orientation >= 1 && orientation <= 8 ? int(orientation) : 1;
  }
  return 1;
}

}  // namespace expogate
