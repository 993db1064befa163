#pragma once
#include <optional>

#include "platform/config/config_reader.h"
#include "platform/paygate/alipay_gateway.h"
#include "platform/paygate/unionpay_gateway.h"
#include "platform/paygate/wechat_gateway.h"

namespace expogate {

/// The payment providers that an operator has keys of. What is none is not offered.
struct PaymentSettings {
  std::optional<paygate::WechatSettings> wechat;
  std::optional<paygate::AlipaySettings> alipay;
  std::optional<paygate::UnionpaySettings> unionpay;  ///< QR codes
  std::optional<paygate::UnionpaySettings> b2b;       ///< UnionPay's gateway for corporate online banking
};

/// Reads the keys from their files, too: a wrong one is told at start like any other mistake.
PaymentSettings read_payment(ConfigReader& reader);

}  // namespace expogate
