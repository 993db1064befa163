#include "quota/quota_ledger.h"

#include <fmt/format.h>

namespace expogate::quota {
namespace {

constexpr std::string_view unit = "place";

ledger::AccountKey key(const EditionId& edition, BadgeType type, std::string_view holder) {
  return {fmt::format("quota/{}/{}/{}", edition.text, enum_name(type), holder)};
}

}  // namespace

ledger::AccountKey bureau_account(const EditionId& edition, BadgeType type) {
  return key(edition, type, "bureau");
}

ledger::AccountKey group_account(const EditionId& edition, BadgeType type, const TradingGroupId& group) {
  return key(edition, type, "group/" + group.text);
}

ledger::AccountKey organization_account(const OrganizationQuota& quota, BadgeType type) {
  return key(quota.edition_id, type, "organization/" + quota.id.text);
}

ledger::AccountKey person_account(const EditionId& edition, BadgeType type, const std::string& attendee_id) {
  return key(edition, type, "person/" + attendee_id);
}

bool move(db::Tx& tx, const Caller& caller, const Movement& m, Instant now) {
  for (auto& account : {m.from, m.to}) {
    bool is_source = account.text.ends_with("/bureau");
    ledger::open_account(tx, account, unit,
                         is_source ? ledger::Guard::none : ledger::Guard::debits_must_not_exceed_credits,
                         now);
  }
  ledger::Transfer transfer{new_id_text(now), m.from, m.to, m.places, m.reason, m.subject, caller.account};
  return ledger::transfer(tx, transfer, now) == ledger::Result::done;
}

}  // namespace expogate::quota
