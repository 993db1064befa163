#include "organization/organization.h"

#include "base/localized.h"

#include <fmt/format.h>

#include "platform/text/folding.h"

namespace expogate::organization {

OrganizationSnapshot snapshot_of(const Organization& o) {
  return {o.id,
          o.number,
          o.name_zh,
          o.name_en,
          o.uscc,
          o.category,
          o.state,
          o.trading_group_id,
          o.contact_name,
          o.contact_mobile_masked,
          o.contact_email_masked,
          o.version};
}

std::string organization_number(Origin origin, int edition_number, std::int64_t serial) {
  return fmt::format("{}{}{:06}", origin == Origin::domestic ? 'D' : 'F', edition_number, serial);
}

const std::string& name_of(const Profile& profile, Locale locale) {
  return localized(locale, profile.name_zh, profile.name_en);
}

std::optional<std::string> overseas_key_of(Origin origin, const Profile& profile) {
  if (origin == Origin::domestic) return std::nullopt;
  auto name = folded_name(profile.name_en.empty() ? profile.name_zh : profile.name_en);
  return profile.country_code + "|" + name;
}

bool category_fits_uscc(Category category, std::string_view uscc) {
  if (uscc.size() < 2) return false;
  auto authority = uscc.substr(0, 2);
  switch (category) {
    case Category::enterprise:
      return authority[0] == '9';
    case Category::institution:
      return authority == "12";
    case Category::government:
      return authority == "11" || authority == "13";
    case Category::social:
      return authority == "13" || std::string_view("3578").find(authority[0]) != std::string_view::npos;
    case Category::other:
      return true;
  }
  return false;
}

bool is_category_of(Origin origin, Category category) {
  // An institution is a thing of the mainland's law; `other` is what does not fit abroad.
  return origin == Origin::domestic ? category != Category::other : category != Category::institution;
}

}  // namespace expogate::organization
