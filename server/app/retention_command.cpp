#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

#include "app/commands.h"
#include "app/services.h"

namespace expogate::commands {
namespace {

void say(const std::string& line) {
  std::printf("%s\n", line.c_str());
}

int erase(Services& s) {
  auto rows = s.retention.run([](std::int64_t, std::int64_t) {});
  say(std::to_string(rows) + " row(s) erased or anonymised");
  return 0;
}

/// Exit code 1 where something is left that should be gone.
int say_findings(const retention::ErasureReport& report) {
  std::set<erasure::Kind> kept;
  for (auto& kind : report.kinds)
    if (!kind.is_due) kept.insert(kind.kind);
  for (auto& table : report.tables)
    if (table.left > 0 && !kept.contains(table.kind))
      say("  " + table.table + ": " + std::to_string(table.left) + " of " + std::to_string(table.rows) +
          " row(s) hold " + std::string(enum_name(table.kind)) + " data");
  for (auto& one : report.suspicions)
    say("  " + one.table + "." + one.column + ": " + std::to_string(one.rows) + " row(s) look like " +
        one.what);
  for (auto& column : report.unknown_columns) say("  " + column + ": nobody has said whether it is personal");
  if (report.leaving_files > 0) say("  " + std::to_string(report.leaving_files) + " file(s) are still going");
  if (report.unowned_files > 0)
    say("  " + std::to_string(report.unowned_files) + " stored file(s) are of no row");
  if (report.audit_lines_left.value_or(0) > 0)
    say("  " + std::to_string(*report.audit_lines_left) +
        " old line(s) of the audit log still have their words");
  for (auto& kind : report.kinds)
    if (!kind.is_due)
      say("  " + std::string(enum_name(kind.kind)) +
          (kind.due_at ? " data is kept until " + to_rfc3339(*kind.due_at)
                       : " data has no period: it is kept"));
  say(report.is_clean ? "clean: nothing is left of what is over its period" : "NOT CLEAN");
  return report.is_clean ? 0 : 1;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

int check(Services& s, const std::string& path) {
  auto report = s.retention.check(text_of(path));
  if (!report) {
    say(path + " was not signed by this fair, or was changed since");
    return 1;
  }
  say("signed by this fair for edition " + report->edition + " at " + to_rfc3339(report->made_at));
  return say_findings(*report);
}

int report(Services& s, const std::string& edition, const std::string& path) {
  auto kept =
      s.retention.make_report(EditionId{edition}, "expogate retention", [](std::int64_t, std::int64_t) {});
  std::ofstream file(path, std::ios::binary);
  file << kept.document;
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path);
  return check(s, path);
}

/// What a crash left in the store between a file and its row. Removed only on demand: a store that two
/// databases share would lose the other one's.
int unowned(Services& s, bool removes) {
  for (auto& key : s.file_sweep.list_unowned()) {
    if (removes) s.storage->remove(key);
    say((removes ? "removed " : "") + key);
  }
  return 0;
}

}  // namespace

int retention(const Config& config, const Words& words) {
  Services services(config);
  if (words.empty()) return erase(services);
  if (words[0] == "--report" && words.size() == 3) return report(services, words[1], words[2]);
  if (words[0] == "--check" && words.size() == 2) return check(services, words[1]);
  if (words[0] == "--unowned" && words.size() == 1) return unowned(services, false);
  if (words[0] == "--unowned" && words.size() == 2 && words[1] == "--remove") return unowned(services, true);
  throw std::runtime_error(
      "retention | retention --report EDITION FILE | retention --check FILE | "
      "retention --unowned [--remove]");
}

}  // namespace expogate::commands
