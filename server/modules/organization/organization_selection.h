#pragma once
#include "import_export/sheet_export_service.h"
#include "messaging/mailing_service.h"
#include "organization/organization_list.h"
#include "platform/crypto/field_cipher.h"
#include "trading_group/trading_group_service.h"

/// What is done with all rows that a list's filters show: exported as a sheet, written to by mail (ORG-09,
/// GRP-04).
namespace expogate::organization {

/// What an export is asked for. Contacts' mobiles and e-mails in the clear need a permission of their own.
struct ExportSelection {
  OrganizationFilter filter;
  bool has_contacts = false;
  std::optional<std::string> sort;  ///< of the list, as it is asked for
};
BOOST_DESCRIBE_STRUCT(ExportSelection, (), (filter, has_contacts, sort))

class OrganizationSelectionService {
 public:
  OrganizationSelectionService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                               trading_group::TradingGroupService& groups,
                               import_export::SheetExportService& exports,
                               messaging::MailingService& mailings)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        groups_(groups),
        exports_(exports),
        mailings_(mailings) {}

  /// Told at start: what the module offers to exports and mailings.
  void offer();

  import_export::SheetExport export_later(const Caller& caller, const ExportSelection& selection);
  messaging::MailingPreview preview_mailing(const Caller& caller, const OrganizationFilter& filter,
                                            const messaging::MailingText& text);
  messaging::Mailing add_mailing(const Caller& caller, const OrganizationFilter& filter,
                                 const messaging::MailingText& text, std::int64_t confirmed);

  static constexpr std::string_view list_kind = "organizations";

 private:
  void write_rows(const Caller& caller, const ExportSelection& selection, import_export::RowSink& sink);
  std::vector<messaging::Recipient> list_recipients(const Caller& caller, const OrganizationFilter& filter,
                                                    const std::string& after, int limit);
  std::int64_t count(const Caller& caller, const OrganizationFilter& filter);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  trading_group::TradingGroupService& groups_;
  import_export::SheetExportService& exports_;
  messaging::MailingService& mailings_;
};

}  // namespace expogate::organization
