#include "edition/entry_option.h"

#include <tuple>

namespace expogate::edition {
namespace {

bool fits(const EntryPrice& price, const FeeQuestion& q) {
  return price.badge_type == q.badge_type && (!price.region_type || *price.region_type == q.region_type) &&
         (!price.reuse || *price.reuse == q.is_reuse) &&
         (!price.valid_from_on || *price.valid_from_on <= q.on) &&
         (!price.valid_to_on || q.on <= *price.valid_to_on);
}

int conditions_of(const EntryPrice& price) {
  return int(price.region_type.has_value()) + int(price.reuse.has_value()) +
         int(price.valid_from_on.has_value() || price.valid_to_on.has_value());
}

auto conditions(const EntryPrice& price) {
  return std::tie(price.badge_type, price.region_type, price.reuse, price.valid_from_on, price.valid_to_on);
}

}  // namespace

std::optional<std::int64_t> fee_of(const std::vector<EntryPrice>& prices, const FeeQuestion& question) {
  const EntryPrice* best = nullptr;
  for (auto& price : prices) {
    if (!fits(price, question)) continue;
    bool is_better = !best || conditions_of(price) > conditions_of(*best) ||
                     (conditions_of(price) == conditions_of(*best) && price.fee_fen < best->fee_fen);
    if (is_better) best = &price;
  }
  return best ? std::optional(best->fee_fen) : std::nullopt;
}

bool has_doubled_price(const std::vector<EntryPrice>& prices) {
  for (std::size_t i = 0; i < prices.size(); ++i)
    for (std::size_t j = i + 1; j < prices.size(); ++j)
      if (conditions(prices[i]) == conditions(prices[j])) return true;
  return false;
}

}  // namespace expogate::edition
