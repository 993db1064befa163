#include "attendee/attendee_export_service.h"

#include <map>

#include "attendee/attendee_export_sheet.h"
#include "attendee/attendee_store.h"
#include "audit/audit.h"
#include "base/in_order.h"
#include "base/permission.h"

namespace expogate::attendee {
namespace {

constexpr std::size_t piece = 500;  ///< people who are read at once
constexpr std::string_view own_kind = "my_attendees", selected_kind = "attendees",
                           organizations_kind = "organization_attendees";

const char* title_of(Locale locale) {
  return locale == Locale::en ? "People" : "人员信息";
}

}  // namespace

/// One sheet on its way: rows of any filter, in pieces.
class AttendeeExportService::Writing {
 public:
  Writing(AttendeeExportService& service, const Caller& caller, bool is_clear, import_export::RowSink& sink)
      : service_(service),
        caller_(caller),
        is_clear_(is_clear && caller.may(Permission::unmask_attendees)),
        sink_(sink),
        words_(service.database_.read(
            [&](db::Tx& tx) { return people_words(tx, caller.edition, caller.locale); })) {}

  void write(const AttendeeFilter& filter, const std::string& sort) {
    auto documents = service_.attendees_.document_indexes(filter);
    auto serials = service_.database_.read([&](db::Tx& tx) {
      return store::list_serials(tx, caller_, filter, documents, sort, int(import_export::most_rows) + 1);
    });
    for (std::size_t at = 0; at < serials.size(); at += piece)
      write_piece([&](db::Tx& tx) {
        return store::list_by_serials(tx, caller_, filter, documents, piece_of(serials, at, piece));
      });
  }

  void write(const std::vector<OrganizationId>& organizations) {
    AttendeeRow last;
    for (;;) {
      auto rows = write_piece(
          [&](db::Tx& tx) { return store::list_piece_of(tx, caller_, organizations, last, int(piece)); });
      if (rows.size() < piece) return;
      last = rows.back();
    }
  }

 private:
  /// Writes what `read` finds.
  template <class Read>
  std::vector<AttendeeRow> write_piece(Read&& read) {
    std::vector<AttendeeRow> rows;
    std::map<AttendeeId, Attendee> people;
    service_.database_.read([&](db::Tx& tx) {
      rows = read(tx);
      people.clear();
      std::vector<AttendeeId> ids;
      for (auto& row : rows) ids.push_back(row.id);
      for (auto& person : store::list_by_ids(tx, caller_.scope, ids)) people.emplace(person.id, person);
    });
    // Whoever was removed between the two statements is left out, and nobody gets a neighbour's data.
    for (auto& row : rows)
      if (auto person = people.find(row.id); person != people.end()) add(row, person->second);
    return rows;
  }

  void add(const AttendeeRow& row, const Attendee& attendee) {
    std::optional<PersonalData> person;
    try {
      if (is_clear_) person = open_personal_data(attendee, service_.cipher_);
    } catch (const CannotOpen&) {
      person.reset();  // their masked data stand there: one row never stops all others
    }
    sink_.add_row(people_cells({row, attendee, person}, words_, caller_.locale));
  }

