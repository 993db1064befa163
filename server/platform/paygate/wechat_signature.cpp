#include "platform/paygate/wechat_signature.h"

#include <fmt/format.h>

#include <cstdlib>

#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"
#include "platform/paygate/amount.h"

namespace expogate::paygate {
namespace {

constexpr Duration freshness = seconds(300);

bool is_far(Instant a, Instant b) {
  return std::llabs(a.ms - b.ms) > freshness.ms;
}

}  // namespace

std::string wechat_authorization(const std::string& merchant_id, const std::string& merchant_serial,
                                 const RsaPrivateKey& key, std::string_view method, std::string_view target,
                                 std::string_view body, Instant now) {
  auto timestamp = now.ms / 1000;
  auto nonce = hex_encode(random_bytes(16));
  auto text = fmt::format("{}\n{}\n{}\n{}\n{}\n", method, target, timestamp, nonce, body);
  return fmt::format(
      R"(WECHATPAY2-SHA256-RSA2048 mchid="{}",nonce_str="{}",timestamp="{}",serial_no="{}",signature="{}")",
      merchant_id, nonce, timestamp, merchant_serial, base64_encode(key.sign_sha256(text)));
}

WechatSignature WechatSignature::of(const std::map<std::string, std::string>& headers) {
  auto value = [&](const char* name) {
    auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  };
  return {value("wechatpay-timestamp"), value("wechatpay-nonce"), value("wechatpay-serial"),
          value("wechatpay-signature")};
}

WechatDoubt doubt_of(const WechatSignature& signature, std::string_view body, const WechatKeys& keys,
                     Instant now) {
  auto signed_at_s = parse_fen(signature.timestamp);
  if (!signed_at_s || signature.nonce.empty()) return WechatDoubt::malformed;
  if (is_far({*signed_at_s * 1000}, now)) return WechatDoubt::stale;
  auto key = keys.find(signature.serial);
  auto bytes = base64_decode(signature.signature);
  if (key == keys.end() || !bytes) return WechatDoubt::bad_signature;
  auto text = fmt::format("{}\n{}\n{}\n", signature.timestamp, signature.nonce, body);
  return key->second.has_signed_sha256(text, *bytes) ? WechatDoubt::none : WechatDoubt::bad_signature;
}

}  // namespace expogate::paygate
