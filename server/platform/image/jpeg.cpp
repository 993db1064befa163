#include "platform/image/jpeg.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
// libjpeg wants the two above before it
#include <jpeglib.h>

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "platform/image/exif.h"

namespace expogate {
namespace {

// libjpeg leaves by longjmp when it meets an error. A jump over a C++ destructor would be undefined, so each
// function below that calls setjmp is a frame of its own which holds nothing but plain values.

struct ErrorJump {
  jpeg_error_mgr manager;  // first: libjpeg knows only this part
  std::jmp_buf back;
};

void jump_back(j_common_ptr codec) {
  std::longjmp(reinterpret_cast<ErrorJump*>(codec->err)->back, 1);
}

/// A negative level is a warning: libjpeg would go on with invented pixels, for instance where the file is
/// cut off.
void refuse_warnings(j_common_ptr codec, int level) {
  if (level < 0) jump_back(codec);
}

jpeg_error_mgr* prepare(ErrorJump& error) {
  jpeg_std_error(&error.manager);
  error.manager.error_exit = &jump_back;
  error.manager.emit_message = &refuse_warnings;
  return &error.manager;
}

constexpr int ink_count = 4;

/// What four inks leave of the light of white paper: cyan takes red, magenta green, yellow blue, black all.
void show_inks(const std::uint8_t* inks, std::uint8_t* rgb, std::size_t pixels, bool is_inverted) {
  for (std::size_t i = 0; i < pixels; ++i, inks += ink_count, rgb += 3) {
    auto light = [&](int ink) { return unsigned(is_inverted ? inks[ink] : 255 - inks[ink]); };
    for (int channel = 0; channel < 3; ++channel)
      rgb[channel] = std::uint8_t((light(channel) * light(ink_count - 1) + 127) / 255);
  }
}

struct ScanBudget {
  jpeg_progress_mgr manager;  // first: libjpeg knows only this part
  std::uint64_t most_passed_pixels;
  bool is_exceeded;
};

/// A progressive file may ask for any number of passes over the whole picture; honest ones have about ten.
void limit_scans(j_common_ptr codec) {
  constexpr int max_scans = 100;
  auto* info = reinterpret_cast<j_decompress_ptr>(codec);
  auto* budget = reinterpret_cast<ScanBudget*>(codec->progress);
  auto passed = std::uint64_t{info->image_width} * info->image_height * unsigned(info->input_scan_number);
  budget->is_exceeded = passed > budget->most_passed_pixels;
  if (budget->is_exceeded || info->input_scan_number > max_scans) jump_back(codec);
}

}  // namespace

struct JpegReader::Decoder {
  Decoder() {
    info.err = prepare(error);
    if (setjmp(error.back)) throw std::runtime_error("no JPEG decoder can be made");
    jpeg_create_decompress(&info);
    budget.manager.progress_monitor = &limit_scans;
    info.progress = &budget.manager;
    jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);
  }
  ~Decoder() { jpeg_destroy_decompress(&info); }

  bool read_header(std::string_view bytes) {
    if (setjmp(error.back)) return false;
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK;
  }

  bool start() {
    if (setjmp(error.back)) return false;
    return jpeg_start_decompress(&info);
  }

  bool read_rows(std::uint8_t* target) {
    if (setjmp(error.back)) return false;
    while (info.output_scanline < info.output_height) {
      JSAMPROW row = target + std::size_t(info.output_scanline) * info.output_width * 3;
      jpeg_read_scanlines(&info, &row, 1);
    }
    return jpeg_finish_decompress(&info);
  }

  /// The same for a picture in inks; each row passes through `inks`. Programs by Adobe, and all that follow
  /// them, write how much light is left instead of how much ink is laid on.
  bool read_ink_rows(std::uint8_t* target, std::uint8_t* inks) {
    if (setjmp(error.back)) return false;
    while (info.output_scanline < info.output_height) {
      auto* rgb = target + std::size_t(info.output_scanline) * info.output_width * 3;
      JSAMPROW row = inks;
      jpeg_read_scanlines(&info, &row, 1);
      show_inks(inks, rgb, info.output_width, info.saw_Adobe_marker == TRUE);
    }
    return jpeg_finish_decompress(&info);
  }

  jpeg_decompress_struct info{};
  ErrorJump error{};
  ScanBudget budget{};
};

JpegReader::JpegReader(std::string_view bytes) : bytes_(bytes), decoder_(std::make_unique<Decoder>()) {}
JpegReader::~JpegReader() = default;

std::optional<JpegHeader> JpegReader::header() {
  if (!decoder_->read_header(bytes_)) return std::nullopt;
  auto& info = decoder_->info;
  JpegHeader header{info.image_width, info.image_height, info.num_components,
                    jpeg_has_multiple_scans(&info) == TRUE, 1};
  for (auto* marker = info.marker_list; marker && header.orientation == 1; marker = marker->next)
    header.orientation = exif_orientation({reinterpret_cast<const char*>(marker->data), marker->data_length});
  return header;
}

std::optional<Raster> JpegReader::pixels(int long_side, std::uint64_t most_passed_pixels) {
  auto& info = decoder_->info;
  decoder_->budget.most_passed_pixels = most_passed_pixels;
  unsigned eighths = 8;
  while (eighths > 1 &&
         std::max(info.image_width, info.image_height) * (eighths / 2) / 8 >= unsigned(long_side))
    eighths /= 2;
  info.scale_num = eighths;
  info.scale_denom = 8;
  bool is_in_inks = info.num_components == ink_count;
  info.out_color_space = is_in_inks ? JCS_CMYK : JCS_RGB;  // also from YCCK, but never on to RGB
  if (!decoder_->start()) return std::nullopt;
  Raster raster(int(info.output_width), int(info.output_height));
  std::vector<std::uint8_t> inks(is_in_inks ? std::size_t(info.output_width) * ink_count : 0);
  bool is_read = is_in_inks ? decoder_->read_ink_rows(raster.rgb.data(), inks.data())
                            : decoder_->read_rows(raster.rgb.data());
  if (!is_read) return std::nullopt;
  return raster;
}

bool JpegReader::is_too_costly() const {
  return decoder_->budget.is_exceeded;
}

namespace {

struct Encoder {
  Encoder() {
    info.err = prepare(error);
    if (setjmp(error.back)) throw std::runtime_error("no JPEG encoder can be made");
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &size);
  }
  ~Encoder() {
    jpeg_destroy_compress(&info);
    std::free(bytes);
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  bool write(const Raster& raster, int quality) {
    if (setjmp(error.back)) return false;
    info.image_width = JDIMENSION(raster.width);
    info.image_height = JDIMENSION(raster.height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    info.optimize_coding = TRUE;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
      auto* row = const_cast<JSAMPROW>(&raster.rgb[raster.at(0, int(info.next_scanline))]);
      jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    return true;
  }

  jpeg_compress_struct info{};
  ErrorJump error{};
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
};

}  // namespace

std::string encode_jpeg(const Raster& raster, int quality) {
  Encoder encoder;
  expect(encoder.write(raster, quality), "pixels can be written as a JPEG");
  return {reinterpret_cast<const char*>(encoder.bytes), encoder.size};
}

}  // namespace expogate
