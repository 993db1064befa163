#pragma once
#include <optional>
#include <string>

#include "platform/paygate/payment_gateway.h"

namespace expogate::paygate {

/// What Alipay says of a trade: in JSON when asked, in a form by notice.
struct AlipayTrade {
  std::string status, trade_no, total_amount, paid_at;
};

/// Nothing when it is not to be understood.
std::optional<ChargeStatus> alipay_charge_status(const AlipayTrade& trade);

}  // namespace expogate::paygate
