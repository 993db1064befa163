#pragma once
#include <algorithm>
#include <vector>

#include "base/error.h"
#include "platform/db/tx.h"

/// One act on several rows, each for itself: what was done, and of which it was not and why (web.md 8.4).
namespace expogate::wire {

constexpr std::size_t longest_batch = 200;

/// What an act on all rows that a filter finds would meet: people see how many, and some of them, before they
/// say yes to that number.
struct SelectionExample {
  std::string number, name_zh, name_en;
};
BOOST_DESCRIBE_STRUCT(SelectionExample, (), (number, name_zh, name_en))
struct SelectionPreview {
  std::int64_t count = 0;
  std::vector<SelectionExample> examples;
};
BOOST_DESCRIBE_STRUCT(SelectionPreview, (), (count, examples))

constexpr int selection_examples = 3;

inline const ErrorCode selection_changed{
    "request.selection_changed", "您确认的是 {confirmed} 条，现在符合条件的有 {count} 条，请核对后重新确认",
    "You confirmed {confirmed} rows, but {count} now match the filters; please check and confirm again"};

/// Throws when a filter finds another number than the one that was confirmed.
inline void require_confirmed(std::int64_t confirmed, std::int64_t count) {
  if (confirmed != count) throw Refusal(selection_changed, {{"confirmed", confirmed}, {"count", count}});
}

/// What became of one row of a batch, and if nothing, why.
struct BatchOutcome {
  std::string id;
  std::string number, name_zh, name_en;
  bool is_done = false;
  std::optional<std::string> reason;  ///< in the caller's language
};
BOOST_DESCRIBE_STRUCT(BatchOutcome, (), (id, number, name_zh, name_en, is_done, reason))

inline const ErrorCode batch_too_long{"request.batch_too_long", "一次最多处理 {max} 条",
                                      "Maximum {max} rows at a time"};

/// Throws when more rows were chosen than one request does. `field` is where they stand in it.
template <class Id>
void require_batch(std::string_view field, const std::vector<Id>& ids) {
  if (ids.size() > longest_batch)
    throw ValidationError(std::string(field), batch_too_long, {{"max", longest_batch}});
}

/// Asks `judge(row)` about each row that was found; it throws a Problem to refuse one, and writes nothing.
template <class Id, class Row, class Judge>
std::vector<BatchOutcome> judge_each(const std::vector<Id>& ids, const std::vector<Row>& found, Locale locale,
                                     Judge&& judge) {
  std::vector<BatchOutcome> outcomes;
  for (auto& id : ids) {
    auto row = std::find_if(found.begin(), found.end(), [&](auto& one) { return one.id == id; });
    if (row == found.end()) {
      outcomes.push_back({id.text, "", "", "", false, message_of(not_found_code, locale)});
      continue;
    }
    BatchOutcome outcome{id.text, row->number, row->name_zh, row->name_en, true, std::nullopt};
    try {
      judge(*row);
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

/// Does `act(row)` for each row that was found, wholly or not at all: a refusal of one keeps no other from it
/// and leaves nothing of what it had begun.
template <class Id, class Row, class Act>
std::vector<BatchOutcome> do_each(db::Tx& tx, const std::vector<Id>& ids, const std::vector<Row>& found,
                                  Locale locale, Act&& act) {
  return judge_each(ids, found, locale, [&](const Row& row) { tx.attempt([&] { act(row); }); });
}

}  // namespace expogate::wire
