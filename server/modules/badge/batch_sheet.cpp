#include "badge/batch_sheet.h"

#include <fmt/format.h>

namespace expogate::badge {
namespace {

/// For the printer's and the desk's people: both languages at once.
const std::vector<std::string> headings{"页码 Page",        "证件编号 Badge",       "姓名 Name",
                                        "英文姓名 English", "单位 Organization",    "职务 Position",
                                        "人员标签 Type",    "入场日期 Entry dates", "领取方式 Collection",
                                        "制证原因 Reason"};

std::string either(const std::string& zh, const std::string& en) {
  return zh.empty() ? en : zh;
}

template <class Enum>
std::string words(Enum value) {
  return std::string(enum_words(value, Locale::zh_cn));
}

}  // namespace

BatchSheet::BatchSheet(const std::filesystem::path& folder, std::int64_t batch_serial) : folder_(folder) {
  std::filesystem::remove_all(folder_);
  auto title = fmt::format("制证批次 Batch {}", batch_serial);
  writer_.emplace(folder_, title, headings, "Expogate · " + title);
}

BatchSheet::~BatchSheet() {
  writer_.reset();
  std::error_code kept;  // the next attempt, or the operator's cleaning, meets it again
  std::filesystem::remove_all(folder_, kept);
}

void BatchSheet::add(const Badge& b) {
  writer_->add_row(std::vector<SheetCell>{
      double(b.batch_place.value_or(0)), badge_number(b.code_edition_number, b.code_serial), b.name_zh,
      b.name_en, either(b.organization_zh, b.organization_en), b.position, words(b.type),
      either(b.entry_option_zh, b.entry_option_en), words(b.collection), words(b.kind)});
}

}  // namespace expogate::badge
