#include "app/services.h"
#include "fair/fair_store.h"

namespace expogate {
namespace {

using trading_group::Task;

/// A fair without groups has nobody between the bureau and the organizations (INS-02).
bool has_groups(db::Tx& tx) {
  auto fair = fair::store::find(tx);
  return !fair || fair->has(fair::Feature::trading_groups);
}

/// Task cards of one condition each; a card counts exactly the rows of the list that its path opens.
std::int64_t unread_notices(db::Tx& tx, const Caller& caller) {
  auto audiences = messaging::audiences_of(caller);
  return messaging::store::list_readable_notices(tx, caller, audiences, true, {1, 1, ""}).total;
}

std::vector<Task> reader_tasks(db::Tx& tx, const Caller& caller) {
  if (caller.scope.level != Scope::Level::group) return {};
  return {{"notices_unread", "未读通知", "Unread notices", unread_notices(tx, caller),
           "/group?unread_only=true"}};
}

/// What waits for the caller's review, as the lists count it.
std::int64_t awaiting_organizations(db::Tx& tx, const Caller& caller,
                                    std::optional<organization::Placement> placement) {
  organization::OrganizationFilter filter;
  filter.awaits_me = true;
  filter.placement = placement;
  return organization::store::count(tx, caller, filter);
}

std::vector<Task> review_tasks(db::Tx& tx, const Caller& caller) {
  using organization::Placement;
  if (!caller.may(Permission::review_organizations)) return {};
  if (caller.scope.level == Scope::Level::everything) {
    Task task{"organizations_awaiting", "待审核的境外单位", "Overseas organizations to review",
              awaiting_organizations(tx, caller, {}), "/bureau/organizations?awaits_me=true"};
    if (!has_groups(tx)) {
      task.title_zh = "待审核的单位";
      task.title_en = "Organizations to review";
    }
    return {task};
  }
  std::vector<Task> tasks{{"organizations_awaiting", "待审核的团内直属单位", "Organizations to review",
                           awaiting_organizations(tx, caller, Placement::direct),
                           "/group/organizations/direct?placement=direct&awaits_me=true"}};
  if (!caller.scope.is_subgroup)
    tasks.push_back({"organizations_first_passed", "待复审的分团下属单位",
                     "Subgroup organizations for second review",
                     awaiting_organizations(tx, caller, Placement::subordinate),
                     "/group/organizations/subordinate?placement=subordinate&awaits_me=true"});
  return tasks;
}

/// ATT-10: the bureau reviews people, whoever's they are.
std::vector<Task> attendee_tasks(db::Tx& tx, const Caller& caller) {
  if (!caller.may(Permission::review_attendees)) return {};
  attendee::AttendeeFilter filter;
  filter.awaits_me = true;
  return {{"attendees_awaiting", "待审核的人员", "Attendees to review",
           attendee::store::list(tx, caller, filter, {}, {1, 1, ""}).total,
           "/bureau/attendees?awaits_me=true"}};
}

/// GPY-02: nobody pays for them before their group has decided.
std::vector<Task> sponsorship_tasks(db::Tx& tx, const Caller& caller) {
  if (caller.scope.level != Scope::Level::group || !caller.may(Permission::pay_for_attendees)) return {};
  attendee::AttendeeFilter filter;
  filter.placement = organization::Placement::direct;
  filter.state = {attendee::AttendeeState::awaiting_group};
  return {{"attendees_undecided", "待确认代付的人员", "Attendees awaiting a group payment decision",
           attendee::store::list(tx, caller, filter, {}, {1, 1, ""}).total,
           "/group/attendees/direct/list?state=awaiting_group"}};
}

/// GRP-05: what the bureau recommends, a group invites or puts aside.
std::vector<Task> key_invitee_tasks(db::Tx& tx, const Caller& caller) {
  bool is_of_group = caller.scope.level == Scope::Level::group && !caller.scope.is_subgroup;
  if (!is_of_group || !caller.may(Permission::send_key_invitations)) return {};
  key_invitee::KeyInviteeFilter filter;
  filter.source = key_invitee::InviteeSource::bureau;
  filter.state = {key_invitee::InviteeState::recommended};
  return {{"key_invitees_recommended", "主办方推荐的待邀请单位", "Organizations recommended by the organizer",
           key_invitee::store::list(tx, caller, filter, {1, 1, ""}).total,
           "/group/key_invitees?source=bureau&state=recommended"}};
}

std::vector<Task> claim_tasks(db::Tx& tx, const Caller& caller) {
  if (!caller.may(Permission::decide_claims)) return {};
  using organization::ClaimState;
  return {{"claims_open", "待处理的代码认领", "USCC claims to decide",
           organization::store::list_claims(tx, caller.edition, ClaimState::open, {}, {1, 1, ""}).total,
           "/bureau/claims?state=open"}};
}

/// RET-03: people were told a date.
std::vector<Task> data_request_tasks(db::Tx& tx, const Caller& caller) {
  if (caller.scope.level != Scope::Level::everything || !caller.may(Permission::edit_edition)) return {};
  return {{"data_requests_open", "待处理的个人信息申请", "Personal data requests to decide",
           own_data::store::count_open(tx, caller.edition), "/bureau/data_requests?state=open"}};
}

std::vector<Task> bureau_tasks(db::Tx& tx, const Caller& caller) {
  if (caller.scope.level != Scope::Level::everything) return {};
  std::vector<Task> tasks;
  if (caller.may(Permission::edit_notices))
    tasks.push_back(
        {"notices_draft", "待发布的通知", "Draft notices",
         messaging::store::list_notices(tx, caller.edition, {messaging::NoticeState::draft, {}}, {1, 1, ""})
             .total,
         "/bureau/notices?state=draft"});
  if (caller.may(Permission::see_jobs))
    tasks.push_back({"jobs_dead", "失败的后台任务", "Failed background jobs",
                     jobs::list_jobs(tx, {jobs::State::dead, std::nullopt}, {1, 1, ""}).total,
                     "/bureau/jobs?state=dead"});
  if (caller.may(Permission::see_messages))
    tasks.push_back(
        {"messages_dead", "未送达的短信与邮件", "Undelivered SMS and e-mails",
         messaging::store::list(tx, {std::nullopt, messaging::DeliveryState::dead, std::nullopt}, {1, 1, ""})
             .total,
         "/bureau/messages?state=dead"});
  if (caller.may(Permission::manage_trading_groups) && has_groups(tx)) {
    trading_group::store::GroupFilter filter;
    filter.has_never_signed_in = true;
    tasks.push_back({"groups_never_signed_in", "尚未登录的交易团与分团",
                     "Trading groups that have never signed in",
                     trading_group::store::list(tx, caller.edition, filter, {1, 1, ""}).total,
                     "/bureau/trading_groups?never_signed_in=true"});
  }
  return tasks;
}

/// What waits for finance.
std::vector<Task> money_tasks(db::Tx& tx, const Caller& caller) {
  std::vector<Task> tasks;
  if (caller.may(Permission::confirm_transfers)) {
    payment::TransferFilter filter;
    filter.state = {payment::TransferState::submitted};
    tasks.push_back({"transfers_submitted", "待确认的转账", "Bank transfers to confirm",
                     payment::store::list_transfers(tx, caller.edition, filter, {1, 1, ""}).total,
                     "/bureau/transfers?state=submitted"});
  }
  if (caller.may(Permission::decide_refunds)) {
    payment::RefundFilter filter;
    filter.state = {payment::RefundState::requested, payment::RefundState::failed};
    tasks.push_back({"refunds_requested", "待处理的退款", "Refunds to decide",
                     payment::store::list_refund_cases(tx, caller.edition, filter, {1, 1, ""}).total,
                     "/bureau/refunds?state=requested&state=failed"});
  }
  return tasks;
}

}  // namespace

void gather_tasks(Services& s) {
  s.tasks.add(reader_tasks);
  s.tasks.add(review_tasks);
  s.tasks.add(attendee_tasks);
  s.tasks.add(sponsorship_tasks);
  s.tasks.add(key_invitee_tasks);
  s.tasks.add(claim_tasks);
  s.tasks.add(money_tasks);
  s.tasks.add(data_request_tasks);
  s.tasks.add(bureau_tasks);
}

}  // namespace expogate
