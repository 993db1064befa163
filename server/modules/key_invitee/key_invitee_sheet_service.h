#pragma once
#include <filesystem>

#include "key_invitee/key_invitee_service.h"
#include "platform/sheet/sheet_file.h"
#include "platform/sheet/sheet_table.h"

namespace expogate::key_invitee {

/// Many recommendations at once, from a sheet: all of them or none. The bureau's has a column for the group
/// (GRP-05).
class KeyInviteeSheetService {
 public:
  KeyInviteeSheetService(db::Database& database, const Clock& clock,
                         trading_group::TradingGroupService& groups, KeyInviteeService& invitees,
                         std::filesystem::path working_folder)
      : database_(database),
        clock_(clock),
        groups_(groups),
        invitees_(invitees),
        working_folder_(std::move(working_folder)) {}

  SheetFile make_template(const Caller& caller);
  /// What importing it would do; changes nothing.
  ImportReport check(const Caller& caller, std::string_view sheet);
  ImportReport import(const Caller& caller, std::string_view sheet);

 private:
  ImportReport apply(const Caller& caller, std::string_view sheet, bool is_check);
  std::vector<trading_group::TradingGroup> choosable(const Caller& caller);
  db::Database& database_;
  const Clock& clock_;
  trading_group::TradingGroupService& groups_;
  KeyInviteeService& invitees_;
  std::filesystem::path working_folder_;
};

}  // namespace expogate::key_invitee
