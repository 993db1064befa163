#include "attendee/colleague_link.h"

#include <fmt/format.h>

namespace expogate::attendee::store {
namespace {

std::optional<ColleagueLink> find_open(db::Tx& tx, std::string_view column, std::string_view value) {
  return tx.one<ColleagueLink>(fmt::format(R"(
      select id, organization_id, token_hash, token_sealed, created_at, joined_count
      from colleague_links where {} = $1 and state = 'open')",
                                           column),
                               value);
}

}  // namespace

std::optional<ColleagueLink> find_open_link(db::Tx& tx, const OrganizationId& organization) {
  return find_open(tx, "organization_id", organization.text);
}

std::optional<ColleagueLink> find_open_link_by_token(db::Tx& tx, std::string_view token_hash) {
  return find_open(tx, "token_hash", token_hash);
}

void add_link(db::Tx& tx, const ColleagueLink& l) {
  tx.exec(R"(
      insert into colleague_links (id, organization_id, token_hash, token_sealed, state, created_at, joined_count)
      values ($1, $2, $3, $4, 'open', $5, $6))",
          l.id, l.organization_id, l.token_hash, l.token_sealed, l.created_at, l.joined_count);
}

bool close_link(db::Tx& tx, const OrganizationId& organization) {
  return tx.exec("update colleague_links set state = 'closed' where organization_id = $1 and state = 'open'",
                 organization) == 1;
}

bool note_joined(db::Tx& tx, const ColleagueLinkId& id) {
  return tx.exec(
             "update colleague_links set joined_count = joined_count + 1 where id = $1 and state = 'open'",
             id) == 1;
}

std::int64_t count_pending(db::Tx& tx, const OrganizationId& organization) {
  return tx.value<std::int64_t>(
      "select count(*) from attendees where organization_id = $1 and state = 'pending_confirmation'",
      organization);
}

std::int64_t count_loose_photos(db::Tx& tx, const OrganizationId& organization) {
  return tx.value<std::int64_t>(R"(
      select count(*) from attendee_photos p where p.organization_id = $1
      and not exists (select 1 from attendees a where a.photo_id = p.file_id))",
                                organization);
}

void add_consent(db::Tx& tx, const AttendeeId& id, const account::Consent& consent, const std::string& ip) {
  tx.exec(R"(
      insert into attendee_consents (attendee_id, document, document_version, given_at, ip)
      values ($1, $2, $3, $4, $5))",
          id, consent.document, consent.document_version, consent.given_at, ip);
}

}  // namespace expogate::attendee::store
