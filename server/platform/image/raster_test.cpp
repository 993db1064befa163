#include "platform/image/raster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/image/exif.h"

namespace expogate {
namespace {

using testing::ElementsAre;

/// Three columns and two rows, whose red channel counts from 1 to 6.
Raster numbered() {
  Raster raster(3, 2);
  for (std::size_t i = 0; i < 6; ++i) raster.rgb[i * 3] = std::uint8_t(i + 1);
  return raster;
}

std::vector<int> reds(const Raster& raster) {
  std::vector<int> values;
  for (std::size_t i = 0; i < raster.rgb.size(); i += 3) values.push_back(raster.rgb[i]);
  return values;
}

TEST(Raster, StandsUprightFromEveryOrientation) {
  EXPECT_THAT(reds(upright(numbered(), 1)), ElementsAre(1, 2, 3, 4, 5, 6));
  EXPECT_THAT(reds(upright(numbered(), 2)), ElementsAre(3, 2, 1, 6, 5, 4));
  EXPECT_THAT(reds(upright(numbered(), 3)), ElementsAre(6, 5, 4, 3, 2, 1));
  EXPECT_THAT(reds(upright(numbered(), 4)), ElementsAre(4, 5, 6, 1, 2, 3));
  EXPECT_THAT(reds(upright(numbered(), 5)), ElementsAre(1, 4, 2, 5, 3, 6));
  EXPECT_THAT(reds(upright(numbered(), 6)), ElementsAre(4, 1, 5, 2, 6, 3));
  EXPECT_THAT(reds(upright(numbered(), 7)), ElementsAre(6, 3, 5, 2, 4, 1));
  EXPECT_THAT(reds(upright(numbered(), 8)), ElementsAre(3, 6, 2, 5, 1, 4));
  EXPECT_EQ(upright(numbered(), 6).width, 2);
  EXPECT_THAT(reds(upright(numbered(), 9)), ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST(Raster, ShrinksToTheMeanOfTheArea) {
  Raster board(8, 4);
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 8; ++x) board.rgb[board.at(x, y)] = (x + y) % 2 == 0 ? 200 : 100;
  auto small = shrunk(board, 4);
  EXPECT_EQ(small.width, 4);
  EXPECT_EQ(small.height, 2);
  EXPECT_THAT(reds(small), testing::Each(150));
}

TEST(Raster, ShrinksByAnyFactorWithoutChangingAColour) {
  for (int side : {1, 2, 7, 99, 100, 101}) {
    Raster plain(101, 37);
    std::fill(plain.rgb.begin(), plain.rgb.end(), std::uint8_t(255));
    auto small = shrunk(plain, side);
    EXPECT_EQ(small.width, side);
    EXPECT_EQ(small.height, std::max(1, 37 * side / 101));
    EXPECT_THAT(small.rgb, testing::Each(255));
  }
}

TEST(Raster, NeverGrows) {
  EXPECT_EQ(shrunk(numbered(), 800).width, 3);
}

TEST(Exif, ReadsTheOrientationInBothByteOrders) {
  using namespace std::string_view_literals;
  EXPECT_EQ(exif_orientation("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"sv), 6);
  EXPECT_EQ(exif_orientation("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0"sv), 8);
}

TEST(Exif, TakesNonsenseForUpright) {
  using namespace std::string_view_literals;
  for (auto block : {""sv, "Exif"sv, "Exif\0\0"sv, "http://ns.adobe.com/xap/1.0/"sv,
                     "Exif\0\0II*\0\xff\xff\xff\xff\xff\xff"sv, "Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12"sv,
                     "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x09\0\0\0\0\0\0"sv})
    EXPECT_EQ(exif_orientation(block), 1);
}

}  // namespace
}  // namespace expogate
