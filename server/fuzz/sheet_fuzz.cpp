#include <zip.h>

#include <cstddef>
#include <cstdint>

#include "platform/sheet/sheet_reader.h"

namespace {

using namespace expogate;

/// Stored, not packed, and with true sums: so that the fuzzer's bytes reach the XML of every part.
std::string workbook_of(std::string_view book, std::string_view styles, std::string_view texts,
                        std::string_view rows) {
  auto* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(memory);
  auto* archive = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
  auto add = [&](const char* name, std::string_view bytes) {
    auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    auto index = zip_file_add(archive, name, source, 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  };
  add("_rels/.rels", R"(<R><Relationship Type="/officeDocument" Target="b.xml"/></R>)");
  add("b.xml", book.empty() ? R"(<b><sheet id="1"/></b>)" : book);
  add("_rels/b.xml.rels",
      R"(<R><Relationship Id="1" Type="" Target="r.xml"/><Relationship Type="/styles" Target="s.xml"/>)"
      R"(<Relationship Type="/sharedStrings" Target="t.xml"/></R>)");
  add("s.xml", styles);
  add("t.xml", texts);
  add("r.xml", rows);
  expect(zip_close(archive) == 0, "the workbook is made");
  zip_stat_t state;
  zip_source_stat(memory, &state);
  std::string bytes(state.size, '\0');
  zip_source_open(memory);
  zip_source_read(memory, bytes.data(), bytes.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

std::string_view take_part(std::string_view& rest) {
  auto end = rest.find('\0');
  auto part = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return part;
}

}  // namespace

// Refused with a reason, or rows in their order, within the limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  std::string wrapped;
  if (!input.starts_with("PK")) {
    auto rows = take_part(input), texts = take_part(input), styles = take_part(input);
    wrapped = workbook_of(take_part(input), styles, texts, rows);
    input = wrapped;
  }
  SheetLimits limits{.unpacked_bytes = 2'000'000, .rows = 100, .columns = 8, .cell_bytes = 1000};
  std::uint32_t last = 0, count = 0;
  read_sheet(input, limits, [&](std::uint32_t number, const std::vector<std::string>& cells) {
    expect(number > last && ++count <= limits.rows, "rows come in order, and not too many");
    expect(!cells.empty() && cells.size() <= limits.columns, "so do columns");
    for (auto& cell : cells) expect(cell.size() <= limits.cell_bytes, "no cell is too long");
    last = number;
  });
  return 0;
}
