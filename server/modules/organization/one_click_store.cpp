#include "organization/one_click.h"

namespace expogate::organization::store {
namespace {

// $1: this edition, $2: the last one, $3: now.
constexpr std::string_view invitable =
    "from organizations p where p.edition_id = $2 and p.state = 'approved' and p.contact_email_sealed is not "
    "null "
    "and not exists (select 1 from organizations o where o.edition_id = $1 and o.account_id = p.account_id) "
    "and not exists (select 1 from one_click_links l where l.edition_id = $1 and l.past_organization_id = "
    "p.id "
    "and l.state = 'sent' and l.expires_at > $3)";

}  // namespace

std::vector<OrganizationId> list_invitable(db::Tx& tx, const EditionId& edition, const EditionId& past,
                                           const OrganizationId& after, Instant now, int limit) {
  return tx.query<OrganizationId>(
      "select p.id " + std::string(invitable) + " and p.id > $4 order by p.id limit $5", edition, past, now,
      after, limit);
}

OneClickCounts count_links(db::Tx& tx, const EditionId& edition, const EditionId& past, Instant now) {
  OneClickCounts counts;
  counts.invitable = tx.value<std::int64_t>("select count(*) " + std::string(invitable), edition, past, now);
  counts.sent = tx.value<std::int64_t>(
      "select count(*) from one_click_links where edition_id = $1 and state = 'sent' and expires_at > $2",
      edition, now);
  counts.used = tx.value<std::int64_t>(
      "select count(*) from one_click_links where edition_id = $1 and state = 'used'", edition);
  counts.expired = tx.value<std::int64_t>(
      "select count(*) from one_click_links where edition_id = $1 and state = 'sent' and expires_at <= $2",
      edition, now);
  return counts;
}

void replace_links(db::Tx& tx, const EditionId& edition, const OrganizationId& past_organization) {
  tx.exec(
      "update one_click_links set state = 'replaced' where edition_id = $1 and past_organization_id = $2 and "
      "state = 'sent'",
      edition, past_organization);
}

void add_link(db::Tx& tx, const OneClickLink& l) {
  tx.exec(R"(
      insert into one_click_links (id, edition_id, past_organization_id, token_hash, state, sent_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7))",
          l.id, l.edition_id, l.past_organization_id, l.token_hash, l.state, l.sent_at, l.expires_at);
}

std::optional<OneClickLink> find_link(db::Tx& tx, std::string_view token_hash, Instant now) {
  return tx.one<OneClickLink>(R"(
      select id, edition_id, past_organization_id, token_hash, state, sent_at, expires_at, used_at, organization_id
      from one_click_links where token_hash = $1 and state = 'sent' and expires_at > $2)",
                              token_hash, now);
}

bool use_link(db::Tx& tx, const OneClickLinkId& id, Instant now) {
  return tx.exec("update one_click_links set state = 'used', used_at = $2 where id = $1 and state = 'sent'",
                 id, now) == 1;
}

void note_registration(db::Tx& tx, const OneClickLinkId& id, const OrganizationId& organization) {
  tx.exec("update one_click_links set organization_id = $2 where id = $1", id, organization);
}

}  // namespace expogate::organization::store
