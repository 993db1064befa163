#pragma once
#include <vector>

#include "badge/badge_store.h"
#include "platform/sheet/sheet_table.h"

/// Parcels (寄递包裹): badges that a courier brings (BDG-06).
namespace expogate::badge {

enum class ParcelState { packed, sent };
BOOST_DESCRIBE_ENUM(ParcelState, packed, sent)

constexpr int most_in_parcel = 10;

struct Parcel {
  ParcelId id;
  EditionId edition_id;
  std::int64_t serial = 0;
  OrganizationId organization_id;
  ParcelState state = ParcelState::packed;
  int badges = 0;
  /// The address as it was when the parcel was packed.
  std::string recipient, mobile_sealed, mobile_masked, postcode, region, address;
  std::optional<std::string> courier, tracking_number;
  Instant packed_at;
  std::optional<Instant> sent_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Parcel, (),
                      (id, edition_id, serial, organization_id, state, badges, recipient, mobile_sealed,
                       mobile_masked, postcode, region, address, courier, tracking_number, packed_at, sent_at,
                       version))

struct ParcelRow : Parcel {
  std::string organization_number, organization_name_zh, organization_name_en;
};
BOOST_DESCRIBE_STRUCT(ParcelRow, (Parcel), (organization_number, organization_name_zh, organization_name_en))

struct ParcelFilter {
  std::vector<ParcelState> state;
  std::optional<wire::Text<1, 60>> number;        ///< of the parcel, whole
  std::optional<wire::Text<1, 60>> tracking;      ///< number of the courier, whole
  std::optional<wire::Text<1, 60>> organization;  ///< part of a name, or a USCC
};
BOOST_DESCRIBE_STRUCT(ParcelFilter, (), (state, number, tracking, organization))

/// Who is in a parcel.
struct ParcelItem {
  BadgeId id;
  int code_edition_number = 0;
  std::int64_t code_serial = 0;
  std::string name_zh, name_en;
  BadgeState state = BadgeState::made;
};
BOOST_DESCRIBE_STRUCT(ParcelItem, (), (id, code_edition_number, code_serial, name_zh, name_en, state))

/// A badge that is to be sent, and where to.
struct BadgeToSend {
  BadgeId id;
  OrganizationId organization_id;
  attendee::CourierAddressId courier_address_id;
};
BOOST_DESCRIBE_STRUCT(BadgeToSend, (), (id, organization_id, courier_address_id))

/// `K0000123`: written on the parcel, read back from the courier's list.
std::string parcel_number(std::int64_t serial);
std::optional<std::int64_t> read_parcel_number(std::string_view typed);

inline constexpr EnumLabel tracking_columns[] = {
    {"parcel", "包裹编号", "Parcel number"},
    {"courier", "快递公司", "Courier"},
    {"tracking_number", "快递单号", "Tracking number"},
};
enum TrackingColumn : std::size_t { parcel_column, courier_column, tracking_column };

inline const ErrorCode parcel_none{"parcel.none", "没有待寄递的证件",
                                   "There are no badges awaiting dispatch"};
inline const ErrorCode parcel_sent_already{"parcel.sent_already", "包裹已寄出",
                                           "The parcel has already been dispatched"};
inline const ErrorCode parcel_unknown{"parcel.unknown", "没有这个包裹", "There is no such parcel"};
inline const ErrorCode parcel_twice{"parcel.twice", "同一包裹出现多次",
                                    "The same parcel appears more than once"};
inline const ErrorCode tracking_taken{"parcel.tracking_taken", "该快递单号已用于其他包裹",
                                      "This tracking number is already used for another parcel"};
inline const ErrorCode tracking_malformed{"parcel.tracking_malformed", "快递单号应为 6 到 40 位字母或数字",
                                          "The tracking number must have 6 to 40 letters or digits"};
inline const ErrorCode parcel_holds_revoked{
    "parcel.holds_revoked", "包裹内有已注销的证件：{badges}。请先取出并登记，再寄出",
    "The parcel contains revoked badges: {badges}. Please remove and record them before dispatch"};
inline const ErrorCode parcel_not_sent{"parcel.not_sent", "包裹尚未寄出",
                                       "The parcel has not been dispatched yet"};
inline const ErrorCode courier_missing{"parcel.courier_missing", "请填写快递公司",
                                       "Please enter the courier company"};

bool is_tracking_number(std::string_view text);

namespace store {

std::optional<Parcel> find_parcel(db::Tx& tx, const EditionId& edition, const ParcelId& id);
std::optional<Parcel> find_parcel_by_serial(db::Tx& tx, const EditionId& edition, std::int64_t serial);
bool is_tracking_taken(db::Tx& tx, std::string_view courier, std::string_view tracking_number);
Page<ParcelRow> list_parcels(db::Tx& tx, const Caller& caller, const ParcelFilter& filter,
                             const PageRequest& page);
ParcelRow get_parcel_row(db::Tx& tx, const Caller& caller, const ParcelId& id);
std::vector<ParcelRow> list_parcel_piece(db::Tx& tx, const Caller& caller, const ParcelFilter& filter,
                                         std::int64_t after_serial, int limit);
std::vector<ParcelItem> list_parcel_items(db::Tx& tx, const ParcelId& id);
/// Made badges that are to be sent and lie in no parcel, those to one address together.
std::vector<BadgeToSend> list_to_send(db::Tx& tx, const EditionId& edition, int limit);
std::int64_t next_parcel_serial(db::Tx& tx);
void add_parcel(db::Tx& tx, const Parcel& parcel);
bool put_in_parcel(db::Tx& tx, const BadgeId& badge, const ParcelId& parcel);
void count_parcel(db::Tx& tx, const ParcelId& id, int badges);
bool send_parcel(db::Tx& tx, const ParcelId& id, std::string_view courier, std::string_view tracking_number,
                 Instant now);
void send_badges(db::Tx& tx, const ParcelId& parcel, Instant now);
/// The badges of a packed parcel that are in force no more.
std::vector<ParcelItem> list_revoked_items(db::Tx& tx, const ParcelId& id);
void take_out(db::Tx& tx, const BadgeId& badge);
/// False when it has not been sent.
bool change_tracking(db::Tx& tx, const ParcelId& id, std::string_view courier,
                     std::string_view tracking_number);
/// False when it has been sent.
bool unpack(db::Tx& tx, const ParcelId& id);

}  // namespace store
}  // namespace expogate::badge

namespace expogate {
template <>
inline constexpr auto enum_labels<badge::ParcelState> = std::to_array<EnumLabel>({
    {"packed", "待寄出", "Awaiting dispatch"},
    {"sent", "已寄出", "Sent"},
});
}  // namespace expogate
