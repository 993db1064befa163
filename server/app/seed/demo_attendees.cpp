#include <fstream>
#include <sstream>

#include "account/consent_store.h"
#include "app/seed/attendee_maker.h"
#include "app/seed/attendee_writer.h"
#include "app/seed/demo_edition.h"
#include "attendee/courier_address.h"
#include "attendee/photo.h"
#include "organization/contact_message.h"
#include "organization/organization_store.h"

namespace expogate::seed {
namespace {

using namespace attendee;
using enum AttendeeState;
using organization::Organization;
using organization::OrganizationState;

constexpr const char* player_uscc = "91310115MA1K35XY5H";

/// One in each state, so that the page of the player shows them all.
constexpr AttendeeState of_player[] = {
    approved,         approved,        awaiting_review, awaiting_payment,
    awaiting_payment, returned,        draft,           pending_confirmation,
    rejected,         awaiting_review, voided};
/// As often as they are met among others.
constexpr AttendeeState of_others[] = {approved,        approved,         approved, awaiting_review,
                                       awaiting_review, awaiting_payment, draft,    returned};

constexpr std::size_t most_buyers = 9;

/// What the player's people had in past editions: some badges can be reused, the others show why not
/// (ATT-07).
struct PastLine {
  const char *edition, *option_code;
  BadgeType badge_type;
  AttendeeState state;
};
constexpr PastLine past_of_player[] = {
    {"7", "6-10", BadgeType::professional, approved}, {"7", "6-10", BadgeType::professional, approved},
    {"7", "8-10", BadgeType::professional, approved}, {"7", "6-10", BadgeType::professional, approved},
    {"7", "9", BadgeType::professional, approved},    {"7", "6-10", BadgeType::staff, approved},
    {"7", "6-10", BadgeType::professional, rejected}, {"4", "6-10", BadgeType::professional, approved}};

struct Person {
  AttendeeForm form;
  AttendeeState state;
  std::int64_t fee_fen = 0;
};

class People {
 public:
  People(Services& services, const std::string& folder)
      : services_(services),
        folder_(folder),
        maker_(folder, 2026),
        past_maker_(folder, 2024),
        writer_(services) {
    services_.database->read([&](db::Tx& tx) {
      for (auto& priced : edition::EntryOptionService::list(tx, EditionId{"8"})) options_.push_back(priced);
    });
  }

  void write(const std::vector<Organization>& organizations) {
    for (auto& o : organizations) {
      bool is_player = o.uscc == player_uscc;
      if (o.state == OrganizationState::approved && (is_player || maker_.happens(20)))
        write_all_of(o, is_player);
      else if (o.state == OrganizationState::approved && o.origin == organization::Origin::domestic)
        nobody_yet_.push_back(o);
      if (is_player) write_past_of(o);
    }
  }

  /// Organizations that have nobody yet get people who await payment.
  std::vector<Organization> write_buyers() {
    std::vector<Organization> buyers;
    for (std::size_t i = 0; i < most_buyers && i < nobody_yet_.size(); ++i) {
      // From all over the list, which goes group by group.
      auto& o = nobody_yet_[i * nobody_yet_.size() / most_buyers];
      std::vector<Person> people;
      for (std::size_t n = 1 + i % 3; n > 0; --n) people.push_back(make(o, awaiting_payment));
      write_people(o, people);
      buyers.push_back(o);
    }
    return buyers;
  }

 private:
  void write_all_of(const Organization& o, bool is_player) {
    std::vector<Person> people;
    if (is_player) {
      for (auto state : of_player) people.push_back(make(o, state));
      first_of_player_ = people.front().form;
    } else
      for (std::size_t n = 1 + maker_.pick(4); n > 0; --n)
        people.push_back(make(o, maker_.one_of(of_others)));
    write_people(o, people);
  }

  void write_people(const Organization& o, std::vector<Person> people) {
    services_.database->write([&](db::Tx& tx) {
      consent(tx, o);
      auto address = courier_address_of(tx, o);
      for (auto& person : people) {
        if (person.form.photo_id) keep(tx, o, *person.form.photo_id);
        person.form.courier_address_id = address;
        if (address) person.form.collection = Collection::courier;
        writer_.write(tx, person.form, o, person.state, person.fee_fen, added_at(person.state));
      }
    });
  }

