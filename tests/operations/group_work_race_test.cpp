// What groups, organizations and the bureau do at one moment, by the whole program on both engines (QTA-03,
// GPY-03): nothing is given twice, nobody is told that all is taken while something is free, nobody is left
// waiting for a group that does not pay.
#include <atomic>
#include <barrier>
#include <random>

#include "fair.h"
#include "group_payment/group_payment_store.h"
#include "group_payment/verification.h"
#include "organization/organization_store.h"
#include "platform/ledger/ledger.h"
#include "quota/quota_store.h"
#include "quota/verification.h"
#include "random_operations.h"
#include "testing/threads.h"

namespace expogate::operations {
namespace {

constexpr int people_at_once = 16;
const EditionId edition{"8"};

quota::GroupQuota quota_of(Fair& fair, const Office& office, BadgeType type) {
  return fair.services().database->read(
      [&](db::Tx& tx) { return quota::store::get_group_quota(tx, edition, office.id, type); });
}

void give(Fair& fair, const Caller& giver, const Office& office, quota::Places places) {
  auto version =
      quota_of(fair, office, BadgeType::staff).version + quota_of(fair, office, BadgeType::vip).version;
  fair.services().group_quotas.change(giver, office.id, places, version);
}

quota::OrganizationQuotaId assign(Fair& fair, const Office& office, const Participant& to,
                                  quota::Places places) {
  return fair.services().organization_quotas.add(office.caller, {to.uscc, std::nullopt, to.uscc, places}).id;
}

attendee::NewAttendee somebody(Fair& fair, const Participant& of, std::size_t n, BadgeType type) {
  attendee::NewAttendee wanted{fair.people()[n]};
  wanted.form.photo_id = of.photo;
  wanted.form.badge_type = type;
  wanted.form.entry_option_id = fair.options().front();
  return wanted;
}

/// Groups, organizations and the bureau at work on the same places, each at the same moment as the others.
class Storm {
 public:
  using Random = std::mt19937_64;
  explicit Storm(Fair& fair) : fair_(fair) {}

  /// Does one of the acts, by chance; a refusal is an answer like any other.
  void act(Random& random) {
    auto& [name, one] = acts[random() % std::size(acts)];
    bool is_done = false;
    auto refusal = outcome_of([&] { is_done = (this->*one)(random); });
    std::lock_guard lock(mutex_);
    done_[name] += refusal.empty() && is_done;
  }
  /// How often each act was done.
  const std::map<std::string, int>& done() const { return done_; }

 private:
  struct Act {
    const char* name;
    bool (Storm::*act)(Random&);
  };

  bool use(Random& random) {
    auto n = next_++;
    if (n >= fair_.people().size()) return false;
    auto& one = organization(random);
    auto added = fair_.services().attendees.add(one.contact, somebody(fair_, one, n, any_type(random)));
    std::lock_guard lock(mutex_);
    registered_.emplace_back(&one, added.id);
    return true;
  }
  bool split(Random& random) {
    give(fair_, fair_.offices()[0].caller, fair_.offices()[1 + random() % 2], places(random));
    return true;
  }
  bool assign_others(Random& random) {
    auto& one = organization(random);
    auto& office = group_of(one);
    quota::store::Recipient recipient{edition, office.scope.group, one.uscc, one.id};
    auto quota = fair_.services().database->read(
        [&](db::Tx& tx) { return quota::store::find_organization_quota(tx, recipient); });
    // Moved here, it has no places of this office.
    if (!quota) return false;
    fair_.services().organization_quotas.change(office, quota->id, quota->name, places(random),
                                                quota->version);
    return true;
  }
  bool upgrade(Random& random) {
    auto [one, id] = somebody_registered(random);
    if (!one) return false;
    return fair_.services().attendee_upgrades.upgrade(group_of(*one), {id}, type(random)).front().is_done;
  }
  bool void_somebody(Random& random) {
    auto [one, id] = somebody_registered(random);
    if (!one) return false;
    return fair_.services().attendee_reviews.void_attendees(fair_.office(), {id}, "单位来函").front().is_done;
  }
  bool move(Random& random) {
    auto& to = fair_.offices()[random() % fair_.offices().size()];
    return fair_.services().moves.move(fair_.office(), {organization(random).id}, to.id).front().is_done;
  }

