#include "platform/wire/page_query.h"

namespace expogate::wire {

PageRequest page_request(const PageQuery& query) {
  constexpr int last_page = 100'000, most_rows = 200;
  FieldErrors errors;
  auto check = [&](const char* name, std::optional<int> value, int most) {
    if (!value || (*value >= 1 && *value <= most)) return;
    FieldErrors::At here(errors, name);
    errors.add(field_range, {{"min", 1}, {"max", most}});
  };
  check("page", query.page, last_page);
  check("page_size", query.page_size, most_rows);
  errors.refuse();
  return {query.page.value_or(1), query.page_size.value_or(50), query.sort.value_or("")};
}

}  // namespace expogate::wire
