#include "platform/image/intake.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>
// libjpeg wants the first two of them before it
#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

#include "platform/image/jpeg.h"

namespace expogate {
namespace {

using namespace std::string_literals;

/// Red on the left half, blue on the right.
Raster two_halves(int width, int height) {
  Raster raster(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) raster.rgb[raster.at(x, y) + (x < width / 2 ? 0 : 2)] = 255;
  return raster;
}

std::string png_of(const void* pixels, png_uint_32 format, unsigned width, unsigned height) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = format;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels, 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels, 0, nullptr);
  bytes.resize(size);
  return bytes;
}

std::string number(std::uint32_t value, int size = 4) {
  std::string bytes;
  for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) bytes += char(value >> shift & 0xFF);
  return bytes;
}

std::string png_chunk(const std::string& type, const std::string& data) {
  auto body = type + data;
  auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(body.data()), uInt(body.size()));
  return number(std::uint32_t(data.size())) + body + number(std::uint32_t(sum));
}

std::string deflated(const std::string& bytes) {
  auto size = ::compressBound(bytes.size());
  std::string out(size, '\0');
  ::compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
             bytes.size());
  return out.substr(0, size);
}

/// A PNG put together by hand: of `bits` per channel, colour type 0 (grey) or 2 (RGB).
std::string handmade_png(unsigned width, unsigned height, int bits, int type, const std::string& rows) {
  return "\x89PNG\r\n\x1A\n"s +
         png_chunk("IHDR", number(width) + number(height) + char(bits) + char(type) + std::string(3, '\0')) +
         png_chunk("IDAT", deflated(rows)) + png_chunk("IEND", "");
}

/// The JPEG with one more segment behind its first mark.
std::string with_segment(const std::string& jpeg, char marker, const std::string& content) {
  return jpeg.substr(0, 2) + "\xFF" + marker + number(std::uint32_t(content.size() + 2), 2) + content +
         jpeg.substr(2);
}

std::string exif_block(char orientation) {
  return "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + std::string(6, '\0');
}

/// A progressive grey JPEG whose 63 frequencies come in as many scans as that, each refined `refinements`
/// times.
std::string progressive_jpeg(unsigned side, int refinements) {
  std::vector<jpeg_scan_info> scans{{1, {0}, 0, 0, 0, 0}};
  for (int frequency = 1; frequency <= 63; ++frequency)
    for (int bit = refinements; bit >= 0; --bit)
      scans.push_back({1, {0}, frequency, frequency, bit == refinements ? 0 : bit + 1, bit});
  jpeg_compress_struct info{};
  jpeg_error_mgr error{};
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  info.err = jpeg_std_error(&error);
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = info.image_height = side;
  info.input_components = 1;
  info.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&info);
  info.scan_info = scans.data();
  info.num_scans = int(scans.size());
  jpeg_start_compress(&info, TRUE);
  std::vector<JSAMPLE> grey(side, 77);
  for (JSAMPROW row = grey.data(); info.next_scanline < side;) jpeg_write_scanlines(&info, &row, 1);
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  std::string jpeg(reinterpret_cast<char*>(bytes), size);
  std::free(bytes);
  return jpeg;
}

/// The JPEG's frame header, baseline or progressive, with other dimensions written into it.
std::string with_dimensions(std::string jpeg, unsigned width, unsigned height) {
  auto frame = std::min(jpeg.find("\xFF\xC0"), jpeg.find("\xFF\xC2"));
  return jpeg.replace(frame + 5, 4, number(height, 2) + number(width, 2));
}

/// How the cyan, magenta, yellow and black of a JPEG are written.
struct Inks {
  J_COLOR_SPACE written_as;
  bool has_adobe_mark;  ///< and therefore tells how much light is left
};