  const Participant& organization(Random& random) const {
    return fair_.participants()[random() % fair_.participants().size()];
  }
  /// The office that the organization stands with now, which may be another by the time it acts.
  const Caller& group_of(const Participant& one) const {
    auto found = fair_.services().database->read(
        [&](db::Tx& tx) { return organization::store::get(tx, fair_.office().scope, one.id); });
    for (auto& office : fair_.offices())
      if (office.id == found.trading_group_id) return office.caller;
    throw std::logic_error("an organization stands with no office");
  }
  static BadgeType type(Random& random) { return random() % 2 ? BadgeType::vip : BadgeType::staff; }
  static BadgeType any_type(Random& random) { return random() % 2 ? BadgeType::professional : type(random); }
  static quota::Places places(Random& random) {
    return {std::int64_t(random() % 6), std::int64_t(random() % 6)};
  }
  std::pair<const Participant*, AttendeeId> somebody_registered(Random& random) {
    std::lock_guard lock(mutex_);
    if (registered_.empty()) return {nullptr, {}};
    return registered_[random() % registered_.size()];
  }

  static constexpr Act acts[] = {{"use", &Storm::use},
                                 {"use", &Storm::use},
                                 {"split", &Storm::split},
                                 {"assign", &Storm::assign_others},
                                 {"upgrade", &Storm::upgrade},
                                 {"upgrade", &Storm::upgrade},
                                 {"void", &Storm::void_somebody},
                                 {"move", &Storm::move}};
  Fair& fair_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::vector<std::pair<const Participant*, AttendeeId>> registered_;
  std::map<std::string, int> done_;
};

class GroupWorkRaceTest : public OnEachEngine {
 protected:
  static std::vector<std::string> wrong(Fair& fair) {
    return fair.services().database->read([](db::Tx& tx) {
      auto found = ledger::verify(tx);
      for (auto& lines : {quota::verify(tx), group_payment::verify(tx)})
        found.insert(found.end(), lines.begin(), lines.end());
      return found;
    });
  }

