#include "attendee/attendee_import_service.h"

#include "attendee/courier_address.h"
#include "audit/audit.h"
#include "platform/db/refusing_taken.h"
#include "platform/sheet/watermark.h"

namespace expogate::attendee {
namespace {

ImportReport report_of(PeopleReading reading, Locale locale) {
  ImportReport report;
  report.rows = int(reading.people.size());
  report.added = reading.errors.empty() ? report.rows : 0;
  report_errors(report, std::move(reading.errors), locale);
  return report;
}

/// ATT-11: the address that couriers go to unless a person's form says another.
std::optional<CourierAddressId> usual_address(db::Tx& tx, const OrganizationId& organization) {
  for (auto& address : store::list_courier_addresses(tx, organization))
    if (address.is_default) return address.id;
  return std::nullopt;
}

}  // namespace

SheetFile AttendeeImportService::make_template(const Caller& caller) {
  auto [choices, is_domestic] = database_.read([&](db::Tx& tx) {
    auto own = attendees_.require_own(tx, caller);
    return std::pair(sheet_choices(tx, own.edition_id), own.origin == organization::Origin::domestic);
  });
  auto now = clock_.now();
  return write_people_template(working_folder_, choices, is_domestic, caller.locale,
                               watermark_of(caller, now), now);
}

void AttendeeImportService::find_registered(db::Tx& tx, const EditionId& edition, PeopleReading& reading) {
  std::map<std::string, std::uint32_t> rows;
  std::vector<std::string> indexes;
  for (auto& [row, form] : reading.people) {
    if (!form.document_type || form.document_number.empty()) continue;
    indexes.push_back(document_index(cipher_, *form.document_type, form.document_number));
    rows.emplace(indexes.back() + " " + issuing_country(form.document_type, form.nationality_code), row);
  }
  for (auto& document : store::list_registered_documents(tx, edition, indexes))
    if (auto found = rows.find(document); found != rows.end())
      reading.errors.push_back(
          {found->second, &attendee_columns[document_number_column], &attendee_elsewhere, {}});
}

PeopleReading AttendeeImportService::read(db::Tx& tx, const organization::Organization& own,
                                          const SheetTable& table) {
  auto reading = read_people(table, sheet_choices(tx, own.edition_id), usual_address(tx, own.id));
  examine_people(reading, attendees_.facts_for(tx, own));
  find_registered(tx, own.edition_id, reading);
  return reading;
}

ImportReport AttendeeImportService::check(const Caller& caller, std::string_view sheet) {
  auto table = read_table(sheet, {}, attendee_columns);
  return database_.read([&](db::Tx& tx) {
    return report_of(read(tx, attendees_.require_own(tx, caller), table), caller.locale);
  });
}

ImportReport AttendeeImportService::import(const Caller& caller, std::string_view sheet) {
  attendees_.require_consent(caller);
  auto table = read_table(sheet, {}, attendee_columns);
  return db::refusing_taken("document", "file", attendee_elsewhere, [&] {
    return database_.write([&](db::Tx& tx) {
      editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
      auto own = attendees_.require_own(tx, caller);
      auto reading = read(tx, own, table);
      if (reading.errors.empty()) {
        for (auto& person : reading.people)
          attendees_.add(tx, caller, own,
                         {.form = person.form, .source = AttendeeSource::sheet, .is_draft = true});
        audit::record(tx, caller, clock_.now(),
                      {"attendees_imported", "organization", own.id.text,
                       "导入人员 " + std::to_string(reading.people.size()) + " 名"});
      }
      return report_of(std::move(reading), caller.locale);
    });
  });
}

}  // namespace expogate::attendee
