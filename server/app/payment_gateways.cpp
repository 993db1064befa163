#include "app/payment_gateways.h"

namespace expogate {

PaymentGateways payment_gateways(const PaymentSettings& settings, const Clock& clock) {
  using namespace paygate;
  PaymentGateways gateways;
  if (settings.wechat) gateways["wechat"] = std::make_unique<WechatGateway>(*settings.wechat, clock);
  if (settings.alipay) gateways["alipay"] = std::make_unique<AlipayGateway>(*settings.alipay, clock);
  if (settings.unionpay) gateways["unionpay"] = std::make_unique<UnionpayGateway>(*settings.unionpay, clock);
  if (settings.b2b) gateways["b2b"] = std::make_unique<UnionpayGateway>(*settings.b2b, clock);
  return gateways;
}

}  // namespace expogate
