#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "base/text.h"
#include "platform/crypto/aes_gcm.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"
#include "platform/paygate/alipay_gateway.h"
#include "platform/paygate/unionpay_gateway.h"
#include "platform/paygate/unionpay_reading.h"
#include "platform/paygate/wechat_gateway.h"
#include "testing/test_keys.h"

namespace {

using namespace expogate;
using namespace expogate::paygate;

constexpr std::string_view key = "0123456789abcdef0123456789abcdef", nonce = "0123456789ab";

/// One key for everybody: who signs is not the question here.
struct Providers {
  TestClock clock;
  TestKey own;
  RsaPrivateKey signer = own.private_key();
  std::string certificate = TestCertificate{.common_name = "UnionPay", .is_authority = true}.pem(own, own);
  WechatGateway wechat{{.app_id = "app",
                        .merchant_id = "merchant",
                        .merchant_serial = "1",
                        .merchant_key = own.private_key(),
                        .platform_keys = {{"serial", own.public_key()}},
                        .platform_serial = "serial",
                        .api_v3_key = std::string(key)},
                       clock};
  AlipayGateway alipay{{.app_id = "app",
                        .seller_id = "merchant",
                        .app_key = own.private_key(),
                        .platform_key = own.public_key()},
                       clock};
  UnionpayGateway unionpay{
      {.merchant_id = "merchant",
       .merchant_key = own.private_key(),
       .merchant_serial = "1",
       .trust = {.roots = {Certificate::from_pem(certificate)}, .between = {}, .name = "UnionPay"}},
      clock};

  std::string sign(std::string_view text) const { return base64_encode(signer.sign_sha256(text)); }

  NoticeRequest wechat_notice(const std::string& body) const {
    auto timestamp = std::to_string(TestClock::start.ms / 1000);
    return {.headers = {{"wechatpay-timestamp", timestamp},
                        {"wechatpay-nonce", "nonce"},
                        {"wechatpay-serial", "serial"},
                        {"wechatpay-signature", sign(timestamp + "\nnonce\n" + body + "\n")}},
            .query = {},
            .body = body};
  }
};

bool is_refused(const NoticeReading& reading) {
  return std::holds_alternative<NoticeRefusal>(reading);
}

void check(const NoticeReading& reading) {
  if (auto* charge = std::get_if<ChargeNotice>(&reading)) {
    expect(!charge->number.empty() && charge->status.amount_fen >= 0, "a charge has a number and no debt");
    bool is_paid = charge->status.state == ChargeState::paid;
    expect(!is_paid || !charge->status.gateway_number.empty(), "what is paid has the provider's number");
  }
  if (auto* refund = std::get_if<RefundNotice>(&reading))
    expect(!refund->number.empty() && refund->status.amount_fen >= 0, "so does a refund");
}

/// Nobody without the key makes a notice, whatever they send.
void check_forged(const Providers& providers, const std::string& input) {
  NoticeRequest forged{.headers = {{"wechatpay-timestamp", std::to_string(TestClock::start.ms / 1000)},
                                   {"wechatpay-nonce", "nonce"},
                                   {"wechatpay-serial", "serial"},
                                   {"wechatpay-signature", base64_encode(input)}},
                       .query = {},
                       .body = input};
  expect(is_refused(providers.wechat.read_notice(forged, TestClock::start)), "WeChat Pay's are signed");
  expect(is_refused(providers.alipay.read_notice(forged, TestClock::start)), "Alipay's are signed");
  expect(is_refused(providers.unionpay.read_notice(forged, TestClock::start)), "UnionPay's are signed");
}

/// What is read when the provider itself says strange things.
void check_wechat(const Providers& providers, const std::string& input) {
  auto whole = providers.wechat_notice(input);
  check(providers.wechat.read_notice(whole, TestClock::start));
  auto sealed = base64_encode(aes_gcm::seal(key, nonce, "", input));
  for (auto kind : {"TRANSACTION.SUCCESS", "REFUND.SUCCESS"}) {
    auto body = std::string(R"({"event_type":")") + kind +
                R"(","resource":{"algorithm":"AEAD_AES_256_GCM","nonce":")" + std::string(nonce) +
                R"(","ciphertext":")" + sealed + R"("}})";
    check(providers.wechat.read_notice(providers.wechat_notice(body), TestClock::start));
  }
}

void check_forms(const Providers& providers, const std::string& input) {
  auto fields = parse_form(input);
  if (!fields) return;
  expect(parse_form(form_of(*fields)) == fields, "a form is the same when written and read again");
  auto signed_fields = *fields;
  signed_fields.erase("sign");
  signed_fields.erase("sign_type");
  signed_fields["sign"] = providers.sign(plainly_joined(signed_fields));
  signed_fields["sign_type"] = "RSA2";
  NoticeRequest request{.headers = {}, .query = {}, .body = form_of(signed_fields)};
  check(providers.alipay.read_notice(request, TestClock::start));
  (*fields)["version"] = "5.1.0";
  (*fields)["signMethod"] = "01";
  fields->emplace("signPubKeyCert", providers.certificate);
  fields->erase("signature");
  (*fields)["signature"] = providers.sign(sha256_hex(plainly_joined(*fields)));
  request.body = form_of(*fields);
  check(providers.unionpay.read_notice(request, TestClock::start));
}

}  // namespace

// Refused with a reason, or a whole notice. The answers of the providers are read by the same parsers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Providers providers;
  std::string input(reinterpret_cast<const char*>(data), size);
  check_forged(providers, input);
  if (input.starts_with('{'))
    check_wechat(providers, input);
  else
    check_forms(providers, input);
  parse_unionpay_answer(input);
  if (JsonFields::parse(input)) written_value(input, "alipay_trade_query_response");
  return 0;
}
