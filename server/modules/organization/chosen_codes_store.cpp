#include <fmt/format.h>

#include "organization/chosen_codes.h"

namespace expogate::organization {

void where_chosen(db::ListQuery& query, std::string_view column, std::string_view kind,
                  const std::vector<std::string>& codes) {
  if (codes.empty()) return;
  std::string marks;
  for (std::size_t i = 0; i < codes.size(); ++i) marks += i == 0 ? "?" : ", ?";
  query.where_values(fmt::format("{} in (select c.organization_id from organization_choices c where c.kind = "
                                 "'{}' and c.code in ({}))",
                                 column, kind, marks),
                     codes);
}

}  // namespace expogate::organization
