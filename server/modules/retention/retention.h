#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/id.h"
#include "base/time.h"
#include "edition/edition.h"
#include "platform/erasure/eraser.h"

/// How long personal data are kept, what is erased when, and the proof of it (RET-01, RET-02).
namespace expogate::retention {

using erasure::Kind;

/// Why a kind of data is held at all, and what allows it, in the words of the fair.
struct Reason {
  std::string purpose_zh, purpose_en, basis_zh, basis_en;
  bool operator==(const Reason&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (purpose_zh, purpose_en, basis_zh, basis_en))

/// A period of an edition: days after the last day of its show.
struct RetentionPeriod : Reason {
  Kind kind = Kind::identity;
  std::optional<int> days;  ///< none set: kept until one is
  std::int64_t version = 0;
  bool operator==(const RetentionPeriod&) const = default;
};
BOOST_DESCRIBE_STRUCT(RetentionPeriod, (Reason), (kind, days, version))

/// When the period is over: the beginning of the day after it.
std::optional<Instant> due_at(const edition::Edition& edition, const RetentionPeriod& period);

inline constexpr int longest_period = 36'500;
inline constexpr std::size_t longest_reason = 300;  ///< characters

inline const ErrorCode period_unknown{"retention.kind_unknown", "没有这类个人信息",
                                      "There is no such category of personal data"};
inline const ErrorCode show_not_over{"retention.show_not_over", "展会尚未结束，不能清除",
                                     "The show is not over yet; nothing can be erased"};
inline const ErrorCode nothing_due{"retention.nothing_due", "没有已到期的个人信息",
                                   "No personal data have expired"};

}  // namespace expogate::retention
