#pragma once
#include <filesystem>

#include "badge/parcel.h"
#include "edition/edition_service.h"
#include "messaging/message_service.h"
#include "platform/crypto/field_cipher.h"
#include "platform/sheet/sheet_file.h"

namespace expogate::badge {

struct ParcelDetail {
  ParcelRow parcel;
  std::vector<ParcelItem> items;
};

/// What packing did.
struct Packing {
  int parcels = 0, badges = 0;
  bool is_everything_packed = true;  ///< false: there are more; pack again
};
BOOST_DESCRIBE_STRUCT(Packing, (), (parcels, badges, is_everything_packed))

/// Parcels: packed by address, sent with a tracking number one by one or by the courier's list, shown to
/// their receivers.
class ParcelService {
 public:
  ParcelService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                edition::EditionService& editions, messaging::MessageService& messages,
                std::filesystem::path working_folder)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        editions_(editions),
        messages_(messages),
        working_folder_(std::move(working_folder)) {}

  /// Puts what is ready into parcels: at most ten badges of one organization, address and recipient each
  /// (BDG-06).
  Packing pack(const Caller& caller);
  /// Its badges can be packed anew, for instance after a mistake in the address.
  /// The revoked badges of a packed parcel have been taken out by hand; an empty parcel is none.
  void take_out_revoked(const Caller& caller, const ParcelId& id);
  /// A number that was mistyped, of a parcel that has been sent; its organization is told the right one.
  ParcelDetail correct_tracking(const Caller& caller, const ParcelId& id, const std::string& courier,
                                const std::string& tracking_number);
  void unpack(const Caller& caller, const ParcelId& id);
  ParcelDetail send(const Caller& caller, const ParcelId& id, const std::string& courier,
                    const std::string& tracking_number);

  Page<ParcelRow> list(const Caller& caller, const ParcelFilter& filter, const PageRequest& page);
  Page<ParcelRow> list_own(const Caller& caller, const PageRequest& page);
  ParcelDetail get(const Caller& caller, const ParcelId& id);
  ParcelDetail get_own(const Caller& caller, const ParcelId& id);

  /// One page a parcel that waits to be sent: address, and who is in it.
  std::string make_packing_lists(const Caller& caller);
  /// The parcels that wait to be sent as a sheet, for the courier, who fills in the tracking numbers.
  SheetFile make_courier_sheet(const Caller& caller);
  /// What importing the courier's sheet would do; changes nothing.
  ImportReport check_tracking(const Caller& caller, std::string_view sheet);
  ImportReport import_tracking(const Caller& caller, std::string_view sheet);

 private:
  static void refuse_revoked(db::Tx& tx, const ParcelId& id);
  void tell_sent(db::Tx& tx, const Parcel& parcel, const std::string& courier,
                 const std::string& tracking_number);
  struct Tracking;
  struct TrackingReading;
  ParcelId open_parcel(db::Tx& tx, const Caller& caller, const BadgeToSend& first);
  void send(db::Tx& tx, const Caller& caller, const Parcel& parcel, const std::string& courier,
            const std::string& tracking_number);
  TrackingReading read_tracking(db::Tx& tx, const Caller& caller, std::string_view sheet);
  std::string mobile_of(const Parcel& parcel) const;
  std::vector<ParcelRow> list_packed(const Caller& caller);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  messaging::MessageService& messages_;
  std::filesystem::path working_folder_;
};

}  // namespace expogate::badge
