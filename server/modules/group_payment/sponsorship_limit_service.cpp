#include "group_payment/sponsorship_limit_service.h"

#include "audit/audit.h"
#include "platform/wire/field_errors.h"

namespace expogate::group_payment {
namespace {

constexpr std::int64_t most_persons = 1'000'000;

struct LimitSnapshot {
  std::optional<std::int64_t> persons;
};
BOOST_DESCRIBE_STRUCT(LimitSnapshot, (), (persons))

void require_sane(std::optional<std::int64_t> persons) {
  if (persons && (*persons < 0 || *persons > most_persons))
    throw ValidationError("persons", wire::field_range, {{"min", 0}, {"max", most_persons}});
}

LimitRow get(db::Tx& tx, const Caller& group, const OrganizationId& id) {
  auto found = store::list_limits_of(tx, group, {id});
  if (found.empty()) throw NotFound();
  return found.front();
}

}  // namespace

Page<LimitRow> SponsorshipLimitService::list(const Caller& group, const LimitFilter& filter,
                                             const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_limits(tx, group, filter, page); });
}

LimitRow SponsorshipLimitService::change(db::Tx& tx, const Caller& group, const LimitRow& before,
                                         std::optional<std::int64_t> persons) {
  if (!store::change_limit(tx, group, before, persons)) throw Stale();
  audit::record(
      tx, group, clock_.now(),
      {"sponsorship_limit_changed", "organization", before.id.text, "设置代付限额 " + before.name_zh,
       audit::snapshot(LimitSnapshot{before.persons}), audit::snapshot(LimitSnapshot{persons})});
  return get(tx, group, before.id);
}

LimitRow SponsorshipLimitService::change(const Caller& group, const OrganizationId& id,
                                         std::optional<std::int64_t> persons, std::int64_t version) {
  require_sane(persons);
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, group, id);
    if (before.version != version) throw Stale();
    return change(tx, group, before, persons);
  });
}

std::vector<wire::BatchOutcome> SponsorshipLimitService::change_many(const Caller& group,
                                                                     const std::vector<OrganizationId>& ids,
                                                                     std::optional<std::int64_t> persons) {
  require_sane(persons);
  wire::require_batch("organizations", ids);
  return database_.write([&](db::Tx& tx) {
    auto found = store::list_limits_of(tx, group, ids);
    return wire::do_each(tx, ids, found, group.locale,
                         [&](const LimitRow& row) { change(tx, group, row, persons); });
  });
}

}  // namespace expogate::group_payment
