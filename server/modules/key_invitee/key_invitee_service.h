#pragma once
#include "import_export/sheet_export_service.h"
#include "key_invitee/invitee_contact.h"
#include "key_invitee/key_invitee_list.h"
#include "organization/organization_service.h"
#include "platform/db/database.h"
#include "platform/wire/batch.h"
#include "trading_group/trading_group_service.h"

namespace expogate::key_invitee {

/// What is typed about an organization that is to be invited.
struct InviteeForm : Recommendation {
  std::optional<TradingGroupId> trading_group_id;  ///< the bureau says to which group; a group to itself
  /// None: as they were; empty: none any more.
  std::optional<std::string> mobile, email;
};

using organization::ContactField;

/// Recommending: a group by itself, or the bureau to a group (GRP-05).
class KeyInviteeService {
 public:
  KeyInviteeService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                    trading_group::TradingGroupService& groups, import_export::SheetExportService& exports)
      : database_(database), clock_(clock), cipher_(cipher), groups_(groups), exports_(exports) {}

  /// Told at start: what the module offers to exports.
  void offer();

  Page<KeyInviteeRow> list(const Caller& caller, const KeyInviteeFilter& filter, const PageRequest& page);
  KeyInviteeFigures count(const Caller& caller, const std::optional<TradingGroupId>& group);
  std::vector<AllowedAction> allowed_actions(const Caller& caller, const KeyInviteeRow& row) {
    return key_invitee::allowed_actions(caller, row, clock_.now());
  }
  KeyInviteeRow add(const Caller& caller, const InviteeForm& form);
  KeyInviteeRow change(const Caller& caller, const KeyInviteeId& id, const InviteeForm& form,
                       std::int64_t version);
  /// The caller's own recommendations are over; a link that was sent stops working.
  std::vector<wire::BatchOutcome> withdraw(const Caller& caller, const std::vector<KeyInviteeId>& ids);
  /// A group says why it does not invite whom the bureau recommended.
  std::vector<wire::BatchOutcome> set_aside(const Caller& caller, const std::vector<KeyInviteeId>& ids,
                                            const std::string& reason);
  std::string unmask(const Caller& caller, const KeyInviteeId& id, ContactField field,
                     const std::string& reason);
  import_export::SheetExport export_later(const Caller& caller, const KeyInviteeSelection& selection);

 private:
  TradingGroupId group_of(db::Tx& tx, const Caller& caller, const InviteeForm& form);
  void take_form(db::Tx& tx, KeyInvitee& invitee, const InviteeForm& form);
  void end(db::Tx& tx, const Caller& caller, const KeyInvitee& before, InviteeAction action,
           const std::string& reason);
  std::vector<wire::BatchOutcome> end_each(const Caller& caller, const std::vector<KeyInviteeId>& ids,
                                           InviteeAction action, const std::string& reason);
  void write_rows(const Caller& caller, const KeyInviteeSelection& selection, import_export::RowSink& sink);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  trading_group::TradingGroupService& groups_;
  import_export::SheetExportService& exports_;
};

/// A row as a batch names it.
struct InviteeLine {
  KeyInviteeId id;
  std::string number, name_zh, name_en;
  KeyInvitee invitee;
};
std::vector<InviteeLine> lines_of(std::vector<KeyInvitee> found);

/// Throws unless the caller may do this to it now.
InviteeState require_action(const Caller& caller, const KeyInvitee& invitee, InviteeAction action);

}  // namespace expogate::key_invitee
