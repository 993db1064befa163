#include "platform/sheet/package.h"

#include <zip.h>

#include <array>

namespace expogate::sheet {
namespace {

constexpr std::string_view zip_mark = "PK\3\4", compound_file_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string_view folder_of(std::string_view part) {
  auto slash = part.rfind('/');
  return slash == part.npos ? std::string_view{} : part.substr(0, slash + 1);
}

zip_t* open_archive(std::string_view bytes) {
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  expect(source != nullptr, "memory can be read as a zip source");
  auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (archive == nullptr) zip_source_free(source);
  return archive;
}

}  // namespace

Package::Package(std::string_view bytes, const SheetLimits& limits) : limits_(limits) {
  require(bytes.size() <= limits.file_bytes, SheetRefusal::too_large);
  require(!bytes.starts_with(compound_file_mark), SheetRefusal::old_or_protected);
  require(bytes.starts_with(zip_mark), SheetRefusal::not_a_sheet);
  archive_ = open_archive(bytes);
  require(archive_ != nullptr, SheetRefusal::broken);
  if (zip_get_num_entries(archive_, 0) <= limits.parts) return;
  zip_discard(archive_);
  throw Fault{SheetRefusal::too_large};
}

Package::~Package() {
  zip_discard(archive_);
}

bool Package::contains(const std::string& part) const {
  return zip_name_locate(archive_, part.c_str(), ZIP_FL_NOCASE) >= 0;
}

void Package::read(const std::string& part, XmlHandler& handler) {
  auto index = zip_name_locate(archive_, part.c_str(), ZIP_FL_NOCASE);
  require(index >= 0, SheetRefusal::not_a_sheet);
  std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_, static_cast<zip_uint64_t>(index), 0));
  require(file != nullptr, SheetRefusal::broken);
  XmlReader reader(handler);
  std::array<char, 64 * 1024> piece;
  for (std::size_t part_size = 0;;) {
    auto count = zip_fread(file.get(), piece.data(), piece.size());
    require(count >= 0, SheetRefusal::broken);
    part_size += static_cast<std::size_t>(count);
    unpacked_ += static_cast<std::size_t>(count);
    require(part_size <= limits_.part_bytes && unpacked_ <= limits_.unpacked_bytes, SheetRefusal::too_large);
    reader.read({piece.data(), static_cast<std::size_t>(count)}, count == 0);
    if (count == 0) return;
  }
}

std::string resolved_part(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  auto folder = folder_of(part);
  for (; target.starts_with("../"); target.remove_prefix(3))
    if (!folder.empty()) folder = folder_of(folder.substr(0, folder.size() - 1));
  return std::string(folder).append(target);
}

std::string relationships_of(const std::string& part) {
  auto folder = folder_of(part);
  return std::string(folder) + "_rels/" + part.substr(folder.size()) + ".rels";
}

}  // namespace expogate::sheet
