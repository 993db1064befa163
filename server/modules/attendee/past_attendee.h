#pragma once
#include "attendee/attendee.h"
#include "attendee/badge_reuse.h"
#include "base/allowed_action.h"
#include "base/caller.h"
#include "base/page.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// 往届专业观众人员: people whom the contact's organizations of past editions had (ATT-06). They are only
/// read.
namespace expogate::attendee {

struct PastAttendeeFilter {
  std::optional<EditionId> edition_id;
  std::optional<wire::Text<1, 40>> document;  ///< whole: what is sealed is found by its index
  std::optional<wire::Text<1, 60>> name;      ///< part of a name
  std::optional<bool> has_applied;            ///< is registered by this organization now
  std::vector<AttendeeId> id;                 ///< chosen rows
};
BOOST_DESCRIBE_STRUCT(PastAttendeeFilter, (), (edition_id, document, name, has_applied, id))

struct PastAttendeeRow {
  AttendeeId id;
  std::int64_t serial = 0;
  std::string number, name_zh, name_en;
  std::optional<Gender> gender;
  std::optional<DocumentType> document_type;
  std::string document_masked, position;
  BadgeType badge_type = BadgeType::professional;
  AttendeeState state = AttendeeState::draft;  ///< then
  std::optional<FileId> photo_id;
  EditionId edition_id;
  int edition_number = 0;
  std::string edition_zh, edition_en, organization_zh, organization_en;
  bool is_public_days = false;
  std::optional<AttendeeState> applied_state;  ///< of the same person in this edition; none: not applied for
};
BOOST_DESCRIBE_STRUCT(PastAttendeeRow, (),
                      (id, serial, number, name_zh, name_en, gender, document_type, document_masked, position,
                       badge_type, state, photo_id, edition_id, edition_number, edition_zh, edition_en,
                       organization_zh, organization_en, is_public_days, applied_state))

/// A row with what can be done: `apply` (重新申办), `reuse` (证件复用).
struct PastAttendeeListRow : PastAttendeeRow {
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(PastAttendeeListRow, (PastAttendeeRow), (allowed_actions))

inline const ErrorCode past_applied{"past_attendee.applied", "该人员本届已申办",
                                    "This attendee has already applied for this edition"};

namespace store {

/// Whose people: the account's, which runs one organization in each edition, before this one.
struct PastReach {
  AccountId account;
  EditionId edition;
  int edition_number = 0;
  OrganizationId organization;  ///< of this edition
};

Page<PastAttendeeRow> list_past(db::Tx& tx, const PastReach& reach, const PastAttendeeFilter& filter,
                                const std::vector<std::string>& documents, const PageRequest& page);
/// Those of these ids whom the account had.
std::vector<PastAttendeeRow> list_past(db::Tx& tx, const PastReach& reach,
                                       const std::vector<AttendeeId>& ids);
/// Somebody active has this document in the edition, whoever's it is (ATT-03).
bool is_document_taken(db::Tx& tx, const EditionId& edition, const std::string& document_index,
                       const std::string& issuing_country);

}  // namespace store
}  // namespace expogate::attendee
