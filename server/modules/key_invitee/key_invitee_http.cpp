#include "key_invitee/key_invitee_http.h"

#include "base/permission.h"
#include "base/text.h"
#include "base/uscc.h"
#include "import_export/sheet_export_view.h"
#include "platform/wire/page_query.h"

namespace expogate::key_invitee {

struct KeyInviteeQuery : wire::PageQuery, KeyInviteeFilter {};
BOOST_DESCRIBE_STRUCT(KeyInviteeQuery, (wire::PageQuery, KeyInviteeFilter), ())

struct KeyInviteeRequest {
  std::optional<TradingGroupId> trading_group_id;  ///< from the bureau: to whom it recommends
  std::optional<TradingGroupId> subgroup_id;       ///< for which of the group's subgroups it is meant
  wire::Text<2, 200> name;
  std::optional<wire::Text<0, 40>> uscc;  ///< none or empty: overseas
  wire::Text<0, 60> contact_name;
  std::optional<wire::Text<0, 30>> mobile;  ///< none: as it was; empty: none any more
  std::optional<wire::Text<0, 254>> email;
  InviteeLevel level = InviteeLevel::general;
  wire::Text<0, 500> reason;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeRequest, (),
                      (trading_group_id, subgroup_id, name, uscc, contact_name, mobile, email, level, reason))

struct KeyInviteeFiguresQuery {
  std::optional<TradingGroupId> group_id;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeFiguresQuery, (), (group_id))

struct KeyInviteeBatchRequest {
  std::vector<KeyInviteeId> invitees;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeBatchRequest, (), (invitees))

struct SetAsideRequest {
  std::vector<KeyInviteeId> invitees;
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(SetAsideRequest, (), (invitees, reason))

struct InviteeUnmaskRequest {
  ContactField field = ContactField::mobile;
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(InviteeUnmaskRequest, (), (field, reason))

struct UnmaskedInvitee {
  std::string value;
};
BOOST_DESCRIBE_STRUCT(UnmaskedInvitee, (), (value))

struct KeyInviteeListRow : KeyInviteeRow {
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeListRow, (KeyInviteeRow), (allowed_actions))

namespace {

/// An empty address is one that is there no more; any other is judged.
template <class Judged, class Typed>
std::optional<std::string> address_of(const std::optional<Typed>& typed, const char* field,
                                      std::vector<FieldError>& wrong) {
  auto address = wire::plain(typed);
  if (!address || address->empty()) return address;
  if (auto* code = Judged::check(*address)) wrong.push_back({field, code, {}});
  return address;
}

InviteeForm form_of(const KeyInviteeRequest& r) {
  InviteeForm form;
  form.trading_group_id = r.trading_group_id;
  form.subgroup_id = r.subgroup_id;
  form.name = r.name;
  if (r.uscc && !r.uscc->empty()) form.uscc = normalized_uscc(*r.uscc);
  form.contact_name = r.contact_name;
  form.level = r.level;
  form.reason = r.reason;
  std::vector<FieldError> wrong;
  form.mobile = address_of<wire::Mobile>(r.mobile, "mobile", wrong);
  form.email = address_of<wire::Email>(r.email, "email", wrong);
  if (!wrong.empty()) throw ValidationError(wrong);
  return form;
}

}  // namespace

void add_key_invitee_routes(wire::Router& router, KeyInviteeService& invitees) {
  auto shown = [&](const Caller& caller, const KeyInviteeRow& row) {
    KeyInviteeListRow listed;
    static_cast<KeyInviteeRow&>(listed) = row;
    listed.allowed_actions = invitees.allowed_actions(caller, row);
    return listed;
  };

  router.get("/key_invitees", "key_invitee_list")
      .allow(Permission::see_key_invitees)
      .summary("Key organizations to invite, with their progress (推荐重点邀请单位)")
      .handle([&, shown](const Caller& caller, const KeyInviteeQuery& q) {
        return wire::page_view(invitees.list(caller, q, wire::page_request(q)),
                               [&](const KeyInviteeRow& row) { return shown(caller, row); });
      });

  router.get("/key_invitee_figures", "key_invitee_count")
      .allow(Permission::see_key_invitees)
      .summary("How many were recommended, invited, have opened the link, registered and been approved")
      .handle([&](const Caller& caller, const KeyInviteeFiguresQuery& q) {
        return invitees.count(caller, q.group_id);
      });

  router.post("/key_invitees", "key_invitee_create")
      .allow(Permission::edit_key_invitees)
      .idempotent()
      .summary("Recommends an organization, by a group or by the bureau to a group (GRP-05)")
      .handle([&, shown](const Caller& caller, const KeyInviteeRequest& r) {
        return shown(caller, invitees.add(caller, form_of(r)));
      });

  router.put("/key_invitees/{id}", "key_invitee_change")
      .allow(Permission::edit_key_invitees)
      .summary("Changes what was written about one")
      .handle(
          [&, shown](const Caller& caller, KeyInviteeId id, const KeyInviteeRequest& r, wire::IfMatch match) {
            return shown(caller, invitees.change(caller, id, form_of(r), match.version));
          });

  router.post("/key_invitee_withdrawals", "key_invitee_withdraw")
      .allow(Permission::edit_key_invitees)
      .idempotent()
      .summary("Takes recommendations back (撤回); links that were sent stop working")
      .handle([&](const Caller& caller, const KeyInviteeBatchRequest& r) {
        return wire::list_view(invitees.withdraw(caller, r.invitees));
      });

  router.post("/key_invitee_set_asides", "key_invitee_set_aside")
      .allow(Permission::send_key_invitations)
      .idempotent()
      .summary("Defers an organization recommended by the organizer, with a reason (搁置)")
      .handle([&](const Caller& caller, const SetAsideRequest& r) {
        return wire::list_view(invitees.set_aside(caller, r.invitees, r.reason));
      });

  router.post("/key_invitees/{id}/unmaskings", "key_invitee_unmask")
      .allow(Permission::unmask_contacts)
      .summary("Shows a contact's mobile or e-mail, with a reason, and records it")
      .handle([&](const Caller& caller, KeyInviteeId id, const InviteeUnmaskRequest& r) {
        return UnmaskedInvitee{invitees.unmask(caller, id, r.field, r.reason)};
      });

  router.post("/key_invitees/exports", "key_invitee_export")
      .allow(Permission::export_organizations)
      .idempotent()
      .outside_editions()
      .summary("Starts an export of the filtered list; the file appears among my exports")
      .handle([&](const Caller& caller, const KeyInviteeSelection& selection) {
        return import_export::view(invitees.export_later(caller, selection), caller.locale);
      });
}

}  // namespace expogate::key_invitee
