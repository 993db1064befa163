#include "app/payment_gateways.h"

#include "payment/sandbox_cashier.h"
#include "platform/crypto/blind_index.h"

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

payment::Gateways payment_gateways(const Config& config, const FieldCipher& cipher, db::Database& database,
                                   const Clock& clock) {
  auto gateways = configured_gateways(config.payment, clock);
  if (!gateways.empty()) return gateways;
  for (auto channel : {Channel::alipay, Channel::wechat, Channel::unionpay, Channel::b2b}) {
    auto books = std::make_unique<payment::SandboxBooks>(database, clock, channel);
    auto opens = channel == Channel::b2b ? paygate::SandboxSettings::Opens::gateway_page
                                         : paygate::SandboxSettings::Opens::qr_code;
    paygate::SandboxSettings settings{
        config.public_url, blind_index(cipher.ring(), "sandbox_notices", enum_name(channel)), opens};
    auto provider = std::make_unique<paygate::SandboxGateway>(settings, *books);
    gateways[channel] = {std::move(provider), std::move(books)};
  }
  return gateways;
}

}  // namespace expogate
