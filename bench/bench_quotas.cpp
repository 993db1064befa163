// The last places of an organization's quota, taken by many at one moment (QTA-03, B2).
//
//   bench_quotas PLACES TAKERS THREADS    into a migrated, seeded database, by the environment's
//   configuration; prints:
//                                         taken, refused, seconds, p50 ms, p99 ms
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include "app/services.h"
#include "platform/log/log.h"

namespace {

using namespace expogate;
using Steady = std::chrono::steady_clock;

Caller caller_of(Services& services, account::Door door, const char* name) {
  auto account =
      services.database->read([&](db::Tx& tx) { return account::store::find_by_login(tx, door, name); });
  return *services.sessions.find_caller(account->id, EditionId{"8"}, Locale::zh_cn);
}

/// So many places more than the group has.
void give(Services& services, const TradingGroupId& group, std::int64_t places) {
  auto bureau = caller_of(services, account::Door::bureau, "bureau");
  auto has = [&](quota::BadgeType type) {
    return services.database->read(
        [&](db::Tx& tx) { return quota::store::get_group_quota(tx, bureau.edition, group, type); });
  };
  auto vip = has(quota::BadgeType::vip), staff = has(quota::BadgeType::staff);
  services.group_quotas.change(bureau, group, {vip.total + places, staff.total}, vip.version + staff.version);
}

/// A quota of its own for each run.
quota::store::Recipient prepare(Services& services, const Caller& group, std::int64_t places) {
  give(services, group.scope.group, places);
  std::string code = "11310115MB" + std::to_string(services.clock->now().ms % 100'000'000);
  auto added = services.organization_quotas.add(
      group,
      {.uscc = code, .organization_id = {}, .name = "测量单位", .places = {.vip = places, .staff = 0}});
  return {group.edition, group.scope.group, added.uscc, OrganizationId{}};
}

int measure(std::int64_t places, int takers, int threads) {
  Services services(read_config(""));
  auto group = caller_of(services, account::Door::group, "shanghaijiaoyituan");
  auto recipient = prepare(services, group, places);
  std::vector<double> times(std::size_t(takers), 0);
  std::atomic<int> next = 0, taken = 0, refused = 0;
  auto start = Steady::now();
  {
    std::vector<std::jthread> all;
    for (int t = 0; t < threads; ++t)
      all.emplace_back([&] {
        for (int n = next++; n < takers; n = next++) {
          auto began = Steady::now();
          try {
            services.database->write([&](db::Tx& tx) {
              services.places.take(tx, group, recipient, "bench-" + *recipient.uscc + std::to_string(n),
                                   quota::BadgeType::vip);
            });
            ++taken;
          } catch (const Refusal&) {
            ++refused;
          }
          times[std::size_t(n)] = std::chrono::duration<double, std::milli>(Steady::now() - began).count();
        }
      });
  }
  std::chrono::duration<double> seconds = Steady::now() - start;
  std::ranges::sort(times);
  std::printf("%d %d %.2f %.2f %.2f\n", taken.load(), refused.load(), seconds.count(),
              times[times.size() / 2], times[times.size() * 99 / 100]);
  return taken == places && refused == takers - places ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  log::set_level(log::Level::error);
  if (count != 4) return std::fputs("bench_quotas PLACES TAKERS THREADS\n", stderr), 2;
  return measure(std::stoll(words[1]), std::stoi(words[2]), std::stoi(words[3]));
}
