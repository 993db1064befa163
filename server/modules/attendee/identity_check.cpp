#include "attendee/identity_check.h"

namespace expogate::attendee {

IdentityAction action_of(const Outcome<IdentityFinding>& answer) {
  if (!answer) return IdentityAction::stay_silent;
  switch (answer.value()) {
    case IdentityFinding::matched:
      return IdentityAction::match;
    case IdentityFinding::not_covered:
      return IdentityAction::pass_over;
    case IdentityFinding::name_differs:
    case IdentityFinding::no_such_document:
    case IdentityFinding::document_invalid:
      break;
  }
  return IdentityAction::fail;
}

Details identity_details(const std::optional<IdentityFinding>& finding, Locale locale) {
  return {{"finding", finding ? std::string(enum_words(*finding, locale)) : ""}};
}

}  // namespace expogate::attendee
