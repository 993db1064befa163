#include <cstdio>

#include "app/commands.h"
#include "app/fair_pack/pack_application.h"
#include "platform/db/migrations.h"

namespace expogate::commands {
namespace {

using namespace fair_pack;

void say(const std::string& line) {
  std::printf("%s\n", line.c_str());
}

/// Long lists of the same say the first of them and how many more.
void say_lines(const std::vector<std::string>& lines) {
  constexpr std::size_t shown = 60;
  for (std::size_t i = 0; i < std::min(lines.size(), shown); ++i) say("  " + lines[i]);
  if (lines.size() > shown) say("  … and " + std::to_string(lines.size() - shown) + " more");
}

void say_changes(const Changes& changes) {
  say_lines(changes.lines);
  for (auto& count : changes.counts)
    std::printf("  %-16s %5d added %5d changed %5d unchanged\n", count.kind.c_str(), count.added,
                count.changed, count.unchanged);
}

int check(const std::string& folder) {
  auto reading = read_pack(folder);
  for (auto& mistake : reading.mistakes) say(text_of(mistake));
  if (!reading.mistakes.empty()) {
    say(std::to_string(reading.mistakes.size()) + " mistake(s)");
    return 1;
  }
  say(folder + " is sound: " + reading.pack.fair.name_en + ", " +
      std::to_string(reading.pack.editions.size()) + " edition(s), " +
      std::to_string(reading.pack.groups.size()) + " trading group(s)");
  return 0;
}

int apply(const Config& config, const std::string& folder, bool is_confirmed) {
  auto reading = read_pack(folder);
  if (!reading.mistakes.empty()) return check(folder);
  auto database = db::open_database(config.database);
  if (!db::pending_migrations(*database).empty())
    throw std::runtime_error("the database needs `expogate migrate` first");
  SystemClock clock(config.clock_offset);
  auto changes = plan_pack(*database, reading.pack, clock.now());
  say_changes(changes);
  for (auto& obstacle : changes.obstacles) say("cannot be applied: " + obstacle);
  if (!changes.obstacles.empty()) return 1;
  if (changes.is_empty()) {
    say("nothing to do: the database is what the pack says");
    return 0;
  }
  if (!is_confirmed) {
    say("nothing was done yet; do it with: expogate fair apply " + folder + " --yes");
    return 0;
  }
  database->write([&](db::Tx& tx) { apply_pack(tx, reading.pack, clock.now()); });
  say("done");
  return 0;
}

int write(const Config& config, const std::string& folder) {
  auto database = db::open_database(config.database);
  auto pack = database->read([](db::Tx& tx) { return packed_fair(tx); });
  set_fair_zone(pack.fair.time_zone);
  write_pack(pack, folder);
  say("written to " + folder);
  return 0;
}

}  // namespace

int fair(const Config& config, const Words& words) {
  if (words.size() == 2 && words[0] == "check") return check(words[1]);
  if (words.size() == 2 && words[0] == "apply") return apply(config, words[1], false);
  if (words.size() == 3 && words[0] == "apply" && words[2] == "--yes") return apply(config, words[1], true);
  if (words.size() == 2 && words[0] == "export") return write(config, words[1]);
  throw std::runtime_error("fair check FOLDER | fair apply FOLDER [--yes] | fair export FOLDER");
}

}  // namespace expogate::commands
