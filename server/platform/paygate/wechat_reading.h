#pragma once
#include <optional>

#include "platform/paygate/json_fields.h"
#include "platform/paygate/payment_gateway.h"

/// What WeChat Pay's words for a transaction or a refund mean, in answers and in notices.
namespace expogate::paygate {

/// These are nothing when they are not to be understood.
std::optional<ChargeStatus> wechat_charge_status(const JsonFields& transaction);

/// Answers say `status`, notices `refund_status`.
std::optional<RefundStatus> wechat_refund_status(const JsonFields& refund, const std::string& word);

}  // namespace expogate::paygate
