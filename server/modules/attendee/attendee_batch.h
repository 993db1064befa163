#pragma once
#include <array>
#include <functional>

#include "attendee/attendee_list.h"
#include "base/permission.h"
#include "platform/wire/batch.h"

/// One act on all people whom a filter finds (对全部筛选结果操作): a job with progress and what became of
/// each.
namespace expogate::attendee {

using AttendeeBatchId = Id<struct AttendeeBatchNoun>;

enum class BatchAction { void_attendees, upgrade, sponsor, decline, waive_identity };
BOOST_DESCRIBE_ENUM(BatchAction, void_attendees, upgrade, sponsor, decline, waive_identity)

enum class BatchState { queued, running, done, cancelled, failed };
BOOST_DESCRIBE_ENUM(BatchState, queued, running, done, cancelled, failed)

constexpr bool is_unfinished(BatchState state) {
  return state == BatchState::queued || state == BatchState::running;
}

/// What an act needs to know; each reads its own.
struct BatchWish {
  std::optional<wire::Text<0, 200>> reason;  ///< of voiding, of waiving the identity check
  std::optional<BadgeType> badge_type;       ///< of upgrading
  std::optional<bool> is_confirmed;          ///< of sponsoring beyond limits
};
BOOST_DESCRIBE_STRUCT(BatchWish, (), (reason, badge_type, is_confirmed))

/// How one kind of act is done; its module offers it. `act` throws a Problem to refuse one person.
struct BatchActor {
  Permission permission;
  std::function<void(const BatchWish&)> require;  ///< throws for what is missing in the wish
  std::function<void(db::Tx&, const Caller&, const Attendee&, const BatchWish&)> act;
};

struct AttendeeBatch {
  AttendeeBatchId id;
  EditionId edition_id;
  AccountId account_id;
  BatchAction action = BatchAction::void_attendees;
  std::string wish_json, filter_json;
  Locale locale = Locale::zh_cn;
  BatchState state = BatchState::queued;
  std::int64_t total = 0, done = 0, refused = 0;
  std::int64_t last_serial = 0, until_serial = 0;
  std::optional<std::string> error_code;
  Instant created_at;
  std::optional<Instant> finished_at;
};
BOOST_DESCRIBE_STRUCT(AttendeeBatch, (),
                      (id, edition_id, account_id, action, wish_json, filter_json, locale, state, total, done,
                       refused, last_serial, until_serial, error_code, created_at, finished_at))

struct BatchOutcomeFilter {
  std::optional<bool> is_done;
};
BOOST_DESCRIBE_STRUCT(BatchOutcomeFilter, (), (is_done))

constexpr int most_unfinished_batches = 3;
constexpr Duration batch_memory = days(30);

inline const ErrorCode batches_too_many{
    "attendee.batches_too_many", "您有 {count} 个批量操作尚未完成，请等待其完成或先停止",
    "{count} of your bulk actions are still in progress; please wait for them to finish or stop one first"};
inline const ErrorCode batch_nobody{"attendee.batch_nobody", "没有符合筛选条件的人员",
                                    "No attendees match the filters"};
inline const ErrorCode batch_not_allowed{"attendee.batch_not_allowed", "您的账号已没有进行此操作的权限",
                                         "Your account no longer has permission to do this"};
inline const ErrorCode batch_badge_type{"attendee.batch_badge_type", "请选择升级为哪种人员标签",
                                        "Please select the badge type to upgrade to"};

namespace store {

void add_batch(db::Tx& tx, const AttendeeBatch& batch);
std::optional<AttendeeBatch> find_batch(db::Tx& tx, const AttendeeBatchId& id);
Page<AttendeeBatch> list_batches(db::Tx& tx, const AccountId& account, const PageRequest& page);
std::int64_t count_unfinished_batches(db::Tx& tx, const AccountId& account);
/// False when another worker has come further, or it was stopped.
bool advance_batch(db::Tx& tx, const AttendeeBatch& read, const AttendeeBatch& after);
bool end_batch(db::Tx& tx, const AttendeeBatchId& id, BatchState state,
               std::optional<std::string_view> error_code, Instant now);
void add_batch_outcome(db::Tx& tx, const AttendeeBatchId& id, std::int64_t serial,
                       const wire::BatchOutcome& outcome);
Page<wire::BatchOutcome> list_batch_outcomes(db::Tx& tx, const AttendeeBatchId& id,
                                             const BatchOutcomeFilter& filter, const PageRequest& page);
void forget_batches(db::Tx& tx, Instant before);

/// How many a filter finds, and the last of them.
struct Extent {
  std::int64_t count = 0, last_serial = 0;
};
BOOST_DESCRIBE_STRUCT(Extent, (), (count, last_serial))
Extent extent_of(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                 const std::vector<std::string>& documents);

}  // namespace store
}  // namespace expogate::attendee

namespace expogate {
template <>
inline constexpr auto enum_labels<attendee::BatchAction> = std::to_array<EnumLabel>({
    {"void_attendees", "批量注销", "Void"},
    {"upgrade", "升级人员标签", "Upgrade badge type"},
    {"sponsor", "确认代付", "Pay by group"},
    {"decline", "取消代付", "Decline group payment"},
    {"waive_identity", "关闭信息验证", "Waive identity check"},
});
}  // namespace expogate
