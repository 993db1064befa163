#pragma once
#include "account/account_service.h"
#include "account/account_view.h"
#include "base/caller.h"
#include "fair/fair_service.h"
#include "import_export/sheet_export_service.h"
#include "messaging/mailing_service.h"
#include "trading_group/trading_group_store.h"

namespace expogate::trading_group {

struct NewGroup {
  GroupKind kind = GroupKind::group;
  std::optional<TradingGroupId> parent_id;
  GroupFamily family = GroupFamily::regional;
  std::string name_zh, name_en, login_name;
  std::optional<std::string> mobile, email;
  std::string code;  ///< empty: its id
  GroupState state = GroupState::active;
};

/// The account that a group is run with; its owner is sent a personal link.
account::NewAccount main_account_of(const TradingGroup& group, const std::string& login_name,
                                    const std::optional<std::string>& mobile,
                                    const std::optional<std::string>& email);

struct GroupWithLink {
  TradingGroupRow group;
  account::LinkSent link;
};

class TradingGroupService final : public account::AffiliationSource {
 public:
  TradingGroupService(db::Database& database, const Clock& clock, fair::FairService& fairs,
                      account::AccountService& accounts, import_export::SheetExportService& exports,
                      messaging::MailingService& mailings)
      : database_(database),
        clock_(clock),
        fairs_(fairs),
        accounts_(accounts),
        exports_(exports),
        mailings_(mailings) {}

  std::vector<store::PublicGroup> list_public(std::optional<GroupKind> kind,
                                              const std::optional<TradingGroupId>& parent);
  Page<TradingGroupRow> list_groups(const Caller& caller, const store::GroupFilter& filter,
                                    const PageRequest& page);
  import_export::SheetExport export_groups_later(const Caller& caller, const store::SortedGroups& wanted);
  std::int64_t count_groups(const Caller& caller, const store::GroupFilter& filter);
  /// The groups in the order of the list, piece by piece.
  void walk_groups(const Caller& caller, const store::SortedGroups& wanted,
                   const std::function<void(const TradingGroupRow&)>& visit);
  messaging::Mailing add_mailing(const Caller& caller, const store::GroupFilter& filter,
                                 const messaging::MailingText& text, std::int64_t confirmed);
  messaging::MailingPreview preview_mailing(const Caller& caller, const store::GroupFilter& filter,
                                            const messaging::MailingText& text);
  /// The groups' main accounts, behind `after` in the list's order.
  std::vector<messaging::Recipient> list_recipients(const Caller& caller, const store::GroupFilter& filter,
                                                    const TradingGroupId& after, int limit);
  /// What exports and mailings call this list.
  static constexpr std::string_view list_kind = "trading_groups";
  /// Who writes to people when this caller does: its group, or the bureau.
  std::string sender_name(const Caller& caller);
  /// The caller's own group and its subgroups.
  TradingGroupRow get_own(const Caller& caller);
  std::vector<TradingGroupRow> list_own_subgroups(const Caller& caller);

  /// A group and its account in one step.
  GroupWithLink add_group(const Caller& caller, const NewGroup& wanted);
  TradingGroupRow change_group(const Caller& caller, const TradingGroupId& id, const std::string& name_zh,
                               const std::string& name_en, GroupState state, std::int64_t version);
  /// The old code stops working at once.
  TradingGroupRow renew_invitation_code(const Caller& caller, const TradingGroupId& id);

  /// Whether this fair has trading groups at all; without them the bureau reviews (INS-02).
  bool has_groups() { return fairs_.has(fair::Feature::trading_groups); }

  /// For other modules, in their transactions.
  std::optional<TradingGroup> find(db::Tx& tx, const TradingGroupId& id) { return store::find(tx, id); }
  /// Of its main account; none: nobody can sign in for it yet.
  std::optional<std::string> find_login_name(db::Tx& tx, const Caller& caller, const TradingGroupId& id) {
    return get_row(tx, caller, id).login_name;
  }
  /// Whether an organization may belong to it: active, and no group that asks for a subgroup (GRP-01).
  bool is_choosable(db::Tx& tx, const TradingGroupId& id);
  /// The group at the top of its subtree: itself, or a subgroup's parent.
  TradingGroupId top_of(db::Tx& tx, const TradingGroupId& id);
  std::optional<TradingGroupId> find_by_invitation_code(db::Tx& tx, const EditionId& edition,
                                                        const std::string& code);

  std::optional<account::TradingGroupRef> find_group(const TradingGroupId& id,
                                                     const EditionId& edition) override;

 private:
  TradingGroupRow get_row(db::Tx& tx, const Caller& caller, const TradingGroupId& id);
  messaging::NewMailing mailing_to(const Caller& caller, const store::GroupFilter& filter,
                                   const messaging::MailingText& text);
  void require_place(db::Tx& tx, const NewGroup& wanted);
  db::Database& database_;
  const Clock& clock_;
  fair::FairService& fairs_;
  account::AccountService& accounts_;
  import_export::SheetExportService& exports_;
  messaging::MailingService& mailings_;
};

}  // namespace expogate::trading_group
