#pragma once
#include "account/consent.h"
#include "attendee/attendee_export_sheet.h"
#include "attendee/attendee_form.h"
#include "badge/badge.h"
#include "order/order.h"
#include "organization/form.h"
#include "retention/retention.h"

/// What is stored about an organization, its contact and its people, for their own eyes (RET-03).
namespace expogate::own_data {

struct OwnAccount {
  std::string login_name, display_name, mobile, email;
  std::vector<account::Consent> consents;
};
BOOST_DESCRIBE_STRUCT(OwnAccount, (), (login_name, display_name, mobile, email, consents))

struct OwnPerson : attendee::AttendeeForm {
  std::string number;
  attendee::AttendeeState state = attendee::AttendeeState::draft;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(OwnPerson, (attendee::AttendeeForm), (number, state, created_at))

struct OwnOrder {
  std::string number;
  order::OrderState state = order::OrderState::unpaid;
  int persons = 0;
  std::int64_t total_fen = 0, refunded_fen = 0;
  Instant created_at;
  std::optional<Instant> paid_at;
};
BOOST_DESCRIBE_STRUCT(OwnOrder, (), (number, state, persons, total_fen, refunded_fen, created_at, paid_at))

struct OwnCourierAddress {
  std::string recipient, mobile, postcode, province_code, city_code, district_code, address;
};
BOOST_DESCRIBE_STRUCT(OwnCourierAddress, (),
                      (recipient, mobile, postcode, province_code, city_code, district_code, address))

struct OwnBadge {
  std::string attendee_number, number;  ///< as it stands on the badge
  badge::BadgeKind kind = badge::BadgeKind::first;
  badge::BadgeState state = badge::BadgeState::awaiting;
  Instant created_at;
  std::optional<Instant> made_at, sent_at, collected_at, revoked_at;
};
BOOST_DESCRIBE_STRUCT(OwnBadge, (),
                      (attendee_number, number, kind, state, created_at, made_at, sent_at, collected_at,
                       revoked_at))

/// One person's day at the fair.
struct OwnVisit {
  std::string attendee_number;
  CivilDate day;
  Instant first_entered_at, last_at;
  int entries = 0;
};
BOOST_DESCRIBE_STRUCT(OwnVisit, (), (attendee_number, day, first_entered_at, last_at, entries))

/// Why a kind is kept, and until when; no date where no period is set.
struct OwnPeriod {
  erasure::Kind kind = erasure::Kind::identity;
  std::string purpose, basis;
  std::optional<Instant> due_at;
};
BOOST_DESCRIBE_STRUCT(OwnPeriod, (), (kind, purpose, basis, due_at))

struct OwnData {
  std::string fair, edition, organization_number;
  Instant made_at;
  OwnAccount account;
  organization::OrganizationState state = organization::OrganizationState::draft;
  organization::Form organization;
  std::vector<OwnPerson> people;
  std::vector<OwnOrder> orders;
  std::vector<OwnCourierAddress> courier_addresses;
  std::vector<OwnBadge> badges;
  std::vector<OwnVisit> visits;
  std::vector<OwnPeriod> periods;
};
BOOST_DESCRIBE_STRUCT(OwnData, (),
                      (fair, edition, organization_number, made_at, account, state, organization, people,
                       orders, courier_addresses, badges, visits, periods))

/// The same to be read on paper.
std::string own_data_pdf(const OwnData& data, const attendee::CodeWords& countries, Locale locale);

}  // namespace expogate::own_data
