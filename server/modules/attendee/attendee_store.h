#pragma once
#include <optional>
#include <vector>

#include "attendee/attendee.h"
#include "base/reach.h"
#include "platform/db/tx.h"

namespace expogate::attendee::store {

/// What a caller reaches of the attendees, `a` in a statement.
Reach reach_of(const Scope& scope);

/// The attendee, if the caller reaches it.
std::optional<Attendee> find(db::Tx& tx, const Scope& scope, const AttendeeId& id);
Attendee get(db::Tx& tx, const Scope& scope, const AttendeeId& id);
/// Those of these ids that the caller reaches, with one statement.
std::vector<Attendee> list_by_ids(db::Tx& tx, const Scope& scope, const std::vector<AttendeeId>& ids);

/// An organization's people who wait for their group's decision.
std::vector<Attendee> list_awaiting_group(db::Tx& tx, const OrganizationId& organization);

std::int64_t next_serial(db::Tx& tx);
void add(db::Tx& tx, const Attendee& attendee);

/// Sets a group's decision once; false when there is one already.
/// GPY-02: a decision of this edition against a person, whoever adds the person again.
void note_declined(db::Tx& tx, const EditionId& edition, const std::string& document_index, Instant now);
bool was_declined(db::Tx& tx, const EditionId& edition, const std::string& document_index);
/// Of these people, those whose review ended in a rejection, also when their group has voided them since.
std::vector<AttendeeId> list_rejected(db::Tx& tx, const std::vector<AttendeeId>& ids);
bool decide_sponsorship(db::Tx& tx, const AttendeeId& id, Sponsorship sponsorship,
                        const TradingGroupId& group, Instant now);

/// Writes everything but the state's dates; false when it has changed since `version_read`.
bool change(db::Tx& tx, const Attendee& attendee, std::int64_t version_read);

/// A state changes only by compare-and-set; false when it is no longer `from`, or of another version;
/// whoever failed the identity check is not approved.
bool change_state(db::Tx& tx, const AttendeeId& id, AttendeeState from, AttendeeState to, Instant now,
                  std::optional<std::int64_t> version_read = {});

/// Makes whoever read it before read it again; false when somebody else was faster.
bool touch(db::Tx& tx, const AttendeeId& id, AttendeeState state, std::int64_t version_read);

/// For good, with its history.
bool remove(db::Tx& tx, const AttendeeId& id, std::int64_t version_read, std::int64_t serial);

/// All people of an organization follow it to another group (GRP-03).
void follow_organization(db::Tx& tx, const OrganizationId& organization);

}  // namespace expogate::attendee::store
