#include "badge/desk_service.h"

#include "audit/audit.h"

namespace expogate::badge {
namespace {

/// A document belongs to one active person; voided ones with it are shown too.
constexpr int most_found = 20;

}  // namespace

std::optional<attendee::AttendeeFilter> DeskService::filter_of(db::Tx& tx, const Caller& caller,
                                                               const DeskQuestion& question) {
  attendee::AttendeeFilter filter;
  if (question.code) {
    auto badge = badges_.find_named(tx, caller.edition, *question.code);
    if (!badge) return std::nullopt;
    filter.id = {badge->attendee_id};
  } else if (question.document) {
    filter.document = question.document;
  } else if (question.number) {
    filter.number = question.number;
  } else {
    throw ValidationError("code", desk_question_empty);
  }
  return filter;
}

std::vector<DeskPerson> DeskService::find(const Caller& caller, const DeskQuestion& question) {
  return database_.write([&](db::Tx& tx) {
    std::vector<DeskPerson> people;
    auto filter = filter_of(tx, caller, question);
    if (!filter) return people;
    auto documents = attendees_.document_indexes(*filter);
    for (auto& row : attendee::store::list(tx, caller, *filter, documents, {1, most_found, ""}).items) {
      people.push_back({row, store::list_of(tx, row.id)});
      audit::record(tx, caller, clock_.now(),
                    {"badge_desk_asked", "attendee", row.id.text, "现场领证查询 " + row.number});
    }
    return people;
  });
}

}  // namespace expogate::badge
