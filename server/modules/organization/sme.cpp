#include "organization/sme.h"

#include <array>
#include <string_view>

namespace expogate::organization {
namespace {

/// What a large enterprise of a sector has at least. `needs_assets`: a third bound, which is not asked.
struct LargeBound {
  std::string_view industry;  ///< a division (two digits) or a section (a letter)
  std::int64_t employees = 0, turnover_wan = 0;
  bool needs_assets = false;
};

// Divisions first: they are more exact than their section.
constexpr auto bounds = std::to_array<LargeBound>({
    {"51", 200, 40'000}, {"52", 300, 20'000},      {"59", 200, 30'000},    {"60", 1000, 30'000},
    {"61", 300, 10'000}, {"62", 300, 10'000},      {"63", 2000, 100'000},  {"64", 2000, 100'000},
    {"65", 300, 10'000}, {"70", 0, 200'000, true}, {"A", 0, 20'000},       {"B", 1000, 40'000},
    {"C", 1000, 40'000}, {"D", 1000, 40'000},      {"E", 0, 80'000, true}, {"G", 1000, 30'000},
    {"H", 300, 10'000},  {"K", 0, 200'000, true},  {"L", 300, 0, true},
});

constexpr std::int64_t large_staff_elsewhere = 300;

/// The sections by the first division that no longer belongs to them (GB/T 4754-2017).
char section_of(int division) {
  constexpr auto ends = std::to_array<std::pair<int, char>>({{6, 'A'},
                                                             {13, 'B'},
                                                             {44, 'C'},
                                                             {47, 'D'},
                                                             {51, 'E'},
                                                             {53, 'F'},
                                                             {61, 'G'},
                                                             {63, 'H'},
                                                             {66, 'I'},
                                                             {70, 'J'},
                                                             {71, 'K'},
                                                             {73, 'L'},
                                                             {76, 'M'},
                                                             {80, 'N'},
                                                             {83, 'O'},
                                                             {84, 'P'},
                                                             {86, 'Q'},
                                                             {91, 'R'},
                                                             {97, 'S'}});
  for (auto& [end, section] : ends)
    if (division < end) return section;
  return 'T';
}

const LargeBound* bound_of(std::string_view code) {
  bool is_division = code.size() == 2 && code[0] >= '0' && code[0] <= '9' && code[1] >= '0' && code[1] <= '9';
  char section = code.empty() ? '\0' : code[0];
  if (is_division) section = section_of((code[0] - '0') * 10 + code[1] - '0');
  for (auto& bound : bounds)
    if (bound.industry == code || bound.industry == std::string_view(&section, 1)) return &bound;
  return nullptr;
}

}  // namespace

std::optional<bool> is_small_or_medium(const std::vector<std::string>& industry_codes, std::int64_t employees,
                                       std::int64_t turnover_wan) {
  if (industry_codes.empty()) return std::nullopt;
  for (auto& code : industry_codes) {
    auto* bound = bound_of(code);
    if (!bound) continue;
    if (employees < bound->employees || turnover_wan < bound->turnover_wan) return true;
    if (bound->needs_assets) return std::nullopt;
    return false;
  }
  return employees < large_staff_elsewhere;
}

}  // namespace expogate::organization
