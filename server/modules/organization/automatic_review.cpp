#include "organization/automatic_review.h"

#include "base/uscc.h"

namespace expogate::organization {
namespace {

using enum ReviewReason;

bool is_reviewed_silently(Category category) {
  return category == Category::enterprise || category == Category::institution;
}

/// What no licence can mend.
std::vector<ReviewReason> hindrances_of(const Evidence& e) {
  if (e.origin == Origin::overseas) return {overseas};
  std::vector<ReviewReason> found;
  if (!is_reviewed_silently(e.category)) found.push_back(category_for_people);
  if (!category_fits_uscc(e.category, e.uscc)) found.push_back(category_mismatch);
  if (!has_valid_check(e.uscc)) found.push_back(check_digit_odd);
  if (e.is_picture_of_another) found.push_back(picture_of_another);
  return found;
}

/// What the picture leaves open; nothing when it says what was typed.
std::optional<ReviewReason> doubt_of(const std::optional<LicenceMatch>& licence) {
  if (!licence) return licence_unreadable;
  switch (*licence) {
    case LicenceMatch::agrees:
      return std::nullopt;
    case LicenceMatch::code_not_read:
      return code_not_read;
    case LicenceMatch::code_differs:
      return code_differs;
    case LicenceMatch::name_differs:
      return name_differs;
  }
  return licence_unreadable;
}

std::optional<ReviewReason> objection_of(std::optional<RegistryStanding> registry) {
  if (!registry) return std::nullopt;
  switch (*registry) {
    case RegistryStanding::confirms:
      return std::nullopt;
    case RegistryStanding::name_differs:
      return registry_name_differs;
    case RegistryStanding::ceased:
      return registry_ceased;
    case RegistryStanding::unknown:
      return registry_unknown;
  }
  return registry_unknown;
}

}  // namespace

bool is_worth_asking(const Evidence& evidence) {
  return hindrances_of(evidence).empty();
}

AutomaticDecision decide(const Evidence& e) {
  auto reasons = hindrances_of(e);
  if (e.origin == Origin::overseas) return {false, reasons};
  if (auto objection = objection_of(e.registry)) reasons.push_back(*objection);
  auto doubt = doubt_of(e.licence);
  if (reasons.empty() && !doubt) return {true, {licence_matches}};
  if (reasons.empty() && doubt == name_differs && e.registry) return {true, {registry_confirms}};
  // A picture that tells of another code is doubted even of an old acquaintance.
  if (reasons.empty() && e.was_approved_before && doubt != code_differs)
    return {true, {approved_in_past_edition}};
  if (doubt) reasons.push_back(*doubt);
  return {false, reasons};
}

}  // namespace expogate::organization
