#include "retention/retention_store.h"

#include <algorithm>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace expogate::retention::store {

std::vector<RetentionPeriod> list_periods(db::Tx& tx, const EditionId& edition) {
  auto rows = tx.query<RetentionPeriod>(R"(
      select kind, days, purpose_zh, purpose_en, basis_zh, basis_en, version from retention_periods where edition_id = $1)",
                                        edition);
  std::vector<RetentionPeriod> periods;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>([&](auto kind) {
    auto found = std::find_if(rows.begin(), rows.end(), [&](auto& row) { return row.kind == kind.value; });
    periods.push_back(found == rows.end() ? RetentionPeriod{{}, kind.value, std::nullopt, 0} : *found);
  });
  return periods;
}

bool write_period(db::Tx& tx, const EditionId& edition, const RetentionPeriod& p, std::int64_t version_read) {
  if (version_read == 0)
    return tx.exec(R"(
        insert into retention_periods (edition_id, kind, days, purpose_zh, purpose_en, basis_zh, basis_en, version)
        values ($1, $2, $3, $4, $5, $6, $7, 1)
        on conflict (edition_id, kind) do nothing)",
                   edition, p.kind, p.days, p.purpose_zh, p.purpose_en, p.basis_zh, p.basis_en) == 1;
  return tx.exec(R"(
      update retention_periods set days = $3, purpose_zh = $4, purpose_en = $5, basis_zh = $6, basis_en = $7,
                                   version = version + 1
      where edition_id = $1 and kind = $2 and version = $8)",
                 edition, p.kind, p.days, p.purpose_zh, p.purpose_en, p.basis_zh, p.basis_en,
                 version_read) == 1;
}

void copy_periods(db::Tx& tx, const EditionId& from, const EditionId& to) {
  tx.exec(R"(
      insert into retention_periods (edition_id, kind, days, purpose_zh, purpose_en, basis_zh, basis_en, version)
      select $2, kind, days, purpose_zh, purpose_en, basis_zh, basis_en, 1 from retention_periods where edition_id = $1)",
          from, to);
}

std::vector<Erasure> list_erasures(db::Tx& tx, const EditionId& edition) {
  return tx.query<Erasure>(
      "select kind, spine, last_key, rows_erased, finished_at from erasures where edition_id = $1", edition);
}

void write_erasure(db::Tx& tx, const EditionId& edition, const Erasure& e) {
  tx.exec(R"(
      insert into erasures (edition_id, kind, spine, last_key, rows_erased, finished_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (edition_id, kind, spine) do update
      set last_key = excluded.last_key, rows_erased = excluded.rows_erased, finished_at = excluded.finished_at)",
          edition, e.kind, e.spine, e.last_key, e.rows_erased, e.finished_at);
}

void add_report(db::Tx& tx, const KeptReport& r) {
  tx.exec(R"(
      insert into erasure_reports (id, edition_id, made_at, made_by, is_clean, document)
      values ($1, $2, $3, $4, $5, $6))",
          r.id, r.edition_id, r.made_at, r.made_by, r.is_clean, r.document);
}

std::vector<KeptReport> list_reports(db::Tx& tx, const EditionId& edition) {
  return tx.query<KeptReport>(R"(
      select id, edition_id, made_at, made_by, '' as document, is_clean from erasure_reports
      where edition_id = $1 order by made_at desc, id desc limit 50)",
                              edition);
}

std::optional<KeptReport> find_report(db::Tx& tx, const std::string& id) {
  return tx.one<KeptReport>(
      "select id, edition_id, made_at, made_by, document, is_clean from erasure_reports where id = $1", id);
}

std::vector<std::string> list_photos_of(db::Tx& tx, const std::string& attendee) {
  return tx.query<std::string>(R"(
      select photo_id from attendees where id = $1 and photo_id is not null
      union select photo_id from badges where attendee_id = $1 and photo_id is not null)",
                               attendee);
}

void forget_declined_document(db::Tx& tx, const std::string& attendee) {
  tx.exec(R"(
      delete from declined_documents where exists (
        select 1 from attendees a where a.id = $1 and a.edition_id = declined_documents.edition_id
        and a.document_index = declined_documents.document_index))",
          attendee);
}

std::vector<TextColumn> list_text_columns(db::Tx& tx) {
  if (tx.engine() == db::Engine::sqlite)
    return tx.query<TextColumn>(R"(
        select t.name as table_name, c.name as column_name
        from sqlite_schema t join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%' and t.sql not like 'create virtual%'
          and t.name not like '%!_search!_%' escape '!' and lower(c.type) = 'text'
        order by 1, 2)");
  return tx.query<TextColumn>(R"(
      select table_name, column_name from information_schema.columns
      where table_schema = current_schema() and data_type = 'text' order by 1, 2)");
}

}  // namespace expogate::retention::store
