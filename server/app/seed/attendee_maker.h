#pragma once
#include <random>

#include "app/seed/tsv.h"
#include "attendee/attendee_form.h"
#include "organization/organization.h"

namespace expogate::seed {

/// Makes believable people with valid documents, the same ones from the same seed. Nobody of them is real.
class AttendeeMaker {
 public:
  AttendeeMaker(const std::string& folder, std::uint64_t seed);

  /// What the form of somebody of this organization says, but for the photo and the entry dates.
  attendee::AttendeeForm person(const organization::Organization& organization);

  /// A number below `n`.
  std::size_t pick(std::size_t n) { return std::size_t(random_() % n); }
  bool happens(int percent) { return pick(100) < std::size_t(percent); }
  template <class List>
  const auto& one_of(const List& list) {
    return list[pick(std::size(list))];
  }

 private:
  void identify_resident(attendee::AttendeeForm& form, const std::string& district_code);
  void identify_foreigner(attendee::AttendeeForm& form, const std::string& country_code);
  std::mt19937_64 random_;
  std::vector<TsvRow> categories_;
  int serial_ = 0;
};

}  // namespace expogate::seed
