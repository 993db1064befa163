#include "organization/automatic_review.h"

#include <algorithm>

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

std::vector<ReviewReason> doubts_of(const Evidence& e) {
  if (!e.is_picture_read) return {licence_unreadable};
  std::vector<ReviewReason> found;
  bool is_read = std::find(e.codes_read.begin(), e.codes_read.end(), e.uscc) != e.codes_read.end();
  if (e.codes_read.empty())
    found.push_back(code_not_read);
  else if (!is_read)
    found.push_back(code_differs);
  else if (e.codes_read.size() > 1)
    found.push_back(several_codes);
  if (!e.name_agrees) found.push_back(name_differs);
  return found;
}

}  // namespace

AutomaticDecision decide(const Evidence& e) {
  auto hindrances = hindrances_of(e);
  auto doubts = e.origin == Origin::overseas ? std::vector<ReviewReason>{} : doubts_of(e);
  if (hindrances.empty() && doubts.empty()) return {true, {licence_matches}};
  // A picture that tells of another code is doubted even of an old acquaintance.
  bool is_contradicted = std::any_of(doubts.begin(), doubts.end(), [](auto doubt) {
    return doubt == code_differs || doubt == several_codes;
  });
  if (hindrances.empty() && e.was_approved_before && !is_contradicted)
    return {true, {approved_in_past_edition}};
  hindrances.insert(hindrances.end(), doubts.begin(), doubts.end());
  return {false, hindrances};
}

}  // namespace expogate::organization
