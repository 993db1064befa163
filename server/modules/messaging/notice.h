#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"
#include "base/transitions.h"

/// What the bureau tells everybody or one audience inside the system, with read state (GRP-02).
namespace expogate::messaging {

using NoticeId = Id<struct NoticeNoun>;

enum class NoticeLevel { info, important };
BOOST_DESCRIBE_ENUM(NoticeLevel, info, important)

enum class Audience { everyone, groups, subgroups, visitors };
BOOST_DESCRIBE_ENUM(Audience, everyone, groups, subgroups, visitors)

enum class NoticeState { draft, published, withdrawn };
BOOST_DESCRIBE_ENUM(NoticeState, draft, published, withdrawn)

enum class NoticeAction { publish, withdraw };
BOOST_DESCRIBE_ENUM(NoticeAction, publish, withdraw)

using enum NoticeState;
constexpr auto notice_transitions = std::to_array<Transition<NoticeState, NoticeAction>>({
    {draft, NoticeAction::publish, published},
    {withdrawn, NoticeAction::publish, published},
    {published, NoticeAction::withdraw, withdrawn},
});
static_assert(has_no_duplicates(notice_transitions));

struct Notice {
  NoticeId id;
  std::string title_zh, title_en, body_zh, body_en;
  NoticeLevel level = NoticeLevel::info;
  Audience audience = Audience::everyone;
  NoticeState state = NoticeState::draft;
  std::optional<Instant> published_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (id, title_zh, title_en, body_zh, body_en, level, audience, state, published_at,
                       version))

struct NoticeFilter {
  std::optional<NoticeState> state;
  std::optional<NoticeId> id;
};

/// A notice in the bureau's list: with how many have read it.
struct NoticeRow : Notice {
  std::int64_t reads = 0;
};
BOOST_DESCRIBE_STRUCT(NoticeRow, (Notice), (reads))

/// A notice as its reader sees it.
struct ReadableNotice {
  NoticeId id;
  std::string title_zh, title_en, body_zh, body_en;
  NoticeLevel level = NoticeLevel::info;
  Instant published_at;
  std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(ReadableNotice, (),
                      (id, title_zh, title_en, body_zh, body_en, level, published_at, read_at))

inline const ErrorCode notice_state_wrong{"notice.state_wrong", "通知当前状态为“{state}”，不能执行此操作",
                                          "Not possible while the notice is {state}"};
inline const ErrorCode notice_published{"notice.published", "已发布的通知请先撤回再修改",
                                        "Please withdraw the published notice before editing it"};

}  // namespace expogate::messaging

namespace expogate {
template <>
inline constexpr auto enum_labels<messaging::NoticeLevel> = std::to_array<EnumLabel>({
    {"info", "一般", "Information"},
    {"important", "重要", "Important"},
});
template <>
inline constexpr auto enum_labels<messaging::Audience> = std::to_array<EnumLabel>({
    {"everyone", "全部", "Everyone"},
    {"groups", "交易团及分团", "Groups and subgroups"},
    {"subgroups", "分团", "Subgroups"},
    {"visitors", "专业观众单位", "Visitors"},
});
template <>
inline constexpr auto enum_labels<messaging::NoticeState> = std::to_array<EnumLabel>({
    {"draft", "草稿", "Draft"},
    {"published", "已发布", "Published"},
    {"withdrawn", "已撤回", "Withdrawn"},
});
}  // namespace expogate