  AttendeeExportService& service_;
  const Caller& caller_;
  bool is_clear_;
  import_export::RowSink& sink_;
  PeopleWords words_;
};

void AttendeeExportService::offer() {
  auto headings = [](const Caller& caller) { return people_headings(caller.locale); };
  exports_.offer(std::string(own_kind),
                 {std::nullopt, headings,
                  [this](const Caller& caller, const std::string& parameters, import_export::RowSink& sink) {
                    write_own(caller, wire::from_json<OwnAttendeeSelection>(parameters), sink);
                  }});
  exports_.offer(std::string(selected_kind),
                 {Permission::export_attendees, headings,
                  [this](const Caller& caller, const std::string& parameters, import_export::RowSink& sink) {
                    write_selected(caller, wire::from_json<AttendeeSelection>(parameters), sink);
                  }});
  exports_.offer(std::string(organizations_kind),
                 {Permission::export_attendees, headings,
                  [this](const Caller& caller, const std::string& parameters, import_export::RowSink& sink) {
                    write_of_organizations(caller, wire::from_json<OrganizationPeopleSelection>(parameters),
                                           sink);
                  }});
}

import_export::SheetExport AttendeeExportService::start(const Caller& caller, std::string_view kind,
                                                        bool has_personal_data,
                                                        const std::string& parameters_json) {
  if (has_personal_data && !caller.may(Permission::unmask_attendees)) throw NotAllowed();
  return database_.write([&](db::Tx& tx) {
    if (has_personal_data)
      audit::record(tx, caller, clock_.now(),
                    {"attendees_exported", "attendee_list", caller.edition.text,
                     "导出人员信息（含证件号码及联系方式）"});
    return exports_.start_later(tx, caller, {std::string(kind), parameters_json, title_of(caller.locale)});
  });
}

void AttendeeExportService::require_sort(db::Tx& tx, const Caller& caller,
                                         const std::optional<std::string>& sort) {
  store::list_serials(tx, caller, {}, {}, sort.value_or(""), 1);
}

import_export::SheetExport AttendeeExportService::export_own(const Caller& caller,
                                                             const OwnAttendeeSelection& selection) {
  database_.read([&](db::Tx& tx) {
    organization::OrganizationService::get_own(tx, caller);
    require_sort(tx, caller, selection.sort);
  });
  return start(caller, own_kind, false, wire::to_json(selection));
}

import_export::SheetExport AttendeeExportService::export_selected(const Caller& caller,
                                                                  const AttendeeSelection& selection) {
  database_.read([&](db::Tx& tx) { require_sort(tx, caller, selection.sort); });
  return start(caller, selected_kind, selection.has_personal_data, wire::to_json(selection));
}

import_export::SheetExport AttendeeExportService::export_of_organizations(
    const Caller& caller, const OrganizationPeopleSelection& selection) {
  return start(caller, organizations_kind, selection.has_personal_data, wire::to_json(selection));
}

void AttendeeExportService::write_own(const Caller& caller, const OwnAttendeeSelection& selection,
                                      import_export::RowSink& sink) {
  auto as_owner = caller;
  as_owner.scope = Scope::of(
      database_.read([&](db::Tx& tx) { return organization::OrganizationService::get_own(tx, caller).id; }));
  write_selected(as_owner, {selection, false, selection.sort}, sink);
}

void AttendeeExportService::write_selected(const Caller& caller, const AttendeeSelection& selection,
                                           import_export::RowSink& sink) {
  sink.set_total(database_.read([&](db::Tx& tx) {
    auto documents = attendees_.document_indexes(selection.filter);
    return store::list(tx, caller, selection.filter, documents, {1, 1, ""}).total;
  }));
  Writing(*this, caller, selection.has_personal_data, sink)
      .write(selection.filter, selection.sort.value_or(""));
}

void AttendeeExportService::write_of_organizations(const Caller& caller,
                                                   const OrganizationPeopleSelection& selection,
                                                   import_export::RowSink& sink) {
  // Organizations whose people make up a piece together; only one with more than that is read in several.
  std::vector<std::vector<OrganizationId>> pieces;
  std::int64_t total = 0, people_of_piece = std::int64_t(piece);
  for (std::int64_t last = 0;;) {
    auto rows = database_.read([&](db::Tx& tx) {
      return organization::store::list_piece(tx, caller, selection.filter, last, int(piece));
    });
    if (rows.empty()) break;
    for (auto& row : rows) {
      if (row.attendee_count == 0) continue;
      total += row.attendee_count;
      people_of_piece += row.attendee_count;
      if (people_of_piece > std::int64_t(piece)) {
        pieces.emplace_back();
        people_of_piece = row.attendee_count;
      }
      pieces.back().push_back(row.id);
    }
    last = rows.back().serial;
  }
  sink.set_total(total);
  Writing writing(*this, caller, selection.has_personal_data, sink);
  for (auto& organizations : pieces) writing.write(organizations);
}

}  // namespace expogate::attendee
