#pragma once
#include <unordered_set>
#include <vector>

#include "app/seed/attendee_maker.h"
#include "app/seed/attendee_writer.h"

namespace expogate::seed {

/// The people of a fair's organizations with their badges, as many as come: four or five each (facts 3.2).
class FairPeople {
 public:
  FairPeople(Services& services, const std::string& folder);

  /// The people of an approved organization.
  void write(db::Tx& tx, const organization::Organization& organization);
  int count() const { return count_; }

 private:
  void write_person(db::Tx& tx, const organization::Organization& organization);
  attendee::AttendeeState state();
  Services& services_;
  AttendeeMaker maker_;
  AttendeeWriter writer_;
  std::vector<edition::PricedEntryOption> options_;
  std::unordered_set<std::string> documents_;
  int count_ = 0;
};

}  // namespace expogate::seed
