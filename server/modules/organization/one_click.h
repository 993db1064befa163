#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "organization/organization.h"
#include "platform/db/tx.h"

/// One-click registration (一键注册): past contacts get a personal link by mail; following it shows last
/// edition's data, confirming submits them (ORG-10).
namespace expogate::organization {

using OneClickLinkId = Id<struct OneClickLinkNoun>;

enum class LinkState { sent, used, replaced };
BOOST_DESCRIBE_ENUM(LinkState, sent, used, replaced)

struct OneClickLink {
  OneClickLinkId id;
  EditionId edition_id;
  OrganizationId past_organization_id;
  std::string token_hash;
  LinkState state = LinkState::sent;
  Instant sent_at, expires_at;
  std::optional<Instant> used_at;
  std::optional<OrganizationId> organization_id;
};
BOOST_DESCRIBE_STRUCT(OneClickLink, (),
                      (id, edition_id, past_organization_id, token_hash, state, sent_at, expires_at, used_at,
                       organization_id))

/// How the invitations of an edition stand.
struct OneClickCounts {
  std::int64_t invitable = 0, sent = 0, used = 0, expired = 0;
};
BOOST_DESCRIBE_STRUCT(OneClickCounts, (), (invitable, sent, used, expired))

constexpr Duration one_click_lifetime = days(30);

inline const ErrorCode link_invalid{
    "one_click.link_invalid", "链接无效、已使用或已过期，请以往届账号登录后注册",
    "The link is invalid, used or expired; please sign in with your existing account to register"};
inline const ErrorCode data_incomplete{
    "one_click.data_incomplete", "往届信息需要补充后才能提交，请以往届账号登录完善",
    "The details from the previous edition need to be completed; please sign in with your existing account"};

namespace store {

/// Past organizations that were approved in the last edition, have an e-mail, are not registered in this one
/// and have no link that is still good; behind an id, in order.
std::vector<OrganizationId> list_invitable(db::Tx& tx, const EditionId& edition, const EditionId& past,
                                           const OrganizationId& after, Instant now, int limit);
OneClickCounts count_links(db::Tx& tx, const EditionId& edition, const EditionId& past, Instant now);
/// Ends links that went before to the same organization.
void replace_links(db::Tx& tx, const EditionId& edition, const OrganizationId& past_organization);
void add_link(db::Tx& tx, const OneClickLink& link);
std::optional<OneClickLink> find_link(db::Tx& tx, std::string_view token_hash, Instant now);
/// Compare-and-set: a link works once. Whoever comes second waits for the first one's transaction.
bool use_link(db::Tx& tx, const OneClickLinkId& id, Instant now);
void note_registration(db::Tx& tx, const OneClickLinkId& id, const OrganizationId& organization);

}  // namespace store
}  // namespace expogate::organization
