#pragma once
#include <map>

#include "base/caller.h"
#include "edition/catalogue_service.h"
#include "organization/organization_list.h"
#include "platform/sheet/sheet_writer.h"

/// The columns of an organization in a sheet (导出单位信息).
namespace expogate::organization {

/// An organization with what its other tables say.
struct SheetRow {
  Organization organization;
  OrganizationRow row;
  std::vector<Choice> choices;
  std::string mobile, email;  ///< masked, unless the contacts were asked for
};

/// The words of all catalogues that a sheet names, read once for the whole sheet.
class CatalogueWords {
 public:
  CatalogueWords(db::Tx& tx, const EditionId& edition, Locale locale);
  std::string of(edition::CatalogueKind kind, const std::string& code) const;

 private:
  std::map<std::pair<edition::CatalogueKind, std::string>, std::string> words_;
};

std::vector<std::string> sheet_headings(Locale locale);
std::vector<SheetCell> sheet_cells(const SheetRow& row, const CatalogueWords& words, Locale locale);

}  // namespace expogate::organization
