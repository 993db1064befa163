#pragma once
#include "attendee/courier_address.h"
#include "base/caller.h"
#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"

namespace expogate::attendee {

/// The caller's own addresses (管理证件快递常用地址).
class CourierAddressService {
 public:
  CourierAddressService(db::Database& database, const Clock& clock, const FieldCipher& cipher)
      : database_(database), clock_(clock), cipher_(cipher) {}

  std::vector<CourierAddress> list(const Caller& caller);
  /// Its province, city and district in words.
  std::string region_of(const Caller& caller, const CourierAddress& address);
  CourierAddress add(const Caller& caller, const CourierAddressForm& form);
  CourierAddress change(const Caller& caller, const CourierAddressId& id, const CourierAddressForm& form,
                        std::int64_t version);
  void make_default(const Caller& caller, const CourierAddressId& id);
  void remove(const Caller& caller, const CourierAddressId& id);

 private:
  void fill(db::Tx& tx, CourierAddress& address, CourierAddressForm form, const EditionId& edition);
  void record(db::Tx& tx, const Caller& caller, const char* action, const CourierAddress& address,
              const char* summary);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
};

}  // namespace expogate::attendee