  /// A third of the domestic organizations have their badges sent.
  std::optional<CourierAddressId> courier_address_of(db::Tx& tx, const Organization& o) {
    if (o.origin != organization::Origin::domestic || o.uscc == player_uscc || o.serial % 3 != 0)
      return std::nullopt;
    CourierAddress address;
    address.id = new_id<CourierAddressId>(o.registered_at);
    address.organization_id = o.id;
    address.recipient = o.contact_name;
    auto mobile = organization::mobile_of(o, services_.cipher);
    address.mobile_sealed = services_.cipher.seal(mobile, "courier_addresses.mobile|" + address.id.text);
    address.mobile_masked = o.contact_mobile_masked.value_or("");
    address.postcode = "200000";
    address.province_code = o.province_code;
    address.city_code = o.city_code;
    address.district_code = o.district_code;
    address.address = o.address;
    address.is_default = true;
    store::add_courier_address(tx, address);
    return address.id;
  }

  Person make(const Organization& o, AttendeeState state) {
    Person person{maker_.person(o), state};
    auto& option = maker_.one_of(options_);
    person.form.entry_option_id = option.option.id;
    auto region = person.form.region_type.value_or(RegionType::mainland);
    person.fee_fen =
        *edition::fee_of(option.prices, {BadgeType::professional, region, false, CivilDate{"2025-10-01"}});
    if (state == draft)
      person.form.position.clear();
    else
      person.form.photo_id = photo_of(*person.form.gender, maker_);
    return person;
  }

  void write_past_of(const Organization& o) {
    auto then = services_.database->read(
        [&](db::Tx& tx) { return organization::store::list_past(tx, o.edition_id, o.account_id); });
    for (auto& line : past_of_player)
      for (auto& past : then)
        if (past.edition_id.text == line.edition) write_past(past, line);
  }

  void write_past(const Organization& past, const PastLine& line) {
    auto form = past_maker_.person(past);
    // Somebody has come again already.
    if (&line == std::begin(past_of_player)) form = *first_of_player_;
    form.badge_type = line.badge_type;
    form.photo_id = photo_of(*form.gender, past_maker_);
    services_.database->write([&](db::Tx& tx) {
      keep(tx, past, *form.photo_id);
      std::int64_t fee = 0;
      for (auto& [option, prices] : edition::EntryOptionService::list(tx, past.edition_id))
        if (option.code == line.option_code) {
          form.entry_option_id = option.id;
          fee = *edition::fee_of(prices, {line.badge_type, RegionType::mainland, false, option.from_on});
        }
      writer_.write(tx, form, past, line.state, fee, past.registered_at + days(14));
    });
  }

  Instant added_at(AttendeeState state) {
    // Whoever waits has not waited for weeks.
    auto first = state == awaiting_review ? "2025-10-05T09:00:00+08:00" : "2025-09-01T09:00:00+08:00";
    auto range_minutes = state == awaiting_review ? 3 * 24 * 60 : 30 * 24 * 60;
    return *parse_rfc3339(first) + minutes(int(maker_.pick(std::size_t(range_minutes))));
  }

  FileId photo_of(Gender gender, AttendeeMaker& maker) {
    auto name = (gender == Gender::female ? "woman-" : "man-") + std::to_string(1 + maker.pick(2));
    std::ifstream file(folder_ + "/photos/" + name + ".jpg", std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    Caller caller;
    caller.name = "-";
    caller.edition = EditionId{"8"};
    return services_.files.add_bytes(caller, {"attendee_photo", "photo", "image/jpeg"}, bytes.str()).id;
  }

  static void keep(db::Tx& tx, const Organization& o, const FileId& photo) {
    file::FileService::keep(tx, photo);
    attendee::store::add_photo(tx, {photo, o.id, 1});
  }

  /// ACC-07: nobody fills in people without it.
  static void consent(db::Tx& tx, const Organization& o) {
    Caller contact;
    contact.account = o.account_id;
    account::store::add_consent(tx, contact,
                                {account::ConsentDocument::sensitive_data, 1, o.registered_at + hours(1)});
  }

  Services& services_;
  std::string folder_;
  AttendeeMaker maker_, past_maker_;
  AttendeeWriter writer_;
  std::vector<edition::PricedEntryOption> options_;
  std::vector<Organization> nobody_yet_;
  std::optional<AttendeeForm> first_of_player_;
};

}  // namespace

std::vector<Organization> seed_attendees(Services& services, const std::string& folder,
                                         const std::vector<Organization>& organizations) {
  People people(services, folder);
  people.write(organizations);
  return people.write_buyers();
}

}  // namespace expogate::seed
