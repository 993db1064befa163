#pragma once
#include "platform/db/tx.h"
#include "retention/retention.h"

namespace expogate::retention::store {

/// All kinds, those without a period too.
std::vector<RetentionPeriod> list_periods(db::Tx& tx, const EditionId& edition);
/// Compare-and-set; version 0 is a period that was never set.
bool write_period(db::Tx& tx, const EditionId& edition, const RetentionPeriod& period,
                  std::int64_t version_read);
void copy_periods(db::Tx& tx, const EditionId& from, const EditionId& to);

/// How far one spine of a kind has come.
struct Erasure {
  Kind kind = Kind::identity;
  std::string spine, last_key;
  std::int64_t rows_erased = 0;
  std::optional<Instant> finished_at;
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (kind, spine, last_key, rows_erased, finished_at))

std::vector<Erasure> list_erasures(db::Tx& tx, const EditionId& edition);
void write_erasure(db::Tx& tx, const EditionId& edition, const Erasure& erasure);

struct KeptReport {
  std::string id;
  EditionId edition_id;
  Instant made_at;
  std::string made_by, document;
  bool is_clean = false;
};
BOOST_DESCRIBE_STRUCT(KeptReport, (), (id, edition_id, made_at, made_by, document, is_clean))

void add_report(db::Tx& tx, const KeptReport& report);
std::vector<KeptReport> list_reports(db::Tx& tx, const EditionId& edition);
std::optional<KeptReport> find_report(db::Tx& tx, const std::string& id);

/// The portraits that somebody is or was shown with.
std::vector<std::string> list_photos_of(db::Tx& tx, const std::string& attendee);

/// Whom a group has declined is found by the document (GPY-02): somebody erased is found by nothing.
void forget_declined_document(db::Tx& tx, const std::string& attendee);

/// A column of the database that holds text.
struct TextColumn {
  std::string table_name, column_name;
  auto operator<=>(const TextColumn&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextColumn, (), (table_name, column_name))
std::vector<TextColumn> list_text_columns(db::Tx& tx);

}  // namespace expogate::retention::store
