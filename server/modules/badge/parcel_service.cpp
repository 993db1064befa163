#include "badge/parcel_service.h"

#include <fmt/format.h>

#include "attendee/courier_address.h"
#include "audit/audit.h"
#include "base/text.h"
#include "edition/region.h"
#include "organization/contact_message.h"
#include "organization/organization_service.h"
#include "platform/db/turn.h"

namespace expogate::badge {
namespace {

/// What is packed in one transaction.
constexpr int piece = 500;

const messaging::MessageTemplate sent_template{
    "parcel_sent", "证件已寄出", "Your badges have been sent",
    "【{fair}】贵单位 {count} 张证件已寄出，{courier} {tracking}，请注意查收。",
    "[{fair}] Your organization’s badges ({count}) have been dispatched by {courier}, tracking number "
    "{tracking}."};

std::string seal_context(const ParcelId& id) {
  return "parcels.mobile|" + id.text;
}

Parcel get_parcel(db::Tx& tx, const Caller& caller, const ParcelId& id) {
  auto found = store::find_parcel(tx, caller.edition, id);
  if (!found) throw NotFound();
  return *found;
}

void record(db::Tx& tx, const Caller& caller, Instant now, const char* action, const std::string& summary,
            const ParcelId& id) {
  audit::record(tx, caller, now, {action, "parcel", id.text, summary});
}

/// Courier and number as they are kept.
std::pair<std::string, std::string> judged_tracking(const std::string& typed_courier,
                                                    const std::string& typed_number) {
  std::string courier(trimmed(typed_courier)), number(trimmed(typed_number));
  std::vector<FieldError> wrong;
  if (courier.empty()) wrong.push_back({"courier", &courier_missing});
  if (!is_tracking_number(number)) wrong.push_back({"tracking_number", &tracking_malformed});
  if (!wrong.empty()) throw ValidationError(wrong);
  return {courier, number};
}

}  // namespace

ParcelId ParcelService::open_parcel(db::Tx& tx, const Caller& caller, const BadgeToSend& first) {
  auto address = attendee::store::find_courier_address(tx, first.organization_id, first.courier_address_id);
  expect(address.has_value(), "an address that people use is not removed");
  auto now = clock_.now();
  Parcel parcel;
  parcel.id = new_id<ParcelId>(now);
  parcel.edition_id = caller.edition;
  parcel.serial = store::next_parcel_serial(tx);
  parcel.organization_id = first.organization_id;
  parcel.recipient = address->recipient;
  auto mobile = cipher_.open(address->mobile_sealed, "courier_addresses.mobile|" + address->id.text);
  parcel.mobile_sealed = cipher_.seal(mobile, seal_context(parcel.id));
  parcel.mobile_masked = address->mobile_masked;
  parcel.postcode = address->postcode;
  parcel.region = edition::region_words(tx, caller.edition,
                                        {address->province_code, address->city_code, address->district_code},
                                        Locale::zh_cn);
  parcel.address = address->address;
  parcel.packed_at = now;
  store::add_parcel(tx, parcel);
  return parcel.id;
}

Packing ParcelService::pack(const Caller& caller) {
  return database_.write([&](db::Tx& tx) {
    db::take_turn(tx, "parcels");  // two who pack at once would open parcels for the same badges
    auto waiting = store::list_to_send(tx, caller.edition, piece);
    if (waiting.empty()) throw Refusal(parcel_none);
    Packing packing;
    packing.is_everything_packed = waiting.size() < piece;
    std::optional<ParcelId> open;
    int inside = 0;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      bool is_same_address = i > 0 && waiting[i - 1].courier_address_id == waiting[i].courier_address_id;
      if (!is_same_address || inside == most_in_parcel) {
        open = open_parcel(tx, caller, waiting[i]);
        inside = 0;
        ++packing.parcels;
      }
      expect(store::put_in_parcel(tx, waiting[i].id, *open), "nobody else packs meanwhile");
      store::count_parcel(tx, *open, ++inside);
      ++packing.badges;
    }
    audit::record(tx, caller, clock_.now(),
                  {"parcels_packed", "edition", caller.edition.text,
                   fmt::format("打包证件：{} 个包裹，{} 张", packing.parcels, packing.badges)});
    return packing;
  });
}

void ParcelService::unpack(const Caller& caller, const ParcelId& id) {
  database_.write([&](db::Tx& tx) {
    auto parcel = get_parcel(tx, caller, id);
    if (!store::unpack(tx, id)) throw Refusal(parcel_sent_already);
    record(tx, caller, clock_.now(), "parcel_unpacked", "拆包 " + parcel_number(parcel.serial), id);
  });
}

void ParcelService::refuse_revoked(db::Tx& tx, const ParcelId& id) {
  std::string numbers;
  for (auto& badge : store::list_revoked_items(tx, id))
    numbers += (numbers.empty() ? "" : ", ") + badge_number(badge.code_edition_number, badge.code_serial);
  if (!numbers.empty()) throw Refusal(parcel_holds_revoked, {{"badges", numbers}});
}

