#pragma once
#include <algorithm>
#include <vector>

#include "attendee/attendee.h"

namespace expogate::attendee {

constexpr std::size_t longest_batch = 200;

/// What became of one row of a batch, and if nothing, why.
struct BatchOutcome {
  AttendeeId id;
  std::string number, name_zh, name_en;
  bool is_done = false;
  std::optional<std::string> reason;  ///< in the caller's language
};
BOOST_DESCRIBE_STRUCT(BatchOutcome, (), (id, number, name_zh, name_en, is_done, reason))

inline const ErrorCode batch_too_long{"attendee.batch_too_long", "一次最多处理 {max} 人",
                                      "At most {max} people at a time"};

/// Does `act` for each row that was found; a refusal of one keeps no other from it. `act` throws Problem.
template <class Row, class Act>
std::vector<BatchOutcome> each_of(const std::vector<AttendeeId>& ids, const std::vector<Row>& found,
                                  Locale locale, Act&& act) {
  std::vector<BatchOutcome> outcomes;
  for (auto& id : ids) {
    auto a = std::find_if(found.begin(), found.end(), [&](auto& one) { return one.id == id; });
    if (a == found.end()) {
      outcomes.push_back({id, "", "", "", false, message_of(not_found_code, locale)});
      continue;
    }
    BatchOutcome outcome{id, a->number, a->name_zh, a->name_en, true, std::nullopt};
    try {
      act(*a);
    } catch (const ValidationError& wrong) {
      outcome.is_done = false;
      auto& first = wrong.fields().front();
      outcome.reason = message_of(*first.code, locale, first.details);
    } catch (const Problem& problem) {
      outcome.is_done = false;
      outcome.reason = message_of(problem.code(), locale, problem.details());
    }
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace expogate::attendee
