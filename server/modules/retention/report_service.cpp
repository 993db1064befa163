#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "audit/audit.h"
#include "audit/chain.h"
#include "retention/retention_service.h"

namespace expogate::retention {
namespace {

constexpr int looked_at_once = 2000;

/// Names that say what a column holds: an identity, a number that the program made, a hash of something.
bool is_made_by_the_program(std::string_view column) {
  for (std::string_view end :
       {"id", "_id", "number", "_hash", "_index", "_code", "_serial", "_by", "_key", "_on"})
    if (column.ends_with(end)) return true;
  return false;
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// Of each table: which of its text columns are said to hold nobody's data, which are erased.
struct Classified {
  std::map<std::string, std::set<std::string>> plain, erased;
  std::set<std::string> deleted, unsearched;  ///< whole rows; whole tables

  explicit Classified(const erasure::Holdings& holdings) {
    for (auto& note : holdings.plain) {
      plain[std::string(note.table)] = words_of(note.plain);
      if (!note.is_searched) unsearched.emplace(note.table);
    }
    for (auto& holding : holdings.erased) {
      if (holding.columns.empty()) deleted.emplace(holding.table);
      for (auto& column : holding.columns) erased[std::string(holding.table)].emplace(column.name);
    }
  }
  bool is_plain(const store::TextColumn& c) const {
    auto found = plain.find(c.table_name);
    return found != plain.end() && (found->second.contains("*") || found->second.contains(c.column_name));
  }
  bool knows(const store::TextColumn& c) const {
    if (is_plain(c) || deleted.contains(c.table_name)) return true;
    auto found = erased.find(c.table_name);
    return found != erased.end() && found->second.contains(c.column_name);
  }
};

}  // namespace

void RetentionService::begin_report(const Caller& caller, const EditionId& id) {
  auto edition = parts_.editions.get_edition(id);
  auto now = parts_.clock.now();
  parts_.database.write([&](db::Tx& tx) {
    jobs::add_job(tx, report_job, wire::to_json(std::vector<std::string>{id.text, caller.name}), now, now);
    audit::record(tx, caller, now,
                  {"erasure_report_ordered", "edition", id.text, "生成清除报告：" + edition.name_zh});
  });
}

void RetentionService::make_report(const jobs::JobRow& job, jobs::Progress& progress) {
  auto words = wire::from_json<std::vector<std::string>>(job.payload);
  make_report(EditionId{words.at(0)}, words.at(1),
              [&](std::int64_t done, std::int64_t total) { progress.tell(done, total); });
}

void RetentionService::count_tables(const EditionId& id, ErasureReport& report) {
  std::map<Kind, erasure::Scope> scopes;
  for (auto& kind : report.kinds) scopes[kind.kind] = scope_of(id, kind.kind);
  for (auto& holding : parts_.holdings.erased) {
    auto kind = std::find_if(report.kinds.begin(), report.kinds.end(),
                             [&](auto& one) { return one.kind == holding.kind; });
    auto scope = scopes.at(holding.kind);
    auto counted = parts_.database.read([&](db::Tx& tx) { return erasure::count_left(tx, holding, scope); });
    ReportedTable table{holding.kind, std::string(holding.table), {}, counted.all_rows, counted.left_rows};
    for (auto& column : holding.columns) table.columns.emplace_back(column.name);
    report.tables.push_back(table);
    if (kind->is_due && table.left > 0) report.is_clean = false;
  }
  for (auto& kind : report.kinds) {
    if (kind.kind != Kind::record || !kind.is_due) continue;
    report.audit_lines_left = parts_.database.read(
        [&](db::Tx& tx) { return audit::count_unerased_before(tx, scopes.at(kind.kind).before); });
    if (*report.audit_lines_left > 0) report.is_clean = false;
  }
}

/// One table of the edition, or whole where nothing in it says of which edition it is.
void RetentionService::search_table(const EditionId& id, const std::string& table,
                                    const std::vector<std::string>& columns, ErasureReport& report,
                                    const Tell& tell) {
  std::map<std::pair<std::string, std::string>, std::int64_t> found;
  auto look = [&](const std::vector<std::vector<std::string>>& rows) {
    for (auto& row : rows)
      for (std::size_t i = 0; i < columns.size(); ++i)
        if (auto what = personal_trace(row[i]); !what.empty()) ++found[{columns[i], std::string(what)}];
    report.searched_values += std::int64_t(rows.size() * columns.size());
    tell(report.searched_values, 0);
  };
  if (auto* holding = holding_of_edition(table)) {
    erasure::Scope scope{id.text, {}};
    for (std::optional<erasure::Piece> piece{erasure::Piece{}}; piece;) {
      std::vector<std::vector<std::string>> rows;
      piece = parts_.database.read([&](db::Tx& tx) {
        auto next = erasure::next_piece(tx, *holding->spine, scope, piece->to, looked_at_once);
        if (next) rows = erasure::read_texts(tx, *holding, columns, scope, *next);
        return next;
      });
      look(rows);
    }
  } else {
    look(parts_.database.read([&](db::Tx& tx) { return erasure::read_suspect_texts(tx, table, columns); }));
  }
  report.searched_columns += std::int64_t(columns.size());
  for (auto& [where, rows] : found) report.suspicions.push_back({table, where.first, where.second, rows});
}

const erasure::Holding* RetentionService::holding_of_edition(const std::string& table) const {
  auto& erased = parts_.holdings.erased;
  auto found = std::find_if(erased.begin(), erased.end(), [&](auto& holding) {
    return holding.table == table && !holding.spine->is_by_moment;
  });
  return found == erased.end() ? nullptr : &*found;
}

void RetentionService::look_for_traces(const EditionId& id, ErasureReport& report, const Tell& tell) {
  Classified classified(parts_.holdings);
  std::map<std::string, std::vector<std::string>> searched;
  for (auto& column : parts_.database.read([](db::Tx& tx) { return store::list_text_columns(tx); })) {
    if (!classified.knows(column))
      report.unknown_columns.push_back(column.table_name + "." + column.column_name);
    if (classified.is_plain(column) && !classified.unsearched.contains(column.table_name) &&
        !is_made_by_the_program(column.column_name))
      searched[column.table_name].push_back(column.column_name);
  }
  for (auto& [table, columns] : searched) search_table(id, table, columns, report, tell);
  if (!report.suspicions.empty() || !report.unknown_columns.empty()) report.is_clean = false;
}

void RetentionService::look_at_files(ErasureReport& report) {
  parts_.files.remove_leaving();
  report.leaving_files = parts_.files.count_leaving();
  auto unowned = parts_.files.list_unowned();
  report.unowned_files = std::int64_t(unowned.size());
  if (report.leaving_files > 0 || report.unowned_files > 0) report.is_clean = false;
}

store::KeptReport RetentionService::make_report(const EditionId& id, const std::string& made_by,
                                                const Tell& tell) {
  auto edition = parts_.editions.get_edition(id);
  auto now = parts_.clock.now();
  ErasureReport report;
  report.fair = parts_.fairs.get().name_zh;
  report.edition = std::to_string(edition.number);
  report.program = parts_.program;
  report.made_at = now;
  report.is_clean = true;
  for (auto& period : parts_.database.read([&](db::Tx& tx) { return store::list_periods(tx, id); })) {
    auto due = due_at(edition, period);
    report.kinds.push_back({period.kind, period.days, due, due && *due <= now});
  }
  count_tables(id, report);
  look_for_traces(id, report, tell);
  look_at_files(report);
  store::KeptReport kept{new_id_text(now), id, now, made_by, sign_report(report, parts_.ring),
                         report.is_clean};
  parts_.database.write([&](db::Tx& tx) { store::add_report(tx, kept); });
  return kept;
}

std::vector<store::KeptReport> RetentionService::list_reports(const EditionId& id) {
  return parts_.database.read([&](db::Tx& tx) { return store::list_reports(tx, id); });
}

std::string RetentionService::get_document(const std::string& id) {
  auto found = parts_.database.read([&](db::Tx& tx) { return store::find_report(tx, id); });
  if (!found) throw NotFound();
  return found->document;
}

std::optional<ErasureReport> RetentionService::check(const std::string& document) {
  return read_signed_report(document, parts_.ring);
}

}  // namespace expogate::retention
