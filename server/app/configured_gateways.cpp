#include "app/configured_gateways.h"

namespace expogate {

using payment::Channel;

payment::Gateways configured_gateways(const PaymentSettings& settings, const Clock& clock) {
  using namespace paygate;
  payment::Gateways gateways;
  if (settings.wechat) gateways[Channel::wechat] = {std::make_unique<WechatGateway>(*settings.wechat, clock)};
  if (settings.alipay) gateways[Channel::alipay] = {std::make_unique<AlipayGateway>(*settings.alipay, clock)};
  if (settings.unionpay)
    gateways[Channel::unionpay] = {std::make_unique<UnionpayGateway>(*settings.unionpay, clock)};
  if (settings.b2b) gateways[Channel::b2b] = {std::make_unique<UnionpayGateway>(*settings.b2b, clock)};
  return gateways;
}

}  // namespace expogate
