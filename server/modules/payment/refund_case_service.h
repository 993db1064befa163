#pragma once
#include "base/caller.h"
#include "payment/payer_account.h"
#include "payment/refund_case.h"
#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"

namespace expogate::payment {

/// What finance looks at before money goes back.
class RefundCaseService {
 public:
  RefundCaseService(db::Database& database, const Clock& clock, const FieldCipher& cipher)
      : database_(database), clock_(clock), cipher_(cipher) {}

  Page<RefundCase> list(const Caller& caller, const RefundFilter& filter, const PageRequest& page);
  /// The account to pay a transfer back to, in full, with the reason, in the audit log (ACC-07).
  PayerAccount unmask_payee(const Caller& caller, const RefundId& id, const std::string& reason);

 private:
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
};

}  // namespace expogate::payment
