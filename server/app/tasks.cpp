#include "app/services.h"

namespace expogate {
namespace {

using trading_group::Task;

/// Task cards of one condition each; a card counts exactly the rows of the list that its path opens.
std::int64_t unread_notices(db::Tx& tx, const Caller& caller) {
  auto audiences = messaging::audiences_of(caller);
  return messaging::store::list_readable_notices(tx, caller.account, audiences, true, {1, 1, ""}).total;
}

std::vector<Task> reader_tasks(db::Tx& tx, const Caller& caller) {
  if (caller.scope.level != Scope::Level::group) return {};
  return {{"notices_unread", "未读通知", "Unread notices", unread_notices(tx, caller),
           "/group?unread_only=true"}};
}

std::vector<Task> bureau_tasks(db::Tx& tx, const Caller& caller) {
  if (caller.scope.level != Scope::Level::everything) return {};
  std::vector<Task> tasks;
  if (caller.may(Permission::edit_notices))
    tasks.push_back({"notices_draft", "待发布的通知", "Notices still in draft",
                     messaging::store::list_notices(tx, messaging::NoticeState::draft, {1, 1, ""}).total,
                     "/bureau/notices?state=draft"});
  if (caller.may(Permission::see_jobs))
    tasks.push_back({"jobs_dead", "失败的后台任务", "Jobs that were given up",
                     jobs::list_jobs(tx, {jobs::State::dead, std::nullopt}, {1, 1, ""}).total,
                     "/bureau/jobs?state=dead"});
  if (caller.may(Permission::see_messages))
    tasks.push_back(
        {"messages_dead", "未送达的短信与邮件", "Messages that could not be delivered",
         messaging::store::list(tx, {std::nullopt, messaging::DeliveryState::dead, std::nullopt}, {1, 1, ""})
             .total,
         "/bureau/messages?state=dead"});
  if (caller.may(Permission::manage_trading_groups)) {
    trading_group::store::GroupFilter filter;
    filter.has_never_signed_in = true;
    tasks.push_back({"groups_never_signed_in", "尚未登录的交易团与分团", "Groups that have not signed in",
                     trading_group::store::list(tx, caller.edition, filter, {1, 1, ""}).total,
                     "/bureau/trading_groups?never_signed_in=true"});
  }
  return tasks;
}

}  // namespace

void gather_tasks(Services& s) {
  s.tasks.add(reader_tasks);
  s.tasks.add(bureau_tasks);
}

}  // namespace expogate
