#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "platform/crypto/rsa.h"

/// How WeChat Pay APIv3 signs, both ways.
namespace expogate::paygate {

/// `PUB_KEY_ID_…` or a certificate's serial number -> its key.
using WechatKeys = std::map<std::string, RsaPublicKey>;

/// The header Authorization of a request. `target` is its path with its query.
std::string wechat_authorization(const std::string& merchant_id, const std::string& merchant_serial,
                                 const RsaPrivateKey& key, std::string_view method, std::string_view target,
                                 std::string_view body, Instant now);

/// The headers Wechatpay-… that sign a body, of an answer or of a notice.
struct WechatSignature {
  std::string timestamp, nonce, serial, signature;
  static WechatSignature of(const std::map<std::string, std::string>& headers);
};

enum class WechatDoubt { none, malformed, stale, bad_signature };

/// Probe traffic is doubted like anything else that nobody signed: its signature is no signature.
WechatDoubt doubt_of(const WechatSignature& signature, std::string_view body, const WechatKeys& keys,
                     Instant now);

}  // namespace expogate::paygate
