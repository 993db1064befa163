#pragma once
#include <boost/describe/enum.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace expogate {

/// Why an upload was not taken in.
enum class ImageRefusal {
  too_large,        ///< more bytes than allowed
  not_an_image,     ///< by its first bytes, whatever its name says
  heic,             ///< as iPhones keep photos: neither browsers nor we can show it
  unsupported,      ///< another picture, neither JPEG nor PNG, or without colours that we know
  too_many_pixels,  ///< small as a file, huge or long in the making once unpacked
  broken,           ///< cut off or damaged
};
BOOST_DESCRIBE_ENUM(ImageRefusal, too_large, not_an_image, heic, unsupported, too_many_pixels, broken)

/// What is let in, and what comes out.
struct ImageRules {
  std::size_t max_bytes = 2'000'000;
  std::uint32_t max_side = 12'000;
  std::uint64_t max_pixels = 40'000'000;
  /// What unpacking may cost: each pixel counts as often as a pass of the file goes over it.
  std::uint64_t max_passed_pixels = 200'000'000;
  int long_side = 800;  ///< of the result; smaller pictures keep their size
  int quality = 85;
};

/// A JPEG made by us, upright, without metadata.
struct TakenImage {
  int width = 0, height = 0;
  std::string jpeg;
};

/// Makes a picture that anybody may have sent into one that we can show, print and keep. Only pixels are
/// copied, so no position, no thumbnail, no script and no trailing archive survives. As many pictures are
/// unpacked at once as there are cores: one may need 150 MB for a moment.
std::variant<TakenImage, ImageRefusal> take_in_image(std::string_view bytes, const ImageRules& rules = {});

}  // namespace expogate
