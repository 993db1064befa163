#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/caller.h"
#include "base/page.h"
#include "platform/db/tx.h"
#include "platform/wire/codec.h"

/// Who did what to which thing, from where and when: one line for each write and each unmasking (ACC-08).
namespace expogate::audit {

/// One line as the caller's module states it. `before` and `after` are JSON without personal data in the
/// clear.
struct Line {
  std::string action;        ///< `window_changed`: past tense, like a fact
  std::string subject_kind;  ///< `edition_window`
  std::string subject_id;
  std::string summary;  ///< for people, in the fair's language
  std::string before = "null";
  std::string after = "null";
};

/// Writes the line in the transaction of the change itself.
void record(db::Tx& tx, const Caller& caller, Instant now, const Line& line);

/// Before and after of a described struct.
template <class T>
std::string snapshot(const T& value) {
  return wire::to_json(value);
}

struct Entry {
  std::string id;
  Instant at;
  std::string actor_id, actor_name, ip, request_id, action, subject_kind, subject_id, summary, before_json,
      after_json;
  std::optional<std::int64_t> seq;
  std::optional<std::string> hash;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (id, at, actor_id, actor_name, ip, request_id, action, subject_kind, subject_id,
                       summary, before_json, after_json, seq, hash))

struct Filter {
  std::optional<std::string> actor, action, subject;
  std::optional<CivilDate> from_on, to_on;
};
Page<Entry> list(db::Tx& tx, const Filter& filter, const PageRequest& page);

}  // namespace expogate::audit
