#include "platform/paygate/zip_texts.h"

#include <zip.h>

#include <memory>

#include "base/error.h"

namespace expogate::paygate {
namespace {

struct Close {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::unique_ptr<zip_t, Close> opened(std::string_view bytes) {
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  expect(source != nullptr, "memory can be read as a zip source");
  auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (archive == nullptr) zip_source_free(source);
  return std::unique_ptr<zip_t, Close>(archive);
}

/// Counts what really comes out: the sizes that a zip file tells of itself may lie.
std::optional<std::string> text_of(zip_t* archive, zip_uint64_t index, std::size_t most_bytes) {
  std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive, index, 0));
  if (!file) return std::nullopt;
  std::string text, piece(64 * 1024, '\0');
  for (;;) {
    auto count = zip_fread(file.get(), piece.data(), piece.size());
    if (count < 0 || text.size() + std::size_t(count) > most_bytes) return std::nullopt;
    if (count == 0) return text;
    text.append(piece, 0, std::size_t(count));
  }
}

}  // namespace

std::optional<std::vector<std::string>> zip_texts(std::string_view bytes, std::size_t most_bytes) {
  auto archive = opened(bytes);
  if (!archive) return std::nullopt;
  std::vector<std::string> texts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    auto text = text_of(archive.get(), zip_uint64_t(i), most_bytes);
    if (!text) return std::nullopt;
    most_bytes -= text->size();
    texts.push_back(*std::move(text));
  }
  return texts;
}

}  // namespace expogate::paygate
