#pragma once
#include <vector>

#include "badge/badge.h"
#include "base/page.h"
#include "base/reach.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

namespace expogate::badge {

/// The filters of the badge list.
struct BadgeFilter {
  std::vector<BadgeState> state;
  std::vector<BadgeKind> kind;
  std::vector<edition::BadgeType> badge_type;
  std::optional<attendee::Collection> collection;
  std::optional<wire::Text<1, 60>> number;        ///< as it stands on the badge
  std::optional<wire::Text<1, 60>> name;          ///< part of a name
  std::optional<wire::Text<1, 60>> organization;  ///< part of a name, or a USCC
  std::optional<OrganizationId> organization_id;
  std::optional<BatchId> batch_id;
  std::optional<ParcelId> parcel_id;
};
BOOST_DESCRIBE_STRUCT(BadgeFilter, (),
                      (state, kind, badge_type, collection, number, name, organization, organization_id,
                       batch_id, parcel_id))

struct BadgeRow : Badge {
  std::string attendee_number;
  std::optional<std::int64_t> batch_serial, parcel_serial;
};
BOOST_DESCRIBE_STRUCT(BadgeRow, (Badge), (attendee_number, batch_serial, parcel_serial))

namespace store {

std::optional<Badge> find(db::Tx& tx, const Scope& scope, const BadgeId& id);
Badge get(db::Tx& tx, const Scope& scope, const BadgeId& id);
/// The one badge of a person that is not revoked.
std::optional<Badge> find_current(db::Tx& tx, const AttendeeId& attendee);
/// All badges that a person has had, the newest first.
std::vector<Badge> list_of(db::Tx& tx, const AttendeeId& attendee);
/// What a scanned code names in an edition: the badge that holds, or else one that was revoked.
std::optional<Badge> find_by_code(db::Tx& tx, const EditionId& edition, int code_edition_number,
                                  std::int64_t code_serial);
/// Whether an edition has ever issued a badge with this serial.
bool was_issued(db::Tx& tx, int edition_number, std::int64_t serial);
Page<BadgeRow> list(db::Tx& tx, const Caller& caller, const BadgeFilter& filter, const PageRequest& page);
/// Those of a filter that wait for a batch, in the order in which they are printed.
std::vector<Badge> list_awaiting(db::Tx& tx, const Caller& caller, const BadgeFilter& filter, int limit);
/// A piece of a batch in the order in which it is printed, behind the place that was read last.
std::vector<Badge> list_of_batch(db::Tx& tx, const BatchId& batch, std::int64_t after_place, int limit);
/// Whoever has not heard of a finished badge.
std::vector<Badge> list_untold(db::Tx& tx, const BatchId& batch, int limit);

std::int64_t next_serial(db::Tx& tx);
void add(db::Tx& tx, const Badge& badge);

// A state changes only by compare-and-set; these are false, or count fewer, when somebody was faster.

/// Of a badge that still waits.
bool change_face(db::Tx& tx, const BadgeId& id, const BadgeFace& face);
bool make(db::Tx& tx, const BadgeId& id, Instant now);
bool hand_over(db::Tx& tx, const BadgeId& id, Instant now);
bool revoke(db::Tx& tx, const BadgeId& id, RevokedReason reason, Instant now);
/// Gives these badges their places in a batch; those that wait no more are left out.
int put_in_batch(db::Tx& tx, const BatchId& batch, const std::vector<BadgeId>& ids, Instant now);
void take_out_of_batch(db::Tx& tx, const BatchId& batch);
int finish_batch(db::Tx& tx, const BatchId& batch, Instant now);
void note_told(db::Tx& tx, const BadgeId& id, Instant now);

}  // namespace store
}  // namespace expogate::badge
