#include "edition/edition.h"

namespace expogate::edition {

WindowState window_state(const Window& window, Instant now) {
  if (!window.opens_at || !window.closes_at) return WindowState::unset;
  if (now < *window.opens_at) return WindowState::not_yet;
  return now < *window.closes_at ? WindowState::open : WindowState::closed;
}

Details window_details(const Window& window) {
  Details details{{"window", std::string(enum_name(window.kind))},
                  {"opens", window.opens_at ? shanghai_text(*window.opens_at) : "-"},
                  {"closes", window.closes_at ? shanghai_text(*window.closes_at) : "-"}};
  if (window.opens_at) details.emplace("opens_at", *window.opens_at);
  if (window.closes_at) details.emplace("closes_at", *window.closes_at);
  return details;
}

}  // namespace expogate::edition