  /// What the figures call free can be given away to the last place, and not one more.
  static void expect_nothing_hidden(Fair& fair) {
    auto& quotas = fair.services().organization_quotas;
    for (auto& office : fair.offices()) {
      auto free = quota_of(fair, office, BadgeType::vip).free();
      auto rest = quotas.add(office.caller, {"91310115MA1K35XY5H", std::nullopt, "余额单位", {free, 0}});
      EXPECT_EQ(quota_of(fair, office, BadgeType::vip).free(), 0);
      auto one_more = outcome_of([&] {
        quotas.change(office.caller, rest.id, rest.name, {free + 1, 0}, rest.version);
      });
      EXPECT_EQ(one_more, "quota.exhausted");
    }
  }
};

// B2, with people who are really registered.
TEST_P(GroupWorkRaceTest, OfAThousandWhoWantTheLastHundredPlacesAHundredGetOne) {
  constexpr int places = 100, takers = 1000;
  Fair fair(GetParam(), 2, 1, takers);
  auto& organization = fair.participants().front();
  auto& office = fair.offices()[organization.office];
  give(fair, fair.office(), office, {places, 0});
  auto id = assign(fair, office, organization, {places, 0});
  std::atomic<int> next = 0, taken = 0, exhausted = 0;
  run_together(people_at_once, [&](int) {
    for (int n = next++; n < takers; n = next++) {
      auto wanted = somebody(fair, organization, std::size_t(n), BadgeType::vip);
      auto outcome = outcome_of([&] { fair.services().attendees.add(organization.contact, wanted); });
      if (outcome.empty()) ++taken;
      if (outcome == "quota.exhausted") ++exhausted;
    }
  });
  EXPECT_EQ(taken, places);
  EXPECT_EQ(exhausted, takers - places);
  auto quota = *fair.services().database->read(
      [&](db::Tx& tx) { return quota::store::find_organization_quota(tx, id); });
  EXPECT_EQ(quota.vip_used, places);
  EXPECT_EQ(wrong(fair), std::vector<std::string>{});
}

TEST_P(GroupWorkRaceTest, ControlCountingFirstGivesMoreThanThereAre) {
  constexpr int places = 100;
  write([](db::Tx& tx) { tx.exec("create table seats (taker text not null)"); });
  std::barrier everybody(people_at_once);
  run_together(people_at_once, [&](int) {
    for (int round = 0; round <= places / people_at_once; ++round) {
      bool is_free = read([](db::Tx& tx) { return tx.value<int>("select count(*) from seats"); }) < places;
      everybody.arrive_and_wait();
      if (is_free) write([](db::Tx& tx) { tx.exec("insert into seats values ('somebody')"); });
      everybody.arrive_and_wait();
    }
  });
  EXPECT_GT(read([](db::Tx& tx) { return tx.value<int>("select count(*) from seats"); }), places);
}

// Splitting, assigning, using, upgrading, voiding, moving: all at once, each of them refused now and then.
TEST_P(GroupWorkRaceTest, WhateverHappensAtOnceEveryPlaceIsWhereTheLedgerSays) {
  constexpr int workers = 8, rounds = 30;
  Fair fair(GetParam(), 3, 4, workers * rounds);
  for (auto& office : fair.offices())
    if (!office.parent) give(fair, fair.office(), office, {20, 20});
  for (std::size_t n : {1u, 2u}) give(fair, fair.offices()[0].caller, fair.offices()[n], {4, 4});
  for (auto& one : fair.participants()) assign(fair, fair.offices()[one.office], one, {3, 3});
  Storm storm(fair);
  run_together(workers, [&](int worker) {
    std::mt19937_64 random{std::uint64_t(worker)};
    for (int round = 0; round < rounds; ++round) storm.act(random);
  });
  EXPECT_EQ(storm.done().size(), 6u);
  for (auto& [act, done] : storm.done()) EXPECT_GT(done, 0) << act;
  EXPECT_EQ(wrong(fair), std::vector<std::string>{});
  expect_nothing_hidden(fair);
  EXPECT_EQ(wrong(fair), std::vector<std::string>{});
}

// GPY-03: whoever is saved while the switch is turned off waits for nobody, or keeps it on.
TEST_P(GroupWorkRaceTest, NobodyIsLeftWaitingForAGroupThatTurnsItsPaymentOff) {
  constexpr int rounds = 12, savers = 4;
  Fair fair(GetParam(), 4, 1, rounds * savers * 2);
  auto& services = fair.services();
  auto& organization = fair.participants().front();
  auto& office = fair.offices()[organization.office];
  std::atomic<std::size_t> next = 0;
  int turned_off = 0, refused = 0;
  for (int round = 0; round < rounds; ++round) {
    auto version = services.group_payments.get_own(office.caller).version;
    auto permitted = services.group_payments.permit(fair.office(), office.id, true, version);
    fair.clock().advance(hours(3));  // a number gets only so many codes a day
    services.my_accounts.send_code(office.caller, account::CodePurpose::group_payment,
                                   messaging::Channel::sms, {});
    if (!permitted.is_on) services.group_payments.turn(office.caller, true, fair.newest_code());
    version = services.group_payments.get_own(office.caller).version;
    std::string outcome;
    run_together(savers + 1, [&](int thread) {
      if (thread == savers) {
        outcome =
            outcome_of([&] { services.group_payments.permit(fair.office(), office.id, false, version); });
        return;
      }
      auto wanted = somebody(fair, organization, next++, BadgeType::professional);
      services.attendees.add(organization.contact, wanted);
    });
    auto [is_on, undecided] = services.database->read([&](db::Tx& tx) {
      return std::pair(group_payment::store::is_on(tx, edition, office.id),
                       group_payment::store::count_undecided(tx, edition, office.id));
    });
    ASSERT_TRUE(outcome.empty() || outcome == "group_payment.undecided") << outcome;
    EXPECT_EQ(is_on, !outcome.empty());
    if (!is_on) {
      EXPECT_EQ(undecided, 0);
    }
    ++(outcome.empty() ? turned_off : refused);
    EXPECT_EQ(wrong(fair), std::vector<std::string>{});
    // The next round begins with nobody waiting.
    attendee::AttendeeFilter waiting;
    waiting.state = {AttendeeState::awaiting_group};
    std::vector<AttendeeId> ids;
    for (auto& row : services.attendee_office.list(office.caller, waiting, {1, 100, ""}).items)
      ids.push_back(row.id);
    if (!ids.empty()) services.sponsorships.decline(office.caller, ids);
  }
  std::cout << turned_off << " times turned off, " << refused << " times refused\n";
}

TEST_P(GroupWorkRaceTest, ControlAskingTheSwitchBeforehandLeavesPeopleWaiting) {
  write([](db::Tx& tx) {
    tx.exec("create table switches (is_on boolean not null)");
    tx.exec("insert into switches values (true)");
    tx.exec("create table waiting (person text not null)");
  });
  constexpr int savers = 4;
  bool is_refused = false;
  std::barrier everybody(savers, [&]() noexcept {
    write([&](db::Tx& tx) {
      tx.exec("update switches set is_on = false");
      is_refused = tx.value<int>("select count(*) from waiting") > 0;
    });
  });
  run_together(savers, [&](int) {
    bool is_on = read([](db::Tx& tx) { return tx.value<bool>("select is_on from switches"); });
    everybody.arrive_and_wait();
    if (is_on) write([](db::Tx& tx) { tx.exec("insert into waiting values ('somebody')"); });
  });
  EXPECT_FALSE(is_refused);
  EXPECT_GT(read([](db::Tx& tx) { return tx.value<int>("select count(*) from waiting"); }), 0);
}

// GPY-04: of several who sponsor up to a limit at once, without having answered the question, nobody passes
// it.
TEST_P(GroupWorkRaceTest, NobodyIsSponsoredBeyondALimitUnasked) {
  constexpr std::size_t people = 12;
  Fair fair(GetParam(), 5, 1, people);
  auto& services = fair.services();
  auto& organization = fair.participants().front();
  auto& office = fair.offices()[organization.office];
  services.group_payments.permit(fair.office(), office.id, true, 0);
  services.my_accounts.send_code(office.caller, account::CodePurpose::group_payment, messaging::Channel::sms,
                                 {});
  services.group_payments.turn(office.caller, true, fair.newest_code());
  services.group_payments.set_default_limit(office.caller, 5);
  std::vector<AttendeeId> ids;
  for (std::size_t n = 0; n < people; ++n)
    ids.push_back(
        services.attendees.add(organization.contact, somebody(fair, organization, n, BadgeType::professional))
            .id);
  std::atomic<int> sponsored = 0;
  run_together(int(people), [&](int n) {
    auto outcome = outcome_of([&] {
      for (auto& one : services.sponsorships.sponsor(office.caller, {ids[std::size_t(n)]}, false))
        sponsored += one.is_done;
    });
    EXPECT_TRUE(outcome.empty() || outcome == "group_payment.over_limit") << outcome;
  });
  EXPECT_EQ(sponsored, 5);
  EXPECT_EQ(wrong(fair), std::vector<std::string>{});
}

EXPOGATE_ON_EACH_ENGINE(GroupWorkRaceTest);

}  // namespace
}  // namespace expogate::operations
