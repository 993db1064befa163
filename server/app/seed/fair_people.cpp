#include "app/seed/fair_people.h"

#include "badge/badge_store.h"

namespace expogate::seed {

using namespace attendee;
using enum AttendeeState;

FairPeople::FairPeople(Services& services, const std::string& folder)
    : services_(services), maker_(folder, 500'000), writer_(services) {
  options_ = services_.database->read(
      [](db::Tx& tx) { return edition::EntryOptionService::list(tx, EditionId{"8"}); });
}

AttendeeState FairPeople::state() {
  auto dice = maker_.pick(100);
  return dice < 82   ? approved
         : dice < 87 ? awaiting_review
         : dice < 93 ? awaiting_payment
         : dice < 96 ? returned
         : dice < 97 ? rejected
         : dice < 98 ? voided
                     : draft;
}

void FairPeople::write(db::Tx& tx, const organization::Organization& o) {
  for (auto people = 1 + maker_.pick(8); people > 0; --people) write_person(tx, o);
}

void FairPeople::write_person(db::Tx& tx, const organization::Organization& o) {
  auto form = maker_.person(o);
  // Among so many, chance makes two with the same birthday in the same district.
  while (!documents_.insert(form.document_number).second) form = maker_.person(o);
  auto& option = maker_.one_of(options_);
  form.entry_option_id = option.option.id;
  auto region = form.region_type.value_or(RegionType::mainland);
  auto fee =
      *edition::fee_of(option.prices, {BadgeType::professional, region, false, CivilDate{"2025-10-01"}});
  auto added_at = o.decided_at.value_or(o.registered_at) + hours(int(maker_.pick(200)));
  auto is_of = state();
  auto id = writer_.write(tx, form, o, is_of, fee, added_at);
  ++count_;
  if (is_of != approved) return;
  auto badge = services_.badges.issue(tx, id);
  // Most have been made, and half of these are in people's hands.
  if (maker_.happens(70)) badge::store::make(tx, badge.id, badge.created_at);
  if (maker_.happens(50)) badge::store::hand_over(tx, badge.id, badge.created_at);
}

}  // namespace expogate::seed
