#include "app/seed/demo_edition.h"
#include "attendee/attendee_list.h"

namespace expogate::seed {
namespace {

using namespace badge;

constexpr int rows_at_once = 200;
constexpr int first_batch = 40, second_batch = 12;
constexpr const char* courier = "顺丰速运";

/// Batches, parcels and the desk of the demonstration, by the services themselves.
class Desk {
 public:
  explicit Desk(const Config& config) : services_(config) {}

  /// Badges that people of past editions have in their hands, some of which open the gates again (ATT-07).
  void hand_out_past() {
    for (auto& edition : services_.editions.list_editions())
      if (edition.state == edition::EditionState::past) issue_all(edition.id, true);
  }

  void issue_present() { issue_all(EditionId{"8"}, false); }

  void print() {
    auto made = create_batch(first_batch);
    services_.runner.run_due();
    services_.badge_batches.finish(operator_(), made.id);
    create_batch(second_batch);
    services_.runner.run_due();
  }

  /// Every other parcel is on its way, and some people have been at the desk already.
  void give_out() {
    services_.parcels.pack(operator_());
    int n = 0;
    for (auto& parcel : services_.parcels.list(operator_(), {}, {1, rows_at_once, ""}).items)
      if (n++ % 2 == 0)
        services_.parcels.send(operator_(), parcel.id, courier,
                               "SF10" + std::to_string(20'250'000 + parcel.serial));
    BadgeFilter onsite;
    onsite.state = {BadgeState::made};
    onsite.collection = attendee::Collection::onsite;
    onsite.kind = {BadgeKind::first};
    for (auto& row : services_.badges.list(operator_(), onsite, {1, rows_at_once, ""}).items)
      if (n++ % 3 == 0) services_.badges.hand_over(operator_(), row.id);
    services_.runner.run_due();
  }

 private:
  BadgeBatchRow create_batch(int limit) {
    auto waiting = services_.badge_batches.preview(operator_(), {}, limit).count;
    return services_.badge_batches.create(operator_(), {}, limit, {waiting, true});
  }

  void issue_all(const EditionId& edition, bool is_handed_out) {
    attendee::AttendeeFilter filter;
    filter.state = {attendee::AttendeeState::approved};
    auto caller = operator_();
    caller.edition = edition;
    for (std::int64_t last = 0;;) {
      auto rows = services_.database->read([&](db::Tx& tx) {
        return attendee::store::list_piece(tx, caller, filter, {}, last, rows_at_once);
      });
      if (rows.empty()) return;
      services_.database->write([&](db::Tx& tx) {
        for (auto& row : rows) issue(tx, row.id, is_handed_out);
      });
      last = rows.back().serial;
    }
  }

  void issue(db::Tx& tx, const attendee::AttendeeId& id, bool is_handed_out) {
    if (badge::store::find_current(tx, id)) return;  // the review has issued it
    auto badge = services_.badges.issue(tx, id);
    if (!is_handed_out) return;
    auto then = badge.created_at;
    badge::store::make(tx, badge.id, then);
    badge::store::hand_over(tx, badge.id, then);
  }

  Caller operator_() {
    auto account = services_.database->read(
        [](db::Tx& tx) { return account::store::find_by_login(tx, account::Door::bureau, "bureau-badge"); });
    return *services_.sessions.find_caller(account->id, EditionId{"8"}, Locale::zh_cn);
  }

  Services services_;
};

}  // namespace

void seed_badges(const Config& config) {
  Desk desk(config);
  desk.hand_out_past();
  desk.issue_present();
  desk.print();
  desk.give_out();
}

}  // namespace expogate::seed
