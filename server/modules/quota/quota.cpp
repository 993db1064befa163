#include "quota/quota.h"

#include "platform/wire/field_errors.h"

namespace expogate::quota {

constexpr std::int64_t most_places = 1'000'000;

void require_sane(const Places& places) {
  std::vector<FieldError> wrong;
  auto check = [&](const char* field, std::int64_t number) {
    if (number < 0 || number > most_places)
      wrong.push_back({field, &wire::field_range, {{"min", 0}, {"max", most_places}}});
  };
  check("vip", places.vip);
  check("staff", places.staff);
  if (!wrong.empty()) throw ValidationError(wrong);
}

}  // namespace expogate::quota
