#include "payment/payer_account.h"

#include "base/sensitive.h"

namespace expogate::payment {
namespace {

std::string context(const BankTransfer& transfer) {
  return "bank_transfers.payer_account|" + transfer.id.text;
}

}  // namespace

void seal_payer_account(BankTransfer& transfer, const std::string& account, const FieldCipher& cipher) {
  transfer.payer_account_sealed = cipher.seal(account, context(transfer));
  transfer.payer_account_masked = mask_account(account);
}

PayerAccount open_payer_account(const BankTransfer& transfer, const FieldCipher& cipher) {
  return {transfer.payer_name, transfer.payer_bank,
          cipher.open(transfer.payer_account_sealed, context(transfer))};
}

}  // namespace expogate::payment
