#include "edition/region.h"

#include "base/localized.h"
#include "edition/catalogue_store.h"

namespace expogate::edition {

std::string region_words(db::Tx& tx, const EditionId& edition, const RegionCodes& codes, Locale locale) {
  std::vector<std::string> known;
  for (auto* code : {&codes.province, &codes.city, &codes.district})
    if (!code->empty()) known.push_back(*code);
  if (known.empty()) return "";
  auto items = store::list_with_ancestors(tx, edition, CatalogueKind::division, known);
  std::string region, last;
  for (auto& code : known)
    for (auto& item : items) {
      if (item.code != code || item.name_zh == last) continue;
      last = item.name_zh;
      region = whole_address(region, localized(locale, item.name_zh, item.name_en), locale);
    }
  return region;
}

std::string whole_address(const std::string& region, const std::string& street, Locale locale) {
  if (region.empty() || street.empty()) return region + street;
  return region + (locale == Locale::en ? ", " : "") + street;
}

}  // namespace expogate::edition
