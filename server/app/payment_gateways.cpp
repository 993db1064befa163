#include "app/payment_gateways.h"

#include "payment/sandbox_cashier.h"
#include "platform/crypto/blind_index.h"

namespace expogate {

using payment::Channel;

payment::Gateways payment_gateways(const Config& config, const FieldCipher& cipher, db::Database& database,
                                   const Clock& clock) {
  auto gateways = configured_gateways(config.payment, clock);
  if (!gateways.empty() || !config.is_demo) return gateways;
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
