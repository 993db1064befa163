#include "own_data/own_data_service.h"

#include "account/personal_data.h"
#include "attendee/people_of.h"
#include "audit/audit.h"
#include "edition/region.h"
#include "messaging/erasure.h"
#include "organization/contact_message.h"
#include "organization/erasure.h"
#include "platform/db/refusing_taken.h"

namespace expogate::own_data {
namespace {

using attendee::AttendeeService;
using organization::OrganizationService;

constexpr int at_once = 100;

const messaging::MessageTemplate granted_template{
    "data_request_granted", "个人信息申请已办理", "Your request about personal data was granted",
    "【{fair}】您提交的个人信息{kind}申请已办理。{opinion}",
    "[{fair}] Your personal data request ({kind}) has been approved. {opinion}"};
const messaging::MessageTemplate refused_template{
    "data_request_refused", "个人信息申请未同意", "Your request about personal data was refused",
    "【{fair}】您提交的个人信息{kind}申请未同意，原因：{opinion}",
    "[{fair}] Your personal data request ({kind}) has been rejected. Reason: {opinion}"};

/// Every page of a list.
template <class Row, class List>
std::vector<Row> all_of(List&& list) {
  std::vector<Row> rows;
  for (int page = 1;; ++page) {
    auto some = list(PageRequest{page, at_once, ""});
    rows.insert(rows.end(), some.items.begin(), some.items.end());
    if (int(some.items.size()) < at_once) return rows;
  }
}

/// On paper a street stands behind its province, city and district.
OwnData with_regions(db::Tx& tx, const Caller& caller, OwnData data) {
  auto whole = [&](const edition::RegionCodes& codes, const std::string& street) {
    return edition::whole_address(edition::region_words(tx, caller.edition, codes, caller.locale), street,
                                  caller.locale);
  };
  auto& o = data.organization;
  o.address = whole({o.province_code, o.city_code, o.district_code}, o.address);
  for (auto& a : data.courier_addresses)
    a.address = whole({a.province_code, a.city_code, a.district_code}, a.address);
  return data;
}

}  // namespace

std::vector<OwnPerson> OwnDataService::people_of(const Caller& owner) {
  auto rows = all_of<attendee::AttendeeRow>(
      [&](const PageRequest& page) { return parts_.attendees.list_own(owner, {}, page); });
  std::vector<OwnPerson> people;
  for (std::size_t begin = 0; begin < rows.size(); begin += at_once) {
    std::vector<attendee::AttendeeId> ids;
    for (auto i = begin; i < std::min(rows.size(), begin + at_once); ++i) ids.push_back(rows[i].id);
    for (auto& a : parts_.attendees.list(owner, ids)) {
      OwnPerson person;
      static_cast<attendee::AttendeeForm&>(person) = attendee::form_of(a, parts_.cipher);
      person.number = a.number;
      person.state = a.state;
      person.created_at = a.created_at;
      people.push_back(person);
    }
  }
  return people;
}

std::vector<OwnOrder> OwnDataService::orders_of(const Caller& owner) {
  std::vector<OwnOrder> orders;
  for (auto& o : all_of<order::OrderRow>(
           [&](const PageRequest& page) { return parts_.orders.list_own(owner, {}, page); }))
    orders.push_back({o.number, o.state, o.persons, o.total_fen, o.refunded_fen, o.created_at, o.paid_at});
  return orders;
}

std::vector<OwnCourierAddress> OwnDataService::addresses_of(const Caller& owner) {
  std::vector<OwnCourierAddress> addresses;
  for (auto& a : parts_.courier_addresses.list(owner))
    addresses.push_back({a.recipient,
                         parts_.cipher.open(a.mobile_sealed, "courier_addresses.mobile|" + a.id.text),
                         a.postcode, a.province_code, a.city_code, a.district_code, a.address});
  return addresses;
}

std::vector<OwnBadge> OwnDataService::badges_of(const Caller& owner) {
  std::vector<OwnBadge> badges;
  for (auto& b :
       all_of<badge::BadgeRow>([&](const PageRequest& page) { return parts_.badges.list(owner, {}, page); }))
    badges.push_back({b.attendee_number, badge::badge_number(b.code_edition_number, b.code_serial), b.kind,
                      b.state, b.created_at, b.made_at, b.sent_at, b.collected_at, b.revoked_at});
  return badges;
}

std::vector<OwnVisit> OwnDataService::visits_of(const Caller& owner) {
  std::vector<OwnVisit> visits;
  for (auto& v :
       all_of<gate::VisitRow>([&](const PageRequest& page) { return parts_.visits.list(owner, {}, page); }))
    visits.push_back({v.attendee_number, v.day, v.first_entered_at, v.last_at, v.entries});
  return visits;
}

std::string OwnDataService::pdf(const Caller& caller) {
  auto data = get(caller), shown = data;
  auto words = parts_.database.read([&](db::Tx& tx) {
    shown = with_regions(tx, caller, data);
    return attendee::people_words(tx, caller.edition, caller.locale);
  });
  return own_data_pdf(shown, words.countries, caller.locale);
}

OwnData OwnDataService::get(const Caller& caller) {
  OwnData data;
  auto fair = parts_.fairs.get();
  auto edition = parts_.editions.get_edition(caller.edition);
  data.fair = caller.locale == Locale::en ? fair.name_en : fair.name_zh;
  data.edition = caller.locale == Locale::en ? edition.name_en : edition.name_zh;
  data.made_at = parts_.clock.now();
  auto account = parts_.accounts.get(caller);
  data.account = {account::login_name_of(account, parts_.cipher), account.display_name,
                  account::mobile_of(account, parts_.cipher).value_or(""),
                  account::email_of(account, parts_.cipher).value_or(""),
                  parts_.consents.list_consents(caller.account)};
  auto own = parts_.database.read([&](db::Tx& tx) {
    auto organization = OrganizationService::get_own(tx, caller);
    data.organization = parts_.forms.get_submitted(tx, organization);
    return organization;
  });
  data.organization_number = own.number;
  data.state = own.state;
  auto owner = caller;
  owner.scope = Scope::of(own.id);
  data.people = people_of(owner);
  data.orders = orders_of(owner);
  data.courier_addresses = addresses_of(owner);
  data.badges = badges_of(owner);
  data.visits = visits_of(owner);
  for (auto& period : parts_.retention.list_periods(caller.edition, caller.locale))
    data.periods.push_back({period.kind, period.purpose, period.basis, period.due_at});
  parts_.database.write([&](db::Tx& tx) {
    audit::record(tx, caller, data.made_at,
                  {"own_data_downloaded", "organization", own.id.text, "查看本单位个人信息 " + own.number});
  });
  return data;
}

DataRequestRow OwnDataService::row_of(db::Tx& tx, const DataRequest& request) {
  return store::list(tx, request.edition_id, {{}, {}, request.id}, {1, 1, ""}).items.at(0);
}

DataRequestRow OwnDataService::file(const Caller& caller, const NewDataRequest& wanted) {
  auto now = parts_.clock.now();
  return db::refusing_taken("data_requests_one_open", Refusal(request_open_already), [&] {
    return parts_.database.write([&](db::Tx& tx) {
      auto own = OrganizationService::get_own(tx, caller);
      if (wanted.attendee_id) AttendeeService::get(tx, Scope::of(own.id), *wanted.attendee_id);
      DataRequest request{new_id<DataRequestId>(now),
                          own.edition_id,
                          own.id,
                          wanted.attendee_id,
                          wanted.kind,
                          RequestState::open,
                          wanted.wish,
                          "",
                          now,
                          now + days(days_to_decide),
                          {},
                          {}};
      store::add(tx, request);
      audit::record(tx, caller, now,
                    {"data_request_filed", "data_request", request.id.text,
                     "申请" + std::string(enum_words(wanted.kind, Locale::zh_cn)) + "个人信息"});
      return row_of(tx, request);
    });
  });
}

DataRequestRow OwnDataService::withdraw(const Caller& caller, const DataRequestId& id) {
  return parts_.database.write([&](db::Tx& tx) {
    auto own = OrganizationService::get_own(tx, caller);
    auto request = store::find(tx, id);
    if (!request || request->organization_id != own.id) throw NotFound();
    if (!store::end(tx, id, RequestState::withdrawn, "", caller.name, parts_.clock.now()))
      throw Refusal(request_decided, {{"actor", request->decided_by.value_or("-")}});
    audit::record(tx, caller, parts_.clock.now(),
                  {"data_request_withdrawn", "data_request", id.text, "撤回个人信息申请"});
    return row_of(tx, *request);
  });
}

Page<DataRequestRow> OwnDataService::list_own(const Caller& caller, const PageRequest& page) {
  return parts_.database.read([&](db::Tx& tx) {
    auto own = OrganizationService::get_own(tx, caller);
    return store::list(tx, own.edition_id, {{}, own.id, {}}, page);
  });
}

Page<DataRequestRow> OwnDataService::list(const Caller& caller, const DataRequestFilter& filter,
                                          const PageRequest& page) {
  return parts_.database.read([&](db::Tx& tx) { return store::list(tx, caller.edition, filter, page); });
}

void OwnDataService::erase_attendee(db::Tx& tx, const Caller& caller, const attendee::Attendee& a,
                                    const std::string& opinion) {
  // A past edition is over: nothing is voided there, only forgotten.
  bool is_past = a.edition_id != caller.edition;
  if (!is_past && a.state != attendee::AttendeeState::voided) parts_.reviews.void_one(tx, caller, a, opinion);
  auto person = attendee::open_personal_data(a, parts_.cipher);
  for (auto& address : {person.mobile, person.email}) messaging::forget_sent_to(tx, parts_.cipher, address);
  parts_.retention.erase_attendee(tx, a.edition_id, a.id.text);
  store::withdraw_open(tx, a.organization_id, a.id, caller.name, parts_.clock.now());
}

/// With all its people, in every edition in which the same account took part.
void OwnDataService::erase_organization(db::Tx& tx, const Caller& caller, const AccountId& account,
                                        const std::string& opinion) {
  for (auto& o : organization::organizations_of(tx, account)) {
    for (auto& id : attendee::people_of(tx, o.id))
      erase_attendee(tx, caller, AttendeeService::get(tx, caller.scope, id), opinion);
    for (auto& address :
         {organization::mobile_of(o, parts_.cipher), organization::email_of(o, parts_.cipher)})
      messaging::forget_sent_to(tx, parts_.cipher, address);
    parts_.retention.erase_organization(tx, o.edition_id, o.id.text, account.text);
    store::withdraw_open(tx, o.id, {}, caller.name, parts_.clock.now());
    organization::release_codes(tx, o.id);
  }
}

void OwnDataService::erase(db::Tx& tx, const Caller& caller, const DataRequest& request,
                           const std::string& opinion) {
  if (request.attendee_id)
    return erase_attendee(tx, caller, AttendeeService::get(tx, caller.scope, *request.attendee_id), opinion);
  erase_organization(tx, caller, OrganizationService::get(tx, request.organization_id).account_id, opinion);
}

void OwnDataService::tell(db::Tx& tx, const DataRequest& request, bool is_granted,
                          const std::string& opinion) {
  auto message =
      organization::message_to(OrganizationService::get(tx, request.organization_id), parts_.cipher);
  if (!message) return;
  message->parameters["kind"] = enum_words(request.kind, message->locale);
  message->parameters["opinion"] = opinion;
  parts_.messages.send_later(tx, *message, is_granted ? granted_template : refused_template);
}

DataRequestRow OwnDataService::decide(const Caller& caller, const DataRequestId& id, bool is_granted,
                                      const std::string& opinion) {
  return parts_.database.write([&](db::Tx& tx) {
    auto request = store::find(tx, id);
    if (!request || request->edition_id != caller.edition) throw NotFound();
    auto state = is_granted ? RequestState::done : RequestState::refused;
    if (!store::end(tx, id, state, opinion, caller.name, parts_.clock.now()))
      throw Refusal(request_decided, {{"actor", request->decided_by.value_or("-")}});
    tell(tx, *request, is_granted, opinion);
    if (is_granted && request->kind == RequestKind::erasure) erase(tx, caller, *request, opinion);
    audit::record(tx, caller, parts_.clock.now(),
                  {is_granted ? "data_request_granted" : "data_request_refused", "data_request", id.text,
                   std::string(is_granted ? "同意" : "不同意") + "个人信息" +
                       std::string(enum_words(request->kind, Locale::zh_cn)) + "申请"});
    return row_of(tx, *request);
  });
}

}  // namespace expogate::own_data
