#pragma once
#include <functional>
#include <random>
#include <stdexcept>

#include "fair.h"
#include "model.h"

namespace expogate::operations {

/// The system did otherwise than the model says.
struct Difference : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Does one thing after the other that people, providers and time do to the fair, always the same from the
/// same seed, and holds what came of it against the model.
class RandomOperations {
 public:
  RandomOperations(Fair& fair, std::uint64_t seed);

  /// One operation, chosen by chance; throws Difference.
  void step();
  /// Lets time pass with healthy providers until nothing is under way, and demands that nothing is.
  void settle_down();
  /// Everything in the tables against everything in the model.
  void compare_all();
  /// What the program itself says of its books, and they of the providers'.
  void verify_books();
  const std::map<std::string, int>& counts() const { return counts_; }

 private:
  // People
  std::string add_person();
  std::string change_option();
  std::string remove_person();
  std::string review_person();
  std::string void_person();
  std::string submit();
  // Orders
  std::string create_order();
  std::string cancel_order();
  std::string expire_orders();
  // Places
  std::string give_places();
  std::string assign_places();
  std::string remove_quota();
  std::string upgrade_person();
  std::string move_organization();
  // Group payment
  std::string permit_group_payment();
  std::string turn_group_payment();
  std::string set_default_limit();
  std::string set_limit();
  std::string sponsor();
  std::string decline();
  // Money
  std::string begin_payment();
  std::string scan();
  std::string notice_again();
  std::string notice_of_wrong_amount();
  std::string money_by_bank();
  std::string ask_for_refund();
  std::string decide_refund();
  std::string finish_refund();
  std::string pass_time();
  std::string work();

  std::size_t pick(std::size_t n) { return std::size_t(random_() % n); }
  bool happens(int percent) { return pick(100) < std::size_t(percent); }
  /// One of them, the newest more often: that is where things happen.
  template <class Map>
  typename Map::key_type pick_of(const Map& map) {
    auto back = happens(80) ? pick(std::min<std::size_t>(map.size(), 40)) : pick(map.size());
    return std::prev(map.end(), std::ptrdiff_t(back) + 1)->first;
  }
  /// The same, mostly one of those where something can still happen.
  template <class Map, class Predicate>
  typename Map::key_type pick_of(const Map& map, Predicate&& is_promising) {
    std::vector<typename Map::key_type> promising;
    for (auto& [id, one] : map)
      if (is_promising(one)) promising.push_back(id);
    return promising.empty() || happens(15) ? pick_of(map) : promising[pick(promising.size())];
  }
  const Participant& participant(std::size_t n) const { return fair_.participants()[n]; }
  const Office& some_office(std::size_t& n) { return fair_.offices()[n = pick(fair_.offices().size())]; }
  BadgeType some_free_badge() { return happens(50) ? BadgeType::staff : BadgeType::vip; }
  std::int64_t fee_of(BadgeType type, std::size_t option) const {
    return type == BadgeType::professional ? fair_.fees()[option] : 0;
  }
  std::vector<AttendeeId> some_people(std::size_t organization);
  /// Mostly of those who wait for this group's decision.
  std::vector<AttendeeId> some_awaiting(std::size_t group);

  void tell(const PaymentId& payment, std::int64_t amount_fen, Instant paid_at);
  std::optional<RefundId> find_orphan(const PaymentId& payment);
  /// Orphans that the model expects and the tables have: brings their ids into the model.
  void expect_orphan(const PaymentId& payment);
  /// Money has come: the model takes it, and what it says of it is compared. True for an orphan.
  bool receive(const PaymentId& payment, std::int64_t amount_fen);
  void compare_person(const AttendeeId& id);
  void compare_places();
  void compare_group_payment(std::size_t group);
  void compare_order(const OrderId& id);
  void compare_payment(const PaymentId& id);
  void compare_refund(const RefundId& id);
  void compare_ledger(const OrderId& order);
  void follow_payments();
  void require_given_up(const Payment& payment);
  OrderState order_state(const OrderId& id);
  bool settles_order(const PaymentId& payment);
  void follow_refunds();

  Fair& fair_;
  Model model_;
  std::mt19937_64 random_;
  std::map<std::string, int> counts_;  ///< how often each operation was done, and refused for which reason
  int bank_lines_ = 0;
};

/// Its code when it is refused, nothing when it is done.
std::string outcome_of(const std::function<void()>& act);
std::string outcome_of(const std::vector<wire::BatchOutcome>& outcomes);

template <class Actual, class Expected>
void require_same(const Actual& actual, const Expected& expected, const std::string& what) {
  if (actual == expected) return;
  std::string text = what + " differs";
  if constexpr (requires { std::to_string(actual); })
    text += ": " + std::to_string(actual) + " instead of " + std::to_string(expected);
  else if constexpr (std::is_enum_v<Actual>)
    text += ": " + std::string(enum_name(actual)) + " instead of " + std::string(enum_name(expected));
  else if constexpr (std::is_convertible_v<Actual, std::string>)
    text += ": '" + std::string(actual) + "' instead of '" + std::string(expected) + "'";
  throw Difference(text);
}

}  // namespace expogate::operations
