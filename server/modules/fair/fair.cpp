#include "fair/fair.h"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace expogate::fair {
namespace {

template <class Visit>
void for_each_feature(Visit&& visit) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Feature>>(
      [&](auto each) { visit(each.value); });
}

}  // namespace

bool Fair::has(Feature feature) const {
  return ("," + features + ",").find("," + std::string(enum_name(feature)) + ",") != std::string::npos;
}

std::vector<Feature> Fair::open_features() const {
  std::vector<Feature> open;
  for_each_feature([&](Feature feature) {
    if (has(feature)) open.push_back(feature);
  });
  return open;
}

std::string features_text(const std::vector<Feature>& open) {
  std::string text;
  for (auto feature : open) text += (text.empty() ? "" : ",") + std::string(enum_name(feature));
  return text;
}

Fair nameless_fair() {
  Fair fair;
  fair.name_zh = fair.name_en = fair.short_name_zh = fair.short_name_en = "Expogate";
  fair.organizer_zh = "主办方";
  fair.organizer_en = "The organizer";
  fair.time_zone = "Asia/Shanghai";
  fair.accent_color = "#0b4ea2";
  std::vector<Feature> all;
  for_each_feature([&](Feature feature) { all.push_back(feature); });
  fair.features = features_text(all);
  return fair;
}

}  // namespace expogate::fair
