#pragma once
#include "attendee/attendee_service.h"
#include "import_export/sheet_export_service.h"

namespace expogate::attendee {

/// What an export of people is asked for. Documents, mobiles and e-mails in the clear need a permission.
struct AttendeeSelection {
  AttendeeFilter filter;
  bool has_personal_data = false;
  std::optional<std::string> sort;  ///< of the list, as it is asked for
};
BOOST_DESCRIBE_STRUCT(AttendeeSelection, (), (filter, has_personal_data, sort))

/// An organization's own people, in the order of its list.
struct OwnAttendeeSelection : AttendeeFilter {
  std::optional<std::string> sort;
};
BOOST_DESCRIBE_STRUCT(OwnAttendeeSelection, (AttendeeFilter), (sort))

/// The people of the organizations that a list shows (导出单位人员信息).
struct OrganizationPeopleSelection {
  organization::OrganizationFilter filter;
  bool has_personal_data = false;
};
BOOST_DESCRIBE_STRUCT(OrganizationPeopleSelection, (), (filter, has_personal_data))

/// Lists of people as sheets: an organization's own, and those that groups and the bureau see.
class AttendeeExportService {
 public:
  AttendeeExportService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                        AttendeeService& attendees, import_export::SheetExportService& exports)
      : database_(database), clock_(clock), cipher_(cipher), attendees_(attendees), exports_(exports) {}

  /// Told at start: what the module offers to exports.
  void offer();

  import_export::SheetExport export_own(const Caller& caller, const OwnAttendeeSelection& selection);
  import_export::SheetExport export_selected(const Caller& caller, const AttendeeSelection& selection);
  import_export::SheetExport export_of_organizations(const Caller& caller,
                                                     const OrganizationPeopleSelection& selection);

 private:
  class Writing;
  import_export::SheetExport start(const Caller& caller, std::string_view kind, bool has_personal_data,
                                   const std::string& parameters_json);
  void write_own(const Caller& caller, const OwnAttendeeSelection& selection, import_export::RowSink& sink);
  void require_sort(db::Tx& tx, const Caller& caller, const std::optional<std::string>& sort);
  void write_selected(const Caller& caller, const AttendeeSelection& selection, import_export::RowSink& sink);
  void write_of_organizations(const Caller& caller, const OrganizationPeopleSelection& selection,
                              import_export::RowSink& sink);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  AttendeeService& attendees_;
  import_export::SheetExportService& exports_;
};

}  // namespace expogate::attendee
