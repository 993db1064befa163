#include "trading_group/trading_group_http.h"

#include "import_export/sheet_export_view.h"
#include "messaging/mailing_view.h"
#include "platform/wire/page_query.h"

namespace expogate::trading_group {

struct TradingGroupPublic {
  TradingGroupId id;
  GroupKind kind = GroupKind::group;
  std::optional<TradingGroupId> parent_id;
  GroupFamily family = GroupFamily::regional;
  std::string name_zh, name_en;
  bool requires_subgroup = false;
  std::int64_t children = 0;
};
BOOST_DESCRIBE_STRUCT(TradingGroupPublic, (),
                      (id, kind, parent_id, family, name_zh, name_en, requires_subgroup, children))

struct PublicQuery {
  std::optional<GroupKind> kind;
  std::optional<TradingGroupId> parent_id;
};
BOOST_DESCRIBE_STRUCT(PublicQuery, (), (kind, parent_id))

/// The filters of the bureau's list.
struct GroupChoice {
  std::optional<wire::Text<1, 60>> q;
  std::optional<GroupFamily> family;
  std::optional<GroupKind> kind;
  std::optional<TradingGroupId> parent_id;
  std::optional<GroupState> state;
  std::optional<bool> never_signed_in;
};
BOOST_DESCRIBE_STRUCT(GroupChoice, (), (q, family, kind, parent_id, state, never_signed_in))

struct GroupQuery : wire::PageQuery, GroupChoice {
  std::optional<TradingGroupId> id;
};
BOOST_DESCRIBE_STRUCT(GroupQuery, (wire::PageQuery, GroupChoice), (id))

/// The chosen rows, or all that the filters show.
struct GroupSelection : GroupChoice {
  std::optional<std::vector<TradingGroupId>> ids;
};
BOOST_DESCRIBE_STRUCT(GroupSelection, (GroupChoice), (ids))

struct GroupExport : GroupSelection {
  std::optional<std::string> sort;
};
BOOST_DESCRIBE_STRUCT(GroupExport, (GroupSelection), (sort))

struct GroupMailingRequest : GroupSelection, messaging::MailingTextRequest {};
BOOST_DESCRIBE_STRUCT(GroupMailingRequest, (GroupSelection, messaging::MailingTextRequest), ())

struct GroupMailingOrder : GroupMailingRequest {
  std::int64_t confirmed_count = 0;  ///< of the preview
};
BOOST_DESCRIBE_STRUCT(GroupMailingOrder, (GroupMailingRequest), (confirmed_count))

struct NewGroupRequest {
  GroupKind kind = GroupKind::group;
  std::optional<TradingGroupId> parent_id;
  GroupFamily family = GroupFamily::regional;
  wire::Text<1, 60> name_zh;
  wire::Text<1, 120> name_en;
  wire::Text<4, 60> login_name;
  wire::Mobile mobile;
};
BOOST_DESCRIBE_STRUCT(NewGroupRequest, (), (kind, parent_id, family, name_zh, name_en, login_name, mobile))

struct GroupCreated {
  TradingGroupRow group;
  account::LinkSent link;
};
BOOST_DESCRIBE_STRUCT(GroupCreated, (), (group, link))

struct GroupRequest {
  wire::Text<1, 60> name_zh;
  wire::Text<1, 120> name_en;
  GroupState state = GroupState::active;
};
BOOST_DESCRIBE_STRUCT(GroupRequest, (), (name_zh, name_en, state))

struct OwnGroupView {
  TradingGroupRow group;
  std::vector<TradingGroupRow> subgroups;
};
BOOST_DESCRIBE_STRUCT(OwnGroupView, (), (group, subgroups))

namespace {

TradingGroupPublic view(const store::PublicGroup& g) {
  return {g.id, g.kind, g.parent_id, g.family, g.name_zh, g.name_en, requires_subgroup(g.family), g.children};
}

store::GroupFilter filter_of(const GroupChoice& choice) {
  return {choice.q,
          choice.family,
          choice.kind,
          choice.parent_id,
          {},
          choice.state,
          choice.never_signed_in.value_or(false)};
}

store::GroupFilter filter_of(const GroupQuery& query) {
  auto filter = filter_of(static_cast<const GroupChoice&>(query));
  if (query.id) filter.ids = {*query.id};
  return filter;
}

store::GroupFilter filter_of(const GroupSelection& selection) {
  auto filter = filter_of(static_cast<const GroupChoice&>(selection));
  filter.ids = selection.ids.value_or(std::vector<TradingGroupId>());
  return filter;
}

TradingGroupRow same(const TradingGroupRow& row) {
  return row;
}

}  // namespace

void add_routes(wire::Router& router, TradingGroupService& groups, TaskBoard& tasks) {
  router.get("/trading_groups", "trading_group_list_public")
      .for_everyone("registration chooses a group before sign-in")
      .summary("The groups and subgroups that can be chosen")
      .handle([&](const Caller&, const PublicQuery& q) {
        return wire::list_view(groups.list_public(q.kind, q.parent_id), view);
      });

  router.get("/my/trading_group", "my_trading_group_get")
      .allow(Permission::see_group_work)
      .summary("My group with its invitation code and subgroups")
      .handle([&](const Caller& caller) {
        return OwnGroupView{groups.get_own(caller), groups.list_own_subgroups(caller)};
      });

  router.get("/my/tasks", "my_task_list")
      .for_oneself()
      .summary("What waits for me")
      .handle([&](const Caller& caller) { return wire::list_view(tasks.list_tasks(caller)); });

  router.get("/admin/trading_groups", "trading_group_list")
      .allow(Permission::manage_trading_groups)
      .summary("All groups and subgroups with their accounts and invitation codes")
      .handle([&](const Caller& caller, const GroupQuery& q) {
        return wire::page_view(groups.list_groups(caller, filter_of(q), wire::page_request(q)), same);
      });

  router.post("/admin/trading_groups/exports", "trading_group_export")
      .allow(Permission::manage_trading_groups)
      .idempotent()
      .outside_editions()
      .summary("Starts an export of the filtered list; the file appears among my exports")
      .handle([&](const Caller& caller, const GroupExport& wanted) {
        return import_export::view(groups.export_groups_later(caller, {filter_of(wanted), wanted.sort}),
                                   caller.locale);
      });

  router.post("/admin/trading_groups/mailing_previews", "trading_group_mailing_preview")
      .allow(Permission::manage_trading_groups)
      .outside_editions()
      .summary("Previews a bulk e-mail: number of recipients and the first e-mails")
      .handle([&](const Caller& caller, const GroupMailingRequest& r) {
        return groups.preview_mailing(caller, filter_of(r), {r.subject, r.body});
      });

  router.post("/admin/trading_groups/mailings", "trading_group_mailing_create")
      .allow(Permission::manage_trading_groups)
      .idempotent()
      .summary("Sends a bulk e-mail to the accounts of the selected or filtered groups")
      .handle([&](const Caller& caller, const GroupMailingOrder& r) {
        return messaging::view(
            groups.add_mailing(caller, filter_of(r), {r.subject, r.body}, r.confirmed_count));
      });

  router.post("/admin/trading_groups", "trading_group_create")
      .allow(Permission::manage_trading_groups)
      .in_lane(http::Lane::heavy)
      .summary(
          "Adds a group or subgroup with its account, whose holder sets the password by a link sent by SMS")
      .handle([&](const Caller& caller, const NewGroupRequest& r) {
        auto added = groups.add_group(caller, {r.kind,
                                               r.parent_id,
                                               r.family,
                                               r.name_zh,
                                               r.name_en,
                                               r.login_name,
                                               std::string(r.mobile),
                                               {},
                                               {}});
        return GroupCreated{added.group, added.link};
      });

  router.put("/admin/trading_groups/{id}", "trading_group_change")
      .allow(Permission::manage_trading_groups)
      .summary("Changes a group's names and state")
      .handle([&](const Caller& caller, TradingGroupId id, const GroupRequest& r, wire::IfMatch match) {
        return groups.change_group(caller, id, r.name_zh, r.name_en, r.state, match.version);
      });

  router.post("/admin/trading_groups/{id}/invitation_codes", "invitation_code_renew")
      .allow(Permission::manage_trading_groups)
      .summary("Gives a group a new invitation code; the old one stops working")
      .handle([&](const Caller& caller, TradingGroupId id, const wire::NoInput&) {
        return groups.renew_invitation_code(caller, id);
      });
}

}  // namespace expogate::trading_group
