#include <rapidcheck.h>

#include <map>

#include "platform/ledger/ledger.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"

namespace expogate::ledger {
namespace {

enum class Verb { open, transfer, hold, post, release, expire };

/// One thing that somebody does; the figures are taken modulo what exists.
struct Step {
  Verb verb;
  int id, from, to, amount;
};

std::ostream& operator<<(std::ostream& out, const Step& step) {
  constexpr const char* names[] = {"open", "transfer", "hold", "post", "release", "expire"};
  return out << names[int(step.verb)] << " id " << step.id << " from " << step.from << " to " << step.to
             << " amount " << step.amount;
}

rc::Gen<Step> any_step() {
  auto verb = rc::gen::weightedElement<Verb>({{1, Verb::open},
                                              {6, Verb::transfer},
                                              {6, Verb::hold},
                                              {4, Verb::post},
                                              {3, Verb::release},
                                              {2, Verb::expire}});
  return rc::gen::construct<Step>(verb, rc::gen::inRange(0, 25), rc::gen::inRange(0, 4),
                                  rc::gen::inRange(0, 4), rc::gen::inRange(1, 12));
}

constexpr Duration hold_time = minutes(15);

/// The ledger as one would write it if there were neither databases nor other people.
class Model {
 public:
  struct Money {
    bool is_open = false;
    std::int64_t debits_pending = 0, debits_posted = 0, credits_pending = 0, credits_posted = 0;
  };
  struct Moved {
    int from, to, amount;
    Phase phase;
    Instant expires_at;
  };
  Money money[4];
  std::map<int, Moved> moved;

  static bool is_guarded(int account) { return account != 0; }
  bool can_give(int account, std::int64_t amount) const {
    auto& giver = money[account];
    return !is_guarded(account) ||
           giver.debits_posted + giver.debits_pending + amount <= giver.credits_posted;
  }
  Result make(const Step& step, Phase phase, Instant now) {
    if (moved.contains(step.id)) return Result::already_done;
    if (!can_give(step.from, step.amount)) return Result::exceeds_available;
    moved[step.id] = {step.from, step.to, step.amount, phase, now + hold_time};
    add(moved[step.id], phase, step.amount);
    return Result::done;
  }
  bool is_same(const Step& step) const {
    auto& known = moved.at(step.id);
    return known.from == step.from && known.to == step.to && known.amount == step.amount;
  }
  std::optional<Result> end(int id, Phase phase) {
    auto found = moved.find(id);
    if (found == moved.end()) return std::nullopt;
    auto& hold = found->second;
    if (hold.phase == phase) return Result::already_done;
    if (hold.phase != Phase::pending) return std::nullopt;
    add(hold, Phase::pending, -hold.amount);
    if (phase == Phase::posted) add(hold, Phase::posted, hold.amount);
    hold.phase = phase;
    return Result::done;
  }

 private:
  void add(const Moved& what, Phase phase, std::int64_t amount) {
    bool is_pending = phase == Phase::pending;
    (is_pending ? money[what.from].debits_pending : money[what.from].debits_posted) += amount;
    (is_pending ? money[what.to].credits_pending : money[what.to].credits_posted) += amount;
  }
};

AccountKey key_of(int account) {
  return {"account/" + std::to_string(account)};
}
std::string id_of(int transfer) {
  return "t" + std::to_string(transfer);
}

class LedgerPropertyTest : public OnEachEngine {
 protected:
  void start_over() {
    model_ = {};
    now_ = TestClock::start;
    write([](db::Tx& tx) {
      tx.exec("delete from ledger_transfers");
      tx.exec("delete from ledger_accounts");
    });
    for (int account = 0; account < 4; ++account) open(account);
  }

  void open(int account) {
    auto guard = Model::is_guarded(account) ? Guard::debits_must_not_exceed_credits : Guard::none;
    write([&](db::Tx& tx) { open_account(tx, key_of(account), "place", guard, now_); });
    model_.money[account].is_open = true;
  }

  void play(Step step) {
    if (step.from == step.to) step.to = (step.to + 1) % 4;
    now_ = now_ + minutes(1);
    switch (step.verb) {
      case Verb::open:
        return open(step.from);
      case Verb::transfer:
        return make(step, Phase::posted);
      case Verb::hold:
        return make(step, Phase::pending);
      case Verb::post:
        RC_ASSERT(write([&](db::Tx& tx) { return post(tx, id_of(step.id), now_); }) ==
                  model_.end(step.id, Phase::posted));
        return;
      case Verb::release:
        RC_ASSERT(write([&](db::Tx& tx) { return release(tx, id_of(step.id), now_); }) ==
                  model_.end(step.id, Phase::voided));
        return;
      case Verb::expire:
        return expire(step.amount);
    }
  }

  void make(const Step& step, Phase phase) {
    Transfer wanted{id_of(step.id), key_of(step.from), key_of(step.to), step.amount,
                    "reason",       "subject",         AccountId{"me"}};
    auto run = [&] {
      return write([&](db::Tx& tx) {
        return phase == Phase::posted ? transfer(tx, wanted, now_) : hold(tx, wanted, now_ + hold_time, now_);
      });
    };
    if (model_.moved.contains(step.id) && !model_.is_same(step))
      RC_ASSERT_THROWS_AS(run(), Refusal);
    else
      RC_ASSERT(run() == model_.make(step, phase, now_));
  }

  void expire(int limit) {
    auto ids = write([&](db::Tx& tx) { return expire_holds(tx, now_, limit); });
    int overdue = 0;
    for (auto& [id, moved] : model_.moved)
      overdue += moved.phase == Phase::pending && moved.expires_at <= now_;
    RC_ASSERT(int(ids.size()) == std::min(overdue, limit));
    for (auto& id : ids) RC_ASSERT(model_.end(std::stoi(id.substr(1)), Phase::expired) == Result::done);
  }

  void compare() {
    read([&](db::Tx& tx) {
      auto wrong = verify(tx);
      RC_ASSERT(wrong == std::vector<std::string>{});
      for (int account = 0; account < 4; ++account) {
        auto real = find_account(tx, key_of(account)).value();
        auto& expected = model_.money[account];
        RC_ASSERT(real.debits_pending == expected.debits_pending);
        RC_ASSERT(real.debits_posted == expected.debits_posted);
        RC_ASSERT(real.credits_pending == expected.credits_pending);
        RC_ASSERT(real.credits_posted == expected.credits_posted);
        RC_ASSERT(!Model::is_guarded(account) || real.available() >= 0);
      }
    });
  }

  Model model_;
  Instant now_;
};

TEST_P(LedgerPropertyTest, EverySequenceOfStepsEndsAsInTheModel) {
  bool holds = rc::check("the ledger is its model", [this] {
    auto steps = *rc::gen::container<std::vector<Step>>(any_step());
    start_over();
    for (auto& step : steps) {
      play(step);
      compare();
    }
  });
  EXPECT_TRUE(holds);
}

EXPOGATE_ON_EACH_ENGINE(LedgerPropertyTest);

}  // namespace
}  // namespace expogate::ledger
