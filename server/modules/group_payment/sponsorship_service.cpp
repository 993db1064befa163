#include "group_payment/sponsorship_service.h"

#include "organization/contact_message.h"

namespace expogate::group_payment {
namespace {

using attendee::Attendee;

const messaging::MessageTemplate sponsored_template{
    "people_sponsored", "证件费已由交易团统付", "Your trading group pays for your attendees",
    "【{fair}】贵单位 {count} 名参观人员的证件费已由交易团（分团）统付并提交审核，无需支付。",
    "[{fair}] Your trading group has paid the badge fees of {count} attendee(s), who have been submitted for "
    "review. No payment is due."};
const messaging::MessageTemplate declined_template{
    "people_declined", "请自行支付证件费", "Please pay for your attendees",
    "【{fair}】贵单位 {count} 名参观人员的证件费不由交易团（分团）统付，请登录系统提交办证并支付。",
    "[{fair}] Your trading group will not pay for {count} attendee(s). Please sign in, submit them for "
    "badges and pay."};

/// GPY-02: the group or subgroup whom the organization belongs to decides, nobody above it.
void require_undecided(const Caller& group, const Attendee& a) {
  if (a.trading_group_id != group.scope.group) throw NotFound();
  if (a.state != AttendeeState::awaiting_group) throw Refusal(not_undecided);
}

}  // namespace

template <class Decide>
std::vector<wire::BatchOutcome> SponsorshipService::each(const Caller& group,
                                                         const std::vector<AttendeeId>& ids,
                                                         const messaging::MessageTemplate& text,
                                                         Decide&& decide) {
  return database_.write([&](db::Tx& tx) {
    std::map<OrganizationId, int> counts;
    auto outcomes = wire::do_each(tx, ids, attendees_.list(group, ids), group.locale, [&](const Attendee& a) {
      decide(tx, a);
      ++counts[a.organization_id];
    });
    tell(tx, counts, text);
    return outcomes;
  });
}

void SponsorshipService::tell(db::Tx& tx, const std::map<OrganizationId, int>& counts,
                              const messaging::MessageTemplate& text) {
  for (auto& [id, count] : counts) {
    auto message = organization::message_to(organization::OrganizationService::get(tx, id), cipher_);
    if (!message) continue;
    message->parameters["count"] = std::to_string(count);
    messages_.send_later(tx, *message, text);
  }
}

void SponsorshipService::ask_over_limit(const Caller& group, const std::vector<Attendee>& people) {
  std::map<OrganizationId, std::int64_t> wanted;
  for (auto& a : people)
    if (a.state == AttendeeState::awaiting_group && a.trading_group_id == group.scope.group)
      ++wanted[a.organization_id];
  auto over = database_.read([&](db::Tx& tx) {
    auto rules = store::get(tx, group.edition, group.scope.group);
    std::string names;
    for (auto& [id, count] : wanted) {
      auto so_far = store::get_count(tx, id);
      auto limit = limit_of(rules, so_far.persons);
      if (!limit || so_far.sponsored + count <= *limit) continue;
      names += (names.empty() ? "" : "、") + organization::OrganizationService::get(tx, id).name_zh;
    }
    return names;
  });
  if (!over.empty()) throw Refusal(over_limit, {{"organizations", over}});
}

void SponsorshipService::sponsor_one(db::Tx& tx, const Caller& group, const Attendee& a, bool is_confirmed) {
  require_undecided(group, a);
  auto organization = organization::OrganizationService::get(tx, a.organization_id);
  if (organization.state != organization::OrganizationState::approved) throw Refusal(organization_not_yet);
  auto rules = store::get(tx, group.edition, group.scope.group);
  auto limit = limit_of(rules, store::get_count(tx, a.organization_id).persons);
  // Counted by the statement itself: of two who take the last one, one is asked.
  if (!store::count_sponsored(tx, group.edition, group.scope.group, a.organization_id,
                              is_confirmed ? std::nullopt : limit))
    throw Refusal(over_limit, {{"organizations", organization.name_zh}});
  attendees_.sponsor(tx, group, a);
}

void SponsorshipService::decline_one(db::Tx& tx, const Caller& group, const Attendee& a) {
  require_undecided(group, a);
  attendees_.decline(tx, group, a);
}

std::vector<wire::BatchOutcome> SponsorshipService::sponsor(const Caller& group,
                                                            const std::vector<AttendeeId>& ids,
                                                            bool is_confirmed) {
  if (group.scope.level != Scope::Level::group) throw NotAllowed();
  wire::require_batch("attendees", ids);
  if (!is_confirmed) ask_over_limit(group, attendees_.list(group, ids));
  return each(group, ids, sponsored_template,
              [&](db::Tx& tx, const Attendee& a) { sponsor_one(tx, group, a, is_confirmed); });
}

std::vector<wire::BatchOutcome> SponsorshipService::decline(const Caller& group,
                                                            const std::vector<AttendeeId>& ids) {
  if (group.scope.level != Scope::Level::group) throw NotAllowed();
  wire::require_batch("attendees", ids);
  return each(group, ids, declined_template,
              [&](db::Tx& tx, const Attendee& a) { decline_one(tx, group, a); });
}

}  // namespace expogate::group_payment
