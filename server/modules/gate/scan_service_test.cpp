#include "gate/scan_service.h"

#include <gmock/gmock.h>

#include <atomic>

#include "gate/figures.h"
#include "gate/verification.h"
#include "testing/gate_fair.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::gate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ScanServiceTest : public OnEachEngine {
 protected:
  GateFair fair{database()};
  Caller north = fair.add_device("north"), south = fair.add_device("south"),
         way_out = fair.add_device("way out", Direction::exit);

  GateAnswer scan(const Caller& device, std::int64_t sequence, const std::string& code,
                  bool insists = false) {
    fair.clock.advance(seconds(1));
    return fair.scans.scan(device, {sequence, code, insists, 0}).scan.answer;
  }
  OfflineScan told(std::int64_t sequence, const std::string& code, GateAnswer answer = GateAnswer::admitted,
                   Direction direction = Direction::entry) {
    fair.clock.advance(seconds(1));
    return {sequence, code, fair.clock.now(), fair.gate, direction, answer, false};
  }
  CivilDate today() { return fair_date(fair.clock.now()); }
  Figures figures() {
    return read([&](db::Tx& tx) { return store::get_figures(tx, {"8"}, today()); });
  }
  std::vector<Conflict> conflicts() {
    return read([&](db::Tx& tx) { return store::list_conflicts(tx, {"8"}, today(), 100); });
  }
  int count(GateAnswer answer) {
    int all = 0;
    for (auto& hour : figures().hours)
      if (hour.answer == answer) all += hour.scans;
    return all;
  }
  void TearDown() override {
    EXPECT_THAT(read([](db::Tx& tx) { return verify(tx); }), IsEmpty());
  }
};

TEST_P(ScanServiceTest, APersonEntersOnceUntilTheyLeave) {
  auto code = fair.code(fair.add_person());
  EXPECT_EQ(scan(north, 1, code), GateAnswer::admitted);
  EXPECT_EQ(scan(south, 1, code), GateAnswer::already_inside);
  EXPECT_EQ(scan(way_out, 1, code), GateAnswer::admitted);
  EXPECT_EQ(figures().inside, 0);
  EXPECT_EQ(scan(south, 2, code), GateAnswer::admitted);
  EXPECT_EQ(figures().inside, 1);
  EXPECT_EQ(figures().persons, 1);
}

TEST_P(ScanServiceTest, TheOperatorMayInsistOnSomebodyWhoIsInsideAndOnNobodyElse) {
  auto code = fair.code(fair.add_person());
  auto voided = fair.code(fair.add_person({.revoked = badge::RevokedReason::voided}));
  scan(north, 1, code);
  EXPECT_EQ(scan(north, 2, code), GateAnswer::already_inside);
  auto again = fair.scans.scan(north, {3, code, true, 0});
  EXPECT_EQ(again.scan.answer, GateAnswer::admitted);
  EXPECT_TRUE(again.scan.is_overridden);
  EXPECT_EQ(scan(north, 4, voided, true), GateAnswer::voided);
  EXPECT_EQ(figures().persons, 1);
}

TEST_P(ScanServiceTest, EveryRefusalHasItsReason) {
  EXPECT_EQ(scan(north, 1, fair.code(fair.add_person({.revoked = badge::RevokedReason::replaced}))),
            GateAnswer::revoked);
  EXPECT_EQ(scan(north, 2, fair.code(fair.add_person({.revoked = badge::RevokedReason::voided}))),
            GateAnswer::voided);
  EXPECT_EQ(scan(north, 3, fair.code(fair.add_person({.days = 0b1}))), GateAnswer::wrong_day);
  EXPECT_EQ(scan(north, 4, fair.code(fair.add_person({.state = badge::BadgeState::in_production}))),
            GateAnswer::not_issued);
  EXPECT_EQ(scan(north, 5, fair.code(4711)), GateAnswer::unknown);
  EXPECT_EQ(scan(north, 6, "https://elsewhere.example/"), GateAnswer::unknown);
  EXPECT_EQ(scan(north, 7, std::string(5000, 'A')), GateAnswer::unknown);
  EXPECT_EQ(figures().persons, 0);
}

