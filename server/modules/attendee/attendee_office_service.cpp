#include "attendee/attendee_office_service.h"

#include "attendee/attendee_store.h"
#include "audit/audit.h"

namespace expogate::attendee {

Page<AttendeeRow> AttendeeOfficeService::list(const Caller& caller, const AttendeeFilter& filter,
                                              const PageRequest& page) {
  return database_.read(
      [&](db::Tx& tx) { return store::list(tx, caller, filter, attendees_.document_indexes(filter), page); });
}

AttendeeDetail AttendeeOfficeService::get_detail(const Caller& caller, const AttendeeId& id) {
  auto rules = editions_.get_edition(caller.edition);
  return database_.read([&](db::Tx& tx) { return detail_of(tx, caller, id, rules); });
}

AttendeeDetail AttendeeOfficeService::get_own_detail(const Caller& caller, const AttendeeId& id) {
  auto as_owner = caller;
  as_owner.scope.organization =
      database_.read([&](db::Tx& tx) { return organization::OrganizationService::get_own(tx, caller).id; });
  auto detail = get_detail(as_owner, id);
  // Its people read what was decided and why, not who of the office did it.
  for (auto& entry : detail.history) entry.actor_name.clear();
  return detail;
}

std::string AttendeeOfficeService::get_photo(const Caller& caller, const AttendeeId& id) {
  auto attendee = database_.read([&](db::Tx& tx) { return store::get(tx, caller.scope, id); });
  if (!attendee.photo_id) throw NotFound();
  return photos_.get(*attendee.photo_id);
}

PersonalData AttendeeOfficeService::unmask(const Caller& caller, const AttendeeId& id,
                                           const std::string& reason) {
  return database_.write([&](db::Tx& tx) {
    auto a = store::get(tx, caller.scope, id);
    audit::record(
        tx, caller, clock_.now(),
        {"attendee_unmasked", "attendee", id.text, "查看人员完整信息 " + a.number + "，理由：" + reason});
    return open_personal_data(a, cipher_);
  });
}

}  // namespace expogate::attendee
