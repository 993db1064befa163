#pragma once
#include "payment/bank_transfer.h"
#include "platform/crypto/field_cipher.h"

/// The account from which somebody transferred: sealed, and shown in full to finance alone, on record
/// (ACC-07).
namespace expogate::payment {

/// A payer's account in the clear.
struct PayerAccount {
  std::string payer_name, payer_bank, payer_account;
};
BOOST_DESCRIBE_STRUCT(PayerAccount, (), (payer_name, payer_bank, payer_account))

/// For a transfer whose id is set already.
void seal_payer_account(BankTransfer& transfer, const std::string& account, const FieldCipher& cipher);
PayerAccount open_payer_account(const BankTransfer& transfer, const FieldCipher& cipher);

}  // namespace expogate::payment
