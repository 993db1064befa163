#pragma once
#include "account/consent.h"
#include "attendee/attendee.h"
#include "platform/db/tx.h"

/// The link by which colleagues add themselves to their organization's people, to be confirmed by its contact
/// (ORG-11).
namespace expogate::attendee {

using ColleagueLinkId = Id<struct ColleagueLinkNoun>;

struct ColleagueLink {
  ColleagueLinkId id;
  OrganizationId organization_id;
  std::string token_hash;    ///< by which it is found
  std::string token_sealed;  ///< so that the contact is shown it again
  Instant created_at;
  std::int64_t joined_count = 0;
};
BOOST_DESCRIBE_STRUCT(ColleagueLink, (),
                      (id, organization_id, token_hash, token_sealed, created_at, joined_count))

/// So many people of one organization wait for its confirmation at most: a link that went astray fills no
/// lists.
constexpr std::int64_t most_pending = 500;
/// And so many photos belong to nobody yet.
constexpr std::int64_t most_loose_photos = 1000;

inline const ErrorCode colleagues_full{
    "colleague.full", "贵单位待确认的人员较多，暂不能继续填写。请告知单位联络员先确认，稍后再试",
    "Too many colleagues are awaiting confirmation by your organization. Please ask its contact to confirm "
    "them, then try again"};

namespace store {

/// The open link of an organization, which has one at most.
std::optional<ColleagueLink> find_open_link(db::Tx& tx, const OrganizationId& organization);
std::optional<ColleagueLink> find_open_link_by_token(db::Tx& tx, std::string_view token_hash);
void add_link(db::Tx& tx, const ColleagueLink& link);
/// False when there was none.
bool close_link(db::Tx& tx, const OrganizationId& organization);
/// Counts somebody in, unless the link has been closed: whoever closes it meanwhile waits, or was first.
bool note_joined(db::Tx& tx, const ColleagueLinkId& id);

std::int64_t count_pending(db::Tx& tx, const OrganizationId& organization);
/// Photos of an organization that nobody is shown with.
std::int64_t count_loose_photos(db::Tx& tx, const OrganizationId& organization);

/// What somebody without an account has agreed to.
void add_consent(db::Tx& tx, const AttendeeId& id, const account::Consent& consent, const std::string& ip);

}  // namespace store
}  // namespace expogate::attendee