// ATT-07: the code is the past edition's, the days are this one's.
TEST_P(ScanServiceTest, ABadgeOfAPastEditionOpensTheGateOnItsNewDays) {
  auto serial = fair.add_person({.days = 0b10, .code_edition_number = 7});
  EXPECT_EQ(scan(north, 1, fair.code(serial, 7, 0b1)), GateAnswer::admitted);
  EXPECT_EQ(scan(north, 2, fair.code(serial, 6, 0b1)), GateAnswer::unknown);
}

TEST_P(ScanServiceTest, ARepeatedNumberIsAnsweredFromTheRecord) {
  auto code = fair.code(fair.add_person());
  auto first = fair.scans.scan(north, {1, code, false, 0});
  auto again = fair.scans.scan(north, {1, code, false, 0});
  EXPECT_EQ(again.scan.answer, GateAnswer::admitted);
  EXPECT_EQ(again.scan.scanned_at, first.scan.scanned_at);
  EXPECT_EQ(again.badge->name_zh, first.badge->name_zh);
  EXPECT_EQ(count(GateAnswer::admitted), 1);
  EXPECT_EQ(count(GateAnswer::already_inside), 0);
}

TEST_P(ScanServiceTest, OfManyGatesAtOneMomentOneAdmits) {
  constexpr int contenders = 8;
  std::vector<Caller> devices;
  for (int i = 0; i < contenders; ++i) devices.push_back(fair.add_device("device"));
  for (std::int64_t round = 1; round <= 5; ++round) {
    auto code = fair.code(fair.add_person());
    std::atomic<int> admitted = 0, inside = 0;
    run_together(contenders, [&](int i) {
      auto answer = fair.scans.scan(devices[std::size_t(i)], {round, code, false, 0}).scan.answer;
      ++(answer == GateAnswer::admitted ? admitted : inside);
    });
    EXPECT_EQ(admitted, 1);
    EXPECT_EQ(inside, contenders - 1);
  }
  EXPECT_EQ(figures().persons, 5);
}

TEST_P(ScanServiceTest, OfTheSameNumberAtOneMomentOneCounts) {
  auto code = fair.code(fair.add_person());
  run_together(8, [&](int) {
    EXPECT_EQ(fair.scans.scan(north, {1, code, false, 0}).scan.answer, GateAnswer::admitted);
  });
  EXPECT_EQ(count(GateAnswer::admitted), 1);
}

TEST_P(ScanServiceTest, SyncedScansCountOnceHoweverOftenAndInWhateverOrderTheyCome) {
  auto code = fair.code(fair.add_person()), other = fair.code(fair.add_person());
  std::vector day{told(1, code), told(2, other), told(3, code, GateAnswer::already_inside),
                  told(4, "rubbish", GateAnswer::unknown)};
  EXPECT_EQ(fair.scans.sync(north, {day[2], day[3]}, 2).complete_to, 0);
  EXPECT_EQ(fair.scans.sync(north, {day[0]}, 1).complete_to, 1);
  EXPECT_EQ(fair.scans.sync(north, day, 0).complete_to, 4);
  EXPECT_EQ(fair.scans.sync(north, day, 0).complete_to, 4);
  EXPECT_EQ(count(GateAnswer::admitted), 2);
  EXPECT_EQ(count(GateAnswer::unknown), 1);
  EXPECT_EQ(figures().persons, 2);
  EXPECT_EQ(figures().inside, 2);
}

TEST_P(ScanServiceTest, WhoIsInsideIsTheLastPassageWhateverCameLast) {
  auto code = fair.code(fair.add_person());
  auto in = told(1, code), out = told(1, code, GateAnswer::admitted, Direction::exit),
       in_again = told(2, code);
  fair.scans.sync(north, {in_again}, 1);
  fair.scans.sync(way_out, {out}, 0);
  EXPECT_EQ(figures().inside, 1);
  fair.scans.sync(north, {in}, 0);
  EXPECT_EQ(figures().inside, 1);
  EXPECT_EQ(figures().persons, 1);
  EXPECT_THAT(conflicts(), IsEmpty());
}

