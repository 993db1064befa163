#pragma once
#include "payment/payment_service.h"

namespace expogate::payment::store {

/// Every genuine call of a provider, as it came: sealed, because it names the payer.
void keep_notice(db::Tx& tx, const FieldCipher& cipher, Channel channel, const std::string& number,
                 NoticeOutcome outcome, const std::string& raw, Instant now);

}  // namespace expogate::payment::store
