#include "attendee/attendee_mailing_service.h"

#include <map>

#include "attendee/attendee_batch.h"
#include "attendee/attendee_store.h"
#include "base/localized.h"
#include "platform/crypto/unreadable.h"

namespace expogate::attendee {
namespace {

/// Without an address for whoever was removed while the mails were written.
messaging::Recipient recipient_of(const AttendeeRow& row, const std::string& email) {
  auto locale = row.region_type == RegionType::foreign ? Locale::en : Locale::zh_cn;
  auto name = [&](Locale in) { return localized(in, row.name_zh, row.name_en); };
  return {std::to_string(row.serial),
          name(Locale::zh_cn),
          email,
          localized(locale, row.organization_name_zh, row.organization_name_en),
          name(locale),
          locale};
}

}  // namespace

void AttendeeMailingService::offer() {
  mailings_.offer(
      std::string(list_kind),
      {"attendee", Permission::see_attendees,
       [this](const Caller& caller, const std::string& parameters) {
         return count(caller, wire::from_json<AttendeeFilter>(parameters));
       },
       [this](const Caller& caller, const std::string& parameters, const std::string& after, int limit) {
         return list_recipients(caller, wire::from_json<AttendeeFilter>(parameters), after, limit);
       }});
}

messaging::NewMailing AttendeeMailingService::order(const Caller& caller, const AttendeeFilter& filter,
                                                    const messaging::MailingText& text) {
  return {std::string(list_kind), wire::to_json(filter), text, groups_.sender_name(caller), 0};
}

messaging::MailingPreview AttendeeMailingService::preview(const Caller& caller, const AttendeeFilter& filter,
                                                          const messaging::MailingText& text) {
  return mailings_.preview(caller, order(caller, filter, text));
}

messaging::Mailing AttendeeMailingService::add(const Caller& caller, const AttendeeFilter& filter,
                                               const messaging::MailingText& text, std::int64_t confirmed) {
  auto wanted = order(caller, filter, text);
  wanted.confirmed_count = confirmed;
  return database_.write([&](db::Tx& tx) { return mailings_.add_mailing(tx, caller, wanted); });
}

std::int64_t AttendeeMailingService::count(const Caller& caller, const AttendeeFilter& filter) {
  return database_.read([&](db::Tx& tx) {
    return store::extent_of(tx, caller, filter, attendees_.document_indexes(filter)).count;
  });
}

std::vector<messaging::Recipient> AttendeeMailingService::list_recipients(const Caller& caller,
                                                                          const AttendeeFilter& filter,
                                                                          const std::string& after,
                                                                          int limit) {
  return database_.read([&](db::Tx& tx) {
    // A serial number says where to go on, even when its person has been removed.
    std::int64_t last = after.empty() ? 0 : std::stoll(after);
    auto rows = store::list_piece(tx, caller, filter, attendees_.document_indexes(filter), last, limit);
    std::vector<AttendeeId> ids;
    for (auto& row : rows) ids.push_back(row.id);
    std::map<AttendeeId, std::string> emails;
    for (auto& a : store::list_by_ids(tx, caller.scope, ids))
      emails[a.id] = readable([&] { return open_personal_data(a, cipher_).email; });
    std::vector<messaging::Recipient> recipients;
    for (auto& row : rows) recipients.push_back(recipient_of(row, emails[row.id]));
    return recipients;
  });
}

}  // namespace expogate::attendee
