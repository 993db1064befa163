#pragma once
#include <random>
#include <string>
#include <vector>

#include "app/seed/tsv.h"
#include "app/services.h"
#include "organization/form.h"

namespace expogate::seed {

/// A trading group as the maker needs it.
struct SeedGroup {
  TradingGroupId id, top_id;
  std::string name_zh;
  bool is_subgroup = false;
};

std::vector<SeedGroup> groups_for_organizations(const std::string& folder);

/// An organization that might exist, with everything its form says.
struct MadeOrganization {
  organization::Organization organization;
  organization::Form form;
  std::vector<organization::Choice> choices;
  std::string mobile, email;
};

/// Makes believable organizations, the same ones from the same seed: names from parts, valid codes, answers
/// that fit their kind. Nobody of them is real.
class OrganizationMaker {
 public:
  /// `first_serial`: two makers with serials apart make nothing twice.
  OrganizationMaker(const std::string& folder, std::uint64_t seed, int first_serial = 0);

  MadeOrganization domestic(const SeedGroup& group, organization::Category category);
  MadeOrganization overseas();

  /// A number below `n`.
  std::size_t pick(std::size_t n) { return std::size_t(random_() % n); }
  template <class List>
  const auto& one_of(const List& list) {
    return list[pick(std::size(list))];
  }
  bool happens(int percent) { return pick(100) < std::size_t(percent); }
  /// A moment between two others, later ones more likely: registrations hurry towards their end.
  Instant between(Instant from, Instant to);

 private:
  struct Place {
    std::string province_code, city_code, district_code, province, city, district;
  };
  const Place& place_for(const SeedGroup& group);
  std::string name_zh(const Place& place, organization::Category category);
  void answer(MadeOrganization& made);
  void contact(MadeOrganization& made);
  void choose(MadeOrganization& made, organization::ChoiceKind kind, const std::vector<TsvRow>& catalogue,
              std::size_t count);
  std::mt19937_64 random_;
  std::vector<Place> places_;
  std::vector<TsvRow> areas_, industries_, purposes_, purchases_1y_, purchases_5y_, imports_, capitals_;
  int serial_;
};

}  // namespace expogate::seed
