#include <map>

#include "base/permission.h"
#include "gate/gate_http.h"
#include "platform/crypto/encoding.h"

namespace expogate::gate {

struct ScanRequest {
  std::int64_t sequence = 0;
  std::string code;
  std::optional<bool> insists;
  std::optional<int> queued;
};
BOOST_DESCRIBE_STRUCT(ScanRequest, (), (sequence, code, insists, queued))

/// Who holds the badge, for the operator's eyes.
struct BadgeHolderView {
  BadgeId badge_id;
  std::string name_zh, name_en, organization_zh, organization_en, position;
  edition::BadgeType type = edition::BadgeType::professional;
  bool has_photo = false;
  std::vector<CivilDate> entry_days;
  std::optional<Instant> last_at;  ///< the passage before this one, today
  std::optional<std::string> last_gate_zh, last_gate_en;
};
BOOST_DESCRIBE_STRUCT(BadgeHolderView, (),
                      (badge_id, name_zh, name_en, organization_zh, organization_en, position, type,
                       has_photo, entry_days, last_at, last_gate_zh, last_gate_en))

struct ScanView {
  std::int64_t sequence = 0;
  GateAnswer answer = GateAnswer::unknown;
  std::string reason_zh, reason_en;
  Direction direction = Direction::entry;
  Instant scanned_at;
  bool is_overridden = false;
  std::optional<BadgeHolderView> holder;
};
BOOST_DESCRIBE_STRUCT(ScanView, (),
                      (sequence, answer, reason_zh, reason_en, direction, scanned_at, is_overridden, holder))

struct OfflineScanRequest {
  std::int64_t sequence = 0;
  std::string code;
  Instant scanned_at;
  GateId gate_id;
  Direction direction = Direction::entry;
  GateAnswer answer = GateAnswer::unknown;
  bool is_overridden = false;
};
BOOST_DESCRIBE_STRUCT(OfflineScanRequest, (),
                      (sequence, code, scanned_at, gate_id, direction, answer, is_overridden))

struct SyncRequest {
  std::vector<OfflineScanRequest> scans;
  int queued = 0;  ///< what will still wait after these
};
BOOST_DESCRIBE_STRUCT(SyncRequest, (), (scans, queued))

struct SyncView {
  std::int64_t complete_to = 0;  ///< every scan up to this one has arrived
  Instant server_time;
};
BOOST_DESCRIBE_STRUCT(SyncView, (), (complete_to, server_time))

struct FinishRequest {
  std::int64_t final_sequence = 0;
};
BOOST_DESCRIBE_STRUCT(FinishRequest, (), (final_sequence))

struct FinishView {
  bool is_complete = false;
};
BOOST_DESCRIBE_STRUCT(FinishView, (), (is_complete))

struct GateListQuery {
  std::optional<std::int64_t> since;
  std::optional<int> queued;
};
BOOST_DESCRIBE_STRUCT(GateListQuery, (), (since, queued))

struct PublicKeyView {
  int edition_number = 0;
  std::string public_key;  ///< Ed25519, base64url
};
BOOST_DESCRIBE_STRUCT(PublicKeyView, (), (edition_number, public_key))

/// Badges of one edition's codes with the same fate.
struct ListedSerialsView {
  int edition_number = 0;
  bool is_voided = false;
  int entry_days = 0;
  std::vector<std::int64_t> serials;
};
BOOST_DESCRIBE_STRUCT(ListedSerialsView, (), (edition_number, is_voided, entry_days, serials))

struct GateListView {
  std::int64_t version = 0;
  Instant server_time;
  DeviceId device_id;
  std::string device_name;
  GateId gate_id;
  std::string gate_zh, gate_en;
  Direction direction = Direction::entry;
  std::int64_t last_sequence = 0;
  int edition_number = 0;
  std::string edition_zh, edition_en;
  CivilDate first_entry_on;
  std::vector<PublicKeyView> public_keys;
  std::vector<ListedSerialsView> refused, reused;
};
BOOST_DESCRIBE_STRUCT(GateListView, (),
                      (version, server_time, device_id, device_name, gate_id, gate_zh, gate_en, direction,
                       last_sequence, edition_number, edition_zh, edition_en, first_entry_on, public_keys,
                       refused, reused))

namespace {

ScanView view(const ScanOutcome& outcome) {
  auto& scan = outcome.scan;
  ScanView view{scan.sequence,
                scan.answer,
                std::string(enum_words(scan.answer, Locale::zh_cn)),
                std::string(enum_words(scan.answer, Locale::en)),
                scan.direction,
                scan.scanned_at,
                scan.is_overridden,
                {}};
  if (auto& b = outcome.badge)
    view.holder = {b->badge_id,        b->name_zh,  b->name_en,      b->organization_zh,
                   b->organization_en, b->position, b->type,         b->photo_id.has_value(),
                   outcome.entry_days, b->last_at,  b->last_gate_zh, b->last_gate_en};
  return view;
}

/// Serials stand together under what they share, so that a long list is short to send.
std::vector<ListedSerialsView> grouped(const std::vector<ListedBadge>& badges) {
  std::map<std::tuple<int, bool, int>, std::vector<std::int64_t>> groups;
  for (auto& b : badges) groups[{b.code_edition_number, b.is_voided, b.entry_days}].push_back(b.code_serial);
  std::vector<ListedSerialsView> views;
  for (auto& [key, serials] : groups)
    views.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::move(serials)});
  return views;
}