/// A picture in one colour of four inks, each from 0 (none) to 255.
std::string ink_jpeg(std::array<int, 4> inks, Inks kind, unsigned side = 64) {
  jpeg_compress_struct info{};
  jpeg_error_mgr error{};
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  info.err = jpeg_std_error(&error);
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = info.image_height = side;
  info.input_components = 4;
  info.in_color_space = JCS_CMYK;
  jpeg_set_defaults(&info);
  jpeg_set_colorspace(&info, kind.written_as);
  jpeg_set_quality(&info, 95, TRUE);
  info.write_Adobe_marker = kind.has_adobe_mark ? TRUE : FALSE;
  jpeg_start_compress(&info, TRUE);
  std::vector<JSAMPLE> pixels;
  for (unsigned x = 0; x < side; ++x)
    for (int ink : inks) pixels.push_back(JSAMPLE(kind.has_adobe_mark ? 255 - ink : ink));
  for (JSAMPROW row = pixels.data(); info.next_scanline < side;) jpeg_write_scanlines(&info, &row, 1);
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  std::string jpeg(reinterpret_cast<char*>(bytes), size);
  std::free(bytes);
  return jpeg;
}

/// The first box of a file of the family HEIF, with the letters of its kinds.
std::string boxed(const std::string& kinds) {
  return number(std::uint32_t(kinds.size() + 8)) + "ftyp" + kinds + "\0\0\0\x08" + "free";
}

TakenImage taken(std::string_view bytes, const ImageRules& rules = {}) {
  auto result = take_in_image(bytes, rules);
  if (auto* refusal = std::get_if<ImageRefusal>(&result)) {
    ADD_FAILURE() << "refused: " << int(*refusal);
    return {};
  }
  return std::get<TakenImage>(result);
}

void expect_refused(std::string_view bytes, ImageRefusal refusal, const ImageRules& rules = {}) {
  auto result = take_in_image(bytes, rules);
  auto* got = std::get_if<ImageRefusal>(&result);
  ASSERT_NE(got, nullptr);
  EXPECT_EQ(*got, refusal);
}

