#pragma once
#include "attendee/attendee_service.h"
#include "attendee/attendee_sheet.h"

namespace expogate::attendee {

/// Many people at once, from a sheet: all of them or none (ATT-06). They are drafts, because photos come
/// later.
class AttendeeImportService {
 public:
  AttendeeImportService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                        edition::EditionService& editions, AttendeeService& attendees,
                        std::filesystem::path working_folder)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        editions_(editions),
        attendees_(attendees),
        working_folder_(std::move(working_folder)) {}

  SheetFile make_template(const Caller& caller);
  /// What importing it would do; changes nothing.
  ImportReport check(const Caller& caller, std::string_view sheet);
  ImportReport import(const Caller& caller, std::string_view sheet);

 private:
  PeopleReading read(db::Tx& tx, const organization::Organization& organization, const SheetTable& table);
  void find_registered(db::Tx& tx, const EditionId& edition, PeopleReading& reading);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  AttendeeService& attendees_;
  std::filesystem::path working_folder_;
};

namespace store {

/// Which of these documents active persons of the edition have, whoever's they are: each as its index, a
/// blank, and the issuing country.
std::set<std::string> list_registered_documents(db::Tx& tx, const EditionId& edition,
                                                const std::vector<std::string>& indexes);

}  // namespace store
}  // namespace expogate::attendee
