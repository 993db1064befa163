#include <fmt/format.h>

#include <cstdio>

#include "app/commands.h"
#include "app/configured_gateways.h"
#include "app/services.h"
#include "base/enum_text.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"

namespace expogate::commands {
namespace {

using namespace paygate;

void say(const std::string& line) {
  std::printf("%s\n", line.c_str());
}

int say_failure(const std::string& what, const Failure& failure) {
  say(fmt::format("  {}: FAILED. {}", what, failure.reason));
  if (!failure.is_permanent) say("  It may work later; if it does not, the reason above says what is wrong.");
  return 1;
}

std::string words_of(const Cashier& cashier) {
  if (auto* code = std::get_if<QrCode>(&cashier)) return "a QR code, " + code->text;
  auto& page = std::get<GatewayPage>(cashier);
  return fmt::format("a page with {} fields, {}", page.fields.size(), page.address);
}

/// 1 fen, for ten minutes, to nobody.
Charge new_charge(const Config& config, Instant now) {
  return {.number = "CHECK" + hex_encode(random_bytes(10)),
          .amount_fen = 1,
          .subject = "Expogate check",
          .created_at = now,
          .expires_at = now + minutes(10),
          .notify_url = config.public_url + "/payment_check",
          .return_url = config.public_url,
          .payer_ip = "127.0.0.1"};
}

int check(PaymentGateway& gateway, const Charge& charge) {
  auto begun = gateway.begin(charge);
  if (!begun) return say_failure("asked to be paid", begun.failure());
  say("  asked to be paid: " + words_of(begun.value()));
  auto status = gateway.query(charge.number, charge.created_at);
  if (!status) return say_failure("asked whether it is paid", status.failure());
  say(fmt::format("  asked whether it is paid: {}", enum_name(status.value().state)));
  auto closed = gateway.close(charge.number, charge.created_at);
  if (!closed) return say_failure("closed it", closed.failure());
  say(fmt::format("  closed it: {}", enum_name(closed.value().state)));
  if (closed.value().state == ChargeState::unpaid)
    say("  (this provider does not close what nobody has begun to pay; it ends by itself in ten minutes)");
  return 0;
}

std::string names_of(const payment::Gateways& gateways) {
  std::string names;
  for (auto& [channel, gateway] : gateways)
    names += (names.empty() ? "" : ", ") + std::string(enum_name(channel));
  return names.empty() ? "none" : names;
}

}  // namespace

int payment_check(const Config& config, const Words& words) {
  auto clock = clock_of(config);
  auto gateways = configured_gateways(config.payment, *clock);
  auto channel = words.size() == 1 ? enum_value<payment::Channel>(words[0]) : std::nullopt;
  auto found = channel ? gateways.find(*channel) : gateways.end();
  if (found == gateways.end()) {
    say("expogate payment-check CHANNEL; configured: " + names_of(gateways));
    return 2;
  }
  auto charge = new_charge(config, clock->now());
  say(fmt::format("{}: 0.01 yuan under the number {}", words[0], charge.number));
  auto result = check(*found->second.provider, charge);
  if (result == 0) say("The keys are right on both sides. Notices are checked by a payment only.");
  return result;
}

}  // namespace expogate::commands