Raster decoded(const TakenImage& image) {
  JpegReader reader(image.jpeg);
  EXPECT_TRUE(reader.header());
  return reader.pixels(100'000).value_or(Raster(1, 1));
}

void expect_colour(const Raster& raster, int x, int y, int red, int green, int blue) {
  const auto* pixel = &raster.rgb[raster.at(x, y)];
  EXPECT_NEAR(pixel[0], red, 6) << x << "," << y;
  EXPECT_NEAR(pixel[1], green, 6) << x << "," << y;
  EXPECT_NEAR(pixel[2], blue, 6) << x << "," << y;
}

TEST(ImageIntake, FindsNoHeaderInNothing) {
  EXPECT_FALSE(JpegReader("").header());
}

TEST(ImageIntake, MakesALargeJpegSmaller) {
  auto image = taken(encode_jpeg(two_halves(3001, 1501), 90));
  EXPECT_EQ(image.width, 800);
  EXPECT_EQ(image.height, 400);
  auto pixels = decoded(image);
  EXPECT_EQ(pixels.width, 800);
  expect_colour(pixels, 100, 200, 254, 0, 0);
  expect_colour(pixels, 700, 200, 0, 0, 254);
}

TEST(ImageIntake, LeavesASmallOneItsSize) {
  auto image = taken(encode_jpeg(two_halves(60, 41), 90));
  EXPECT_EQ(image.width, 60);
  EXPECT_EQ(image.height, 41);
  EXPECT_EQ(taken(encode_jpeg(Raster(1, 1), 90)).width, 1);
}

TEST(ImageIntake, TakesOtherMeasuresWhenAsked) {
  auto image = taken(encode_jpeg(two_halves(3000, 1500), 90), {.long_side = 2000});
  EXPECT_EQ(image.width, 2000);
}

TEST(ImageIntake, ShowsTransparentPlacesOfAPngWhite) {
  std::vector<std::uint8_t> rgba(64 * 64 * 4, 0);
  for (std::size_t i = 0; i < 64 * 32; ++i) rgba[i * 4] = rgba[i * 4 + 3] = 255;
  auto pixels = decoded(taken(png_of(rgba.data(), PNG_FORMAT_RGBA, 64, 64)));
  expect_colour(pixels, 32, 8, 254, 0, 0);
  expect_colour(pixels, 32, 56, 255, 255, 255);
}

TEST(ImageIntake, ShowsHalfTransparentPlacesOfAPngPale) {
  std::vector<std::uint8_t> rgba;
  for (int i = 0; i < 64 * 64; ++i) rgba.insert(rgba.end(), {0, 0, 0, 128});
  auto pixels = decoded(taken(png_of(rgba.data(), PNG_FORMAT_RGBA, 64, 64)));
  EXPECT_GT(pixels.rgb[pixels.at(32, 32)], 120);
}

TEST(ImageIntake, ReadsPicturesInPrintingInksWithTheirColours) {
  for (auto kind : {Inks{JCS_CMYK, true}, Inks{JCS_YCCK, true}, Inks{JCS_CMYK, false}}) {
    auto shown = [&](std::array<int, 4> inks) { return decoded(taken(ink_jpeg(inks, kind))); };
    expect_colour(shown({0, 0, 0, 0}), 32, 32, 255, 255, 255);
    expect_colour(shown({0, 255, 255, 0}), 32, 32, 254, 0, 0);
    expect_colour(shown({255, 0, 0, 0}), 32, 32, 0, 255, 255);
    expect_colour(shown({0, 0, 0, 255}), 32, 32, 0, 0, 0);
    expect_colour(shown({0, 0, 0, 128}), 32, 32, 127, 127, 127);
  }
}

TEST(ImageIntake, MakesALargePictureInInksSmaller) {
  auto image = taken(ink_jpeg({255, 255, 0, 0}, {JCS_YCCK, true}, 2000));
  EXPECT_EQ(image.width, 800);
  expect_colour(decoded(image), 400, 400, 0, 0, 254);
}

TEST(ImageIntake, KeepsTheTonesOfA16BitPngWithoutGamma) {
  std::string rows;
  for (int y = 0; y < 16; ++y) rows += '\0' + std::string(16 * 3 * 2, '\x80');
  expect_colour(decoded(taken(handmade_png(16, 16, 16, 2, rows))), 8, 8, 128, 128, 128);
}

TEST(ImageIntake, TakesAGreyPng) {
  std::string rows;
  for (int y = 0; y < 16; ++y) rows += '\0' + std::string(16, '\x40');
  expect_colour(decoded(taken(handmade_png(16, 16, 8, 0, rows))), 8, 8, 64, 64, 64);
}

TEST(ImageIntake, TurnsWhatTheCameraHeldSideways) {
  auto jpeg = encode_jpeg(two_halves(64, 32), 95);
  auto image = taken(with_segment(jpeg, '\xE1', exif_block(6)));
  EXPECT_EQ(image.width, 32);
  EXPECT_EQ(image.height, 64);
  auto pixels = decoded(image);
  expect_colour(pixels, 16, 8, 254, 0, 0);
  expect_colour(pixels, 16, 56, 0, 0, 254);
  EXPECT_EQ(image.jpeg.find("Exif"), image.jpeg.npos);
}

TEST(ImageIntake, CarriesNothingButPixels) {
  auto jpeg = encode_jpeg(two_halves(64, 32), 95);
  auto image = taken(with_segment(jpeg, '\xFE', "<script>alert(1)</script>") + "PK\x03\x04<?php evil");
  EXPECT_EQ(image.jpeg.find("script"), image.jpeg.npos);
  EXPECT_EQ(image.jpeg.find("php"), image.jpeg.npos);
}

TEST(ImageIntake, RefusesWhatIsCutOff) {
  auto jpeg = encode_jpeg(two_halves(640, 480), 90);
  auto png = png_of(two_halves(640, 480).rgb.data(), PNG_FORMAT_RGB, 640, 480);
  for (auto& whole : {jpeg, png})
    for (double part : {0.02, 0.3, 0.6, 0.9})
      expect_refused(whole.substr(0, std::size_t(double(whole.size()) * part)), ImageRefusal::broken);
  expect_refused(jpeg.substr(0, jpeg.size() - 2), ImageRefusal::broken);
}

TEST(ImageIntake, RefusesWhatIsDamaged) {
  auto png = png_of(two_halves(64, 64).rgb.data(), PNG_FORMAT_RGB, 64, 64);
  png[png.find("IDAT") + 10] ^= 1;
  expect_refused(png, ImageRefusal::broken);
  expect_refused("\xFF\xD8\xFFnonsense", ImageRefusal::broken);
  expect_refused("\x89PNG\r\n\x1A\nnonsense", ImageRefusal::broken);
}

TEST(ImageIntake, RefusesPixelBombsByTheirHeader) {
  auto jpeg = encode_jpeg(two_halves(64, 64), 90);
  expect_refused(with_dimensions(jpeg, 16'000, 16'000), ImageRefusal::too_many_pixels);
  expect_refused(with_dimensions(jpeg, 12'001, 1), ImageRefusal::too_many_pixels);
  expect_refused(with_dimensions(jpeg, 8'000, 6'000), ImageRefusal::too_many_pixels);
  expect_refused(handmade_png(20'000, 20'000, 8, 2, std::string(1000, '\0')), ImageRefusal::too_many_pixels);
}

TEST(ImageIntake, TakesAProgressiveJpegOfModerateSizeAndScans) {
  expect_colour(decoded(taken(progressive_jpeg(64, 0))), 32, 32, 77, 77, 77);
  expect_refused(progressive_jpeg(64, 1), ImageRefusal::broken);  // 127 scans
  expect_refused(with_dimensions(progressive_jpeg(64, 0), 5'000, 5'000), ImageRefusal::too_many_pixels);
}

TEST(ImageIntake, RefusesWhatWouldCostTooMuchHoweverSmallItIs) {
  auto jpeg = progressive_jpeg(256, 0);  // 64 scans
  EXPECT_EQ(taken(jpeg, {.max_passed_pixels = 256 * 256 * 64}).width, 256);
  auto refused = take_in_image(jpeg, {.max_passed_pixels = 256 * 256 * 63});
  EXPECT_EQ(std::get<ImageRefusal>(refused), ImageRefusal::too_many_pixels);
  // Within the limits of pixels; 26 million of a PNG take as long as 200 million of a JPEG.
  expect_refused(handmade_png(5'200, 5'000, 8, 2, std::string(1000, '\0')), ImageRefusal::too_many_pixels);
}

TEST(ImageIntake, RefusesOtherKindsByTheirFirstBytes) {
  for (auto& bytes :
       {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"s, ""s, "\xFF\xD8"s, "%PDF-1.7"s, "PK\x03\x04"s})
    expect_refused(bytes, ImageRefusal::not_an_image);
  for (auto& bytes :
       {"GIF89a"s, "RIFF\x10\0\0\0WEBPVP8 "s, boxed("avifmif1miaf"), boxed("mif1\0\0\0\0avif"s), "II*\0"s})
    expect_refused(bytes, ImageRefusal::unsupported);
}

TEST(ImageIntake, RefusesPhotosOfIPhonesByTheirKind) {
  for (auto& kinds : {"heic"s, "heix\0\0\0\0mif1heic"s, "mif1\0\0\0\0mif1heic"s, "hevc"s, "msf1"s})
    expect_refused(boxed(kinds), ImageRefusal::heic);
}

TEST(ImageIntake, RefusesTooManyBytesAtOnce) {
  expect_refused("\xFF\xD8\xFF" + std::string(2'000'000, '\0'), ImageRefusal::too_large);
}

}  // namespace
}  // namespace expogate