void ParcelService::take_out_revoked(const Caller& caller, const ParcelId& id) {
  database_.write([&](db::Tx& tx) {
    auto parcel = get_parcel(tx, caller, id);
    if (parcel.state != ParcelState::packed) throw Refusal(parcel_sent_already);
    auto revoked = store::list_revoked_items(tx, id);
    for (auto& badge : revoked) store::take_out(tx, badge.id);
    int left = parcel.badges - int(revoked.size());
    store::count_parcel(tx, id, left);
    record(tx, caller, clock_.now(), "parcel_revoked_taken_out",
           fmt::format("从包裹 {} 取出已注销证件 {} 张", parcel_number(parcel.serial), revoked.size()), id);
    // An empty parcel is none.
    if (left == 0) expect(store::unpack(tx, id), "it is still packed");
  });
}

ParcelDetail ParcelService::correct_tracking(const Caller& caller, const ParcelId& id,
                                             const std::string& typed_courier,
                                             const std::string& typed_number) {
  auto [courier, number] = judged_tracking(typed_courier, typed_number);
  database_.write([&](db::Tx& tx) {
    auto parcel = get_parcel(tx, caller, id);
    if (parcel.state != ParcelState::sent) throw Refusal(parcel_not_sent);
    if (parcel.courier == courier && parcel.tracking_number == number) return;
    if (store::is_tracking_taken(tx, courier, number))
      throw ValidationError("tracking_number", tracking_taken);
    if (!store::change_tracking(tx, id, courier, number)) throw Refusal(parcel_not_sent);
    record(tx, caller, clock_.now(), "parcel_tracking_corrected",
           fmt::format("更正包裹 {} 的快递单号：{} {} → {} {}", parcel_number(parcel.serial), *parcel.courier,
                       *parcel.tracking_number, courier, number),
           id);
    tell_sent(tx, parcel, courier, number);
  });
  return get(caller, id);
}

void ParcelService::send(db::Tx& tx, const Caller& caller, const Parcel& parcel, const std::string& courier,
                         const std::string& tracking_number) {
  auto now = clock_.now();
  if (parcel.state != ParcelState::packed) throw Refusal(parcel_sent_already);
  refuse_revoked(tx, parcel.id);
  if (!store::send_parcel(tx, parcel.id, courier, tracking_number, now)) throw Refusal(parcel_sent_already);
  store::send_badges(tx, parcel.id, now);
  record(tx, caller, now, "parcel_sent",
         fmt::format("寄出包裹 {}：{} {}", parcel_number(parcel.serial), courier, tracking_number),
         parcel.id);
  tell_sent(tx, parcel, courier, tracking_number);
}

void ParcelService::tell_sent(db::Tx& tx, const Parcel& parcel, const std::string& courier,
                              const std::string& tracking_number) {
  auto organization = organization::OrganizationService::get(tx, parcel.organization_id);
  auto message = organization::message_to(organization, cipher_);
  if (!message) return;
  message->parameters["count"] = std::to_string(parcel.badges);
  message->parameters["courier"] = courier;
  message->parameters["tracking"] = tracking_number;
  messages_.send_later(tx, *message, sent_template);
}

ParcelDetail ParcelService::send(const Caller& caller, const ParcelId& id, const std::string& typed_courier,
                                 const std::string& typed_number) {
  auto [courier, number] = judged_tracking(typed_courier, typed_number);
  database_.write([&](db::Tx& tx) {
    auto parcel = get_parcel(tx, caller, id);
    if (store::is_tracking_taken(tx, courier, number))
      throw ValidationError("tracking_number", tracking_taken);
    send(tx, caller, parcel, courier, number);
  });
  return get(caller, id);
}

Page<ParcelRow> ParcelService::list(const Caller& caller, const ParcelFilter& filter,
                                    const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_parcels(tx, caller, filter, page); });
}

Page<ParcelRow> ParcelService::list_own(const Caller& caller, const PageRequest& page) {
  auto as_owner = caller;
  as_owner.scope = Scope::of(
      database_.read([&](db::Tx& tx) { return organization::OrganizationService::get_own(tx, caller).id; }));
  return list(as_owner, {}, page);
}

ParcelDetail ParcelService::get(const Caller& caller, const ParcelId& id) {
  return database_.read([&](db::Tx& tx) {
    return ParcelDetail{store::get_parcel_row(tx, caller, id), store::list_parcel_items(tx, id)};
  });
}

ParcelDetail ParcelService::get_own(const Caller& caller, const ParcelId& id) {
  auto as_owner = caller;
  as_owner.scope = Scope::of(
      database_.read([&](db::Tx& tx) { return organization::OrganizationService::get_own(tx, caller).id; }));
  return get(as_owner, id);
}

std::string ParcelService::mobile_of(const Parcel& parcel) const {
  return cipher_.open(parcel.mobile_sealed, seal_context(parcel.id));
}

}  // namespace expogate::badge
