#include "testing/gate_fair.h"

#include "platform/crypto/encoding.h"

namespace expogate {
namespace {

constexpr Instant second_entry_day{1'762'390'800'000};  // 2025-11-06 09:00 in Shanghai

KeyRing test_ring() {
  auto key = base64_encode(std::string(32, 'k'));
  return KeyRing::parse("index:" + key + ":active\n1:" + key + ":active\n");
}

}  // namespace

GateFair::GateFair(db::Database& its_database)
    : database(its_database),
      ring(test_ring()),
      editions(database, clock, facts),
      devices(database, clock),
      scans(database, clock, ring, editions),
      lists(database, clock, ring, editions) {
  begin_day();
  database.write([](db::Tx& tx) {
    tx.exec(R"(
        insert into editions (id, number, name_zh, name_en, venue_zh, venue_en, show_from_on, show_to_on,
                              entry_from_on, entry_to_on, state, version, created_at)
        values ('8', 8, '第八届', 'Eighth', '', '', '2025-11-05', '2025-11-10', '2025-11-05', '2025-11-10', 'current',
                1, 0))");
    tx.exec(R"(
        insert into accounts (id, kind, door, login_name, login_key, password_hash, display_name, role, state,
                              scope_level, locale, created_at, version)
        values ('supervisor', 'bureau', 'bureau', 'gates', 'gates', '', '', 'bureau_gate', 'active', 'everything',
                'zh_cn', 0, 1))");
    tx.exec(R"(
        insert into organizations (id, edition_id, serial, number, account_id, origin, category, state, referral_code,
                                   name_zh, name_en, country_code, province_code, city_code, district_code, address,
                                   website, ownership_code, registered_capital_code, import_volume_code,
                                   purchase_1y_code, purchase_5y_code, import_goods, contact_name, contact_department,
                                   contact_position, contact_telephone, registered_at, version, name_folded,
                                   address_folded)
        values ('acme', '8', 1, 'T80000001', 'supervisor', 'domestic', '', 'approved', '', '', '', '', '', '', '', '',
                '', '', '', '', '', '', '', '', '', '', '', 0, 1, '', ''))");
    tx.exec(
        "insert into gates (id, edition_id, name_zh, name_en, active, version) values ('gate', '8', '北', "
        "'N', true, 1)");
  });
}

void GateFair::begin_day() {
  clock.advance(second_entry_day - clock.now());
}

std::int64_t GateFair::add_person(const Person& person) {
  auto serial = ++last_serial_;
  auto id = "person" + std::to_string(serial);
  database.write([&](db::Tx& tx) {
    tx.exec(R"(
        insert into attendees (id, edition_id, serial, number, organization_id, state, source, is_reuse, name_zh,
                               name_en, name_folded, document_masked, nationality_code, mobile_masked, email_masked,
                               department, position, position_category_code, badge_type, fee_fen, created_at, version)
        values ($1, '8', $2, $1, 'acme', $3, 'contact', false, $1, $1, $1, '', '', '', '', '', '', '', 'professional', 0,
                0, 1))",
            id, serial,
            person.revoked == badge::RevokedReason::voided ? attendee::AttendeeState::voided
                                                           : attendee::AttendeeState::approved);
    tx.exec(R"(
        insert into badges (id, edition_id, serial, attendee_id, organization_id, kind, state, collection, name_zh,
                            name_en, organization_zh, organization_en, position, type, entry_option_zh,
                            entry_option_en, entry_days, code_edition_number, code_serial, created_at, revoked_at,
                            revoked_reason, version)
        values ($1, '8', $2, $1, 'acme', $3, $4, 'onsite', $1, $1, '', '', '', 'professional', '', '', $5, $6, $2, $7, $8,
                $9, 1))",
            id, serial,
            person.code_edition_number == edition_number ? badge::BadgeKind::first : badge::BadgeKind::reuse,
            person.revoked ? badge::BadgeState::revoked : person.state, int(person.days),
            person.code_edition_number, clock.now(),
            person.revoked ? std::optional(clock.now()) : std::nullopt, person.revoked);
  });
  return serial;
}

void GateFair::revoke(std::int64_t serial) {
  database.write([&](db::Tx& tx) {
    tx.exec(
        "update badges set state = 'revoked', revoked_at = $2, revoked_reason = 'replaced' where serial = $1",
        serial, clock.now());
  });
}

std::string GateFair::code(std::int64_t serial, int code_edition_number, badge::EntryDays days) {
  return badge::signed_code({code_edition_number, serial, edition::BadgeType::professional, days},
                            badge::BadgeKeys(ring).of(code_edition_number));
}

Caller GateFair::supervisor() const {
  Caller caller;
  caller.account = {"supervisor"};
  caller.edition = {"8"};
  caller.scope = Scope::everything();
  return caller;
}

Caller GateFair::add_device(const std::string& name, gate::Direction direction) {
  auto pairing = devices.add(supervisor(), {name, gate, direction});
  return devices.caller_of(devices.pair(supervisor(), pairing.code).token);
}

}  // namespace expogate
