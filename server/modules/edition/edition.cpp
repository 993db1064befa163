#include "edition/edition.h"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace expogate::edition {

WindowState window_state(const Window& window, Instant now) {
  if (!window.opens_at || !window.closes_at) return WindowState::unset;
  if (now < *window.opens_at) return WindowState::not_yet;
  return now < *window.closes_at ? WindowState::open : WindowState::closed;
}

std::set<DocumentType> documents_in_use(const EditionRules& rules) {
  std::set<DocumentType> types;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<DocumentType>>([&](auto each) {
    if (("," + rules.document_types + ",").find("," + std::string(each.name) + ",") != std::string::npos)
      types.insert(each.value);
  });
  return types;
}

Details window_details(const Window& window) {
  Details details{{"window", std::string(enum_name(window.kind))},
                  {"opens", window.opens_at ? fair_text(*window.opens_at) : "-"},
                  {"closes", window.closes_at ? fair_text(*window.closes_at) : "-"}};
  if (window.opens_at) details.emplace("opens_at", *window.opens_at);
  if (window.closes_at) details.emplace("closes_at", *window.closes_at);
  return details;
}

}  // namespace expogate::edition