GateListView view(OfflineList list) {
  GateListView view{.version = list.at.ms,
                    .server_time = list.at,
                    .device_id = list.device.id,
                    .device_name = list.device.name,
                    .gate_id = list.gate.id,
                    .gate_zh = list.gate.name_zh,
                    .gate_en = list.gate.name_en,
                    .direction = list.device.direction,
                    .last_sequence = list.device.last_sequence,
                    .edition_number = list.edition.number,
                    .edition_zh = list.edition.name_zh,
                    .edition_en = list.edition.name_en,
                    .first_entry_on = list.edition.entry_from_on,
                    .public_keys = {},
                    .refused = {},
                    .reused = grouped(list.reused)};
  for (auto& [number, key] : list.public_keys) view.public_keys.push_back({number, base64url_encode(key)});
  // Refused is refused, on whatever day.
  for (auto& badge : list.refused) badge.entry_days = 0;
  view.refused = grouped(list.refused);
  return view;
}

}  // namespace

void add_scan_routes(wire::Router& router, ScanService& scans, DeviceService& devices,
                     OfflineListService& lists, HolderPhotoService& photos) {
  router.post("/gate/scans", "gate_scan_create")
      .allow(Permission::scan_badges)
      .summary(
          "A badge is scanned: decides, records, answers. The same number again is answered from the record")
      .handle([&](const Caller& caller, const ScanRequest& r) {
        return view(
            scans.scan(caller, {r.sequence, r.code, r.insists.value_or(false), r.queued.value_or(0)}));
      });

  router.post("/gate/syncs", "gate_sync_create")
      .allow(Permission::scan_badges)
      .with_body_limit(256 * 1024)
      .summary("Scans that were decided without network; sending them again changes nothing")
      .handle([&](const Caller& caller, const SyncRequest& r) {
        std::vector<OfflineScan> told;
        for (auto& s : r.scans)
          told.push_back(
              {s.sequence, s.code, s.scanned_at, s.gate_id, s.direction, s.answer, s.is_overridden});
        auto device = scans.sync(caller, told, r.queued);
        return SyncView{device.complete_to, *device.last_seen_at};
      });

  router.post("/gate/finishes", "gate_finish_create")
      .allow(Permission::scan_badges)
      .summary("The operator ends the day: this was the device's last scan")
      .handle([&](const Caller& caller, const FinishRequest& r) {
        return FinishView{is_complete(devices.finish(caller, r.final_sequence))};
      });

  router.get("/gate/list", "gate_list_get")
      .allow(Permission::scan_badges)
      .summary("What a device needs to decide by itself; with `since`, what is new since that version")
      .handle([&](const Caller& caller, const GateListQuery& q) {
        auto since = q.since ? std::optional(Instant{*q.since}) : std::nullopt;
        return view(lists.get(caller, since, q.queued.value_or(0)));
      });

  router.get("/gate/badges/{id}/photo", "gate_photo_get")
      .allow(Permission::scan_badges)
      .answers_file("image/jpeg")
      .summary("The photo of a badge that was scanned")
      .handle([&](const Caller&, BadgeId id) {
        return wire::file_response(photos.get(id), "image/jpeg", "photo.jpg");
      });
}

}  // namespace expogate::gate
