#include "group_payment/group_payment_service.h"

#include "audit/audit.h"
#include "base/the_system.h"
#include "platform/wire/field_errors.h"

namespace expogate::group_payment {
namespace {

constexpr std::int64_t most_persons = 1'000'000;

const TradingGroupId& group_of(const Caller& caller) {
  if (caller.scope.level != Scope::Level::group) throw NotAllowed();
  return caller.scope.group;
}

}  // namespace

GroupPayment GroupPaymentService::get_own(const Caller& caller) {
  return database_.read([&](db::Tx& tx) { return store::get(tx, caller.edition, group_of(caller)); });
}

std::vector<GroupPaymentRow> GroupPaymentService::list_statement(const Caller& caller,
                                                                 const GroupPaymentFilter& filter) {
  return database_.read([&](db::Tx& tx) { return store::list_statement(tx, caller, filter); });
}

// GPY-03: called after the row was written: whoever is being saved meanwhile has read it before and is waited
// for and counted, or reads it afterwards.
void GroupPaymentService::refuse_undecided(db::Tx& tx, const EditionId& edition,
                                           const TradingGroupId& group) {
  if (auto count = store::count_undecided(tx, edition, group))
    throw Refusal(undecided_left, {{"count", count}});
}

GroupPayment GroupPaymentService::change(db::Tx& tx, const Caller& caller, const GroupPayment& before,
                                         GroupPayment after, const std::string& summary) {
  if (!store::change(tx, caller.edition, after, before.version)) throw Stale();
  audit::record(tx, caller, clock_.now(),
                {"group_payment_changed", "group_payment", before.trading_group_id.text, summary,
                 audit::snapshot(before), audit::snapshot(after)});
  return store::get(tx, caller.edition, before.trading_group_id);
}

GroupPayment GroupPaymentService::permit(const Caller& bureau, const TradingGroupId& id, bool is_permitted,
                                         std::int64_t version) {
  return database_.write([&](db::Tx& tx) {
    auto group = groups_.find(tx, id);
    if (!group) throw NotFound();
    auto before = store::get(tx, bureau.edition, id);
    if (before.version != version) throw Stale();
    auto after = before;
    after.is_permitted = is_permitted;
    bool is_turned_off = !is_permitted && before.is_on;
    if (is_turned_off) {
      after.is_on = false;
      after.switched_at = clock_.now();
    }
    auto changed = change(tx, bureau, before, after,
                          (is_permitted ? "开通统付权限 " : "收回统付权限 ") + group->name_zh);
    if (is_turned_off) refuse_undecided(tx, bureau.edition, id);
    return changed;
  });
}

GroupPayment GroupPaymentService::turn(const Caller& caller, bool on, const std::string& code) {
  auto& group = group_of(caller);
  accounts_.prove(caller, account::CodePurpose::group_payment, code);
  return database_.write([&](db::Tx& tx) {
    auto before = store::get(tx, caller.edition, group);
    if (!before.is_permitted) throw Refusal(not_permitted);
    if (before.is_on == on) throw Refusal(already_so, {{"state", on ? "开启" : "关闭"}});
    auto after = before;
    after.is_on = on;
    after.switched_at = clock_.now();
    auto changed = change(tx, caller, before, after, on ? "开启统付" : "关闭统付");
    if (!on) refuse_undecided(tx, caller.edition, group);
    return changed;
  });
}

GroupPayment GroupPaymentService::set_default_limit(const Caller& caller,
                                                    std::optional<std::int64_t> persons) {
  if (persons && (*persons < 0 || *persons > most_persons))
    throw ValidationError("persons", wire::field_range, {{"min", 0}, {"max", most_persons}});
  return database_.write([&](db::Tx& tx) {
    auto before = store::get(tx, caller.edition, group_of(caller));
    if (!before.is_permitted) throw Refusal(not_permitted);
    if (before.is_default_set) throw Refusal(default_set);
    auto after = before;
    after.is_default_set = true;
    after.default_limit = persons;
    return change(tx, caller, before, after, "设置默认统付额度");
  });
}

void GroupPaymentService::follow_move(db::Tx& tx, const OrganizationId& id,
                                      attendee::AttendeeService& attendees) {
  auto organization = organization::OrganizationService::get(tx, id);
  bool is_on = organization.trading_group_id &&
               store::is_on(tx, organization.edition_id, *organization.trading_group_id);
  if (!is_on) attendees.leave_to_pay(tx, the_system(), id);
}

bool GroupPaymentService::does_group_decide(db::Tx& tx, const attendee::Attendee& a) {
  // Only the group or subgroup whom the organization belongs to directly (GPY-02).
  bool is_on = a.trading_group_id && store::is_on(tx, a.edition_id, *a.trading_group_id);
  auto sponsorship = a.sponsorship;
  if (!sponsorship && attendee::AttendeeService::was_declined(tx, a))
    sponsorship = attendee::Sponsorship::declined;
  return payer_of({a.state, sponsorship, attendee::is_free(a), is_on}) == Payer::undecided;
}

}  // namespace expogate::group_payment
