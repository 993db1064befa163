#include "file/file.h"

#include <fmt/format.h>

namespace expogate::file {
namespace {

std::string size_words(std::size_t bytes) {
  constexpr std::size_t kilobyte = 1000, megabyte = 1000 * kilobyte;
  return bytes % megabyte == 0 ? fmt::format("{} MB", bytes / megabyte)
                               : fmt::format("{} KB", bytes / kilobyte);
}

}  // namespace

ValidationError refusal_of(const std::string& field, ImageRefusal refusal, const ImageRules& rules) {
  switch (refusal) {
    case ImageRefusal::too_large:
      return {field, file_too_large, {{"limit", size_words(rules.max_bytes)}}};
    case ImageRefusal::not_an_image:
      return {field, file_not_an_image};
    case ImageRefusal::heic:
      return {field, file_heic};
    case ImageRefusal::unsupported:
      return {field, file_unsupported};
    case ImageRefusal::too_many_pixels:
      return {field,
              file_too_many_pixels,
              {{"max_side", rules.max_side}, {"max_megapixels", rules.max_pixels / 1'000'000}}};
    case ImageRefusal::broken:
      break;
  }
  return {field, file_broken};
}

}  // namespace expogate::file