TEST_P(ScanServiceTest, WhoeverEntersTwiceOfflineIsToldOfAndCountedOnce) {
  auto code = fair.code(fair.add_person());
  fair.scans.sync(south, {told(1, code)}, 0);
  fair.scans.sync(north, {told(1, code)}, 0);
  ASSERT_THAT(conflicts(), SizeIs(1));
  EXPECT_EQ(conflicts()[0].kind, ConflictKind::admitted_twice);
  EXPECT_EQ(conflicts()[0].device_name, "north");
  EXPECT_EQ(conflicts()[0].before_device_name, "south");
  EXPECT_EQ(figures().persons, 1);
}

TEST_P(ScanServiceTest, ABadgeThatAnOldListLetInIsToldOf) {
  auto serial = fair.add_person();
  fair.revoke(serial);
  fair.scans.sync(north, {told(1, fair.code(serial))}, 0);
  ASSERT_THAT(conflicts(), SizeIs(1));
  EXPECT_EQ(conflicts()[0].objection, GateAnswer::revoked);
  EXPECT_EQ(figures().persons, 1);
}

// The answer was lost on its way; the device decided again by itself under the same number.
TEST_P(ScanServiceTest, TheDeviceHasTheLastWordOnWhatItsOperatorSaw) {
  auto code = fair.code(fair.add_person()), other = fair.code(fair.add_person());
  EXPECT_EQ(scan(south, 1, code), GateAnswer::admitted);
  EXPECT_EQ(scan(north, 1, code), GateAnswer::already_inside);
  EXPECT_EQ(scan(north, 2, other), GateAnswer::admitted);
  fair.scans.sync(north, {told(1, code), told(2, other, GateAnswer::already_inside)}, 0);
  EXPECT_EQ(count(GateAnswer::admitted), 2);
  EXPECT_EQ(count(GateAnswer::already_inside), 1);
  EXPECT_EQ(figures().persons, 1);
  EXPECT_THAT(conflicts(), SizeIs(1));
}

TEST_P(ScanServiceTest, ADeviceIsCompleteOnceItsLastScanHasArrived) {
  auto code = fair.code(fair.add_person());
  scan(north, 1, code);
  auto late = told(2, code, GateAnswer::already_inside);
  EXPECT_FALSE(is_complete(fair.devices.finish(north, 2)));
  EXPECT_TRUE(is_complete(fair.scans.sync(north, {late}, 0)));
  scan(north, 3, code);
  for (auto& device : fair.devices.list(fair.supervisor())) EXPECT_FALSE(is_complete(device));
}

TEST_P(ScanServiceTest, ARevokedDeviceIsRefused) {
  fair.devices.revoke(fair.supervisor(), device_of(north));
  EXPECT_THROW(scan(north, 1, "anything"), NotSignedIn);
  EXPECT_THROW(fair.scans.sync(north, {told(1, "anything")}, 0), NotSignedIn);
  EXPECT_THROW(fair.lists.get(north, {}, 0), NotSignedIn);
}

TEST_P(ScanServiceTest, TheListTellsWhatIsNew) {
  auto early = fair.add_person(), reused = fair.add_person({.days = 0b10, .code_edition_number = 7});
  fair.revoke(early);
  auto all = fair.lists.get(north, {}, 3);
  EXPECT_THAT(all.refused, SizeIs(1));
  ASSERT_THAT(all.reused, SizeIs(1));
  EXPECT_EQ(all.reused[0].code_serial, reused);
  EXPECT_EQ(all.public_keys.size(), 4u);
  EXPECT_EQ(all.device.queued, 3);
  fair.clock.advance(hours(1));
  EXPECT_THAT(fair.lists.get(north, fair.clock.now(), 0).refused, IsEmpty());
  auto version = fair.clock.now();
  auto late = fair.add_person();
  fair.revoke(late);
  auto news = fair.lists.get(north, version, 0);
  ASSERT_THAT(news.refused, SizeIs(1));
  EXPECT_EQ(news.refused[0].code_serial, late);
}

EXPOGATE_ON_EACH_ENGINE(ScanServiceTest);

}  // namespace
}  // namespace expogate::gate
