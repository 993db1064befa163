#pragma once
#include <boost/describe/enum.hpp>
#include <string>

#include "licence.h"

namespace expogate::licences {

/// What scanners, telephones and messengers do to a sheet of paper.
enum class Degradation {
  clean,        ///< a scan, 2,000 pixels long
  rotated,      ///< laid askew on the scanner by 1° to 5°
  blur,         ///< out of focus
  noise,        ///< in bad light
  lowjpeg,      ///< packed hard by a messenger
  perspective,  ///< photographed from the side, unevenly lit
  combo,        ///< askew, from the side, soft and noisy
  low,          ///< 1,080 pixels, packed hard
  turned,       ///< a photo on its side or on its head
  hard,         ///< 1,250 pixels, shaken, noisy, packed very hard
  small,        ///< 760 pixels
  glare,        ///< half of the frame is table, and a lamp shines on the paper
};
BOOST_DESCRIBE_ENUM(Degradation, clean, rotated, blur, noise, lowjpeg, perspective, combo, low, turned, hard,
                    small, glare)

/// The sheet as it arrives, as a JPEG file.
std::string degraded_jpeg(const Raster& sheet, Degradation degradation, Dice& dice);

}  // namespace expogate::licences
