#include "app/config_payment.h"

#include <fstream>
#include <sstream>

#include "platform/crypto/aes_gcm.h"

namespace expogate {
namespace {

/// The settings of one provider: all of the needed ones, or none at all.
class Section {
 public:
  Section(ConfigReader& reader, std::string name) : reader_(reader), name_(std::move(name)) {}

  std::string optional(const std::string& setting, const std::string& otherwise = {}) {
    auto value = reader_.text(name_ + "." + setting, otherwise);
    if (value != otherwise) present_.push_back(name_ + "." + setting);
    return value;
  }

  std::string needed(const std::string& setting) {
    auto value = optional(setting);
    if (value.empty()) missing_.push_back(name_ + "." + setting);
    return value;
  }

  /// What is in the file that a setting names, as the key or certificates that it should be.
  template <class Parse>
  auto file(const std::string& setting, Parse parse) {
    return parsed(setting, needed(setting), parse);
  }
  template <class Parse>
  auto optional_file(const std::string& setting, Parse parse) {
    return parsed(setting, optional(setting), parse);
  }

  /// The default address, or another that outgoing calls may go to.
  HttpClientSettings server(HttpClientSettings server) {
    server.url = optional("url", server.url);
    server.ca_file = optional("ca_file");
    try {
      HttpClient client(server);
    } catch (const std::invalid_argument& error) {
      mistake(error.what());
    }
    return server;
  }

  void mistake(const std::string& what) { mistakes_.push_back(name_ + ": " + what); }

  /// Tells the mistakes when anything was set at all; whether the provider can be used.
  bool is_usable() {
    if (present_.empty()) return false;
    for (auto& setting : missing_) mistakes_.push_back(setting + " is needed beside " + present_.front());
    for (auto& what : mistakes_) reader_.mistake(what);
    return mistakes_.empty();
  }

 private:
  template <class Parse>
  auto parsed(const std::string& setting, const std::string& path, Parse parse)
      -> std::optional<decltype(parse(std::string_view()))> {
    if (path.empty()) return std::nullopt;
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    try {
      if (!stream) throw KeyError("cannot be read");
      return parse(text.str());
    } catch (const KeyError& error) {
      mistakes_.push_back(name_ + "." + setting + " (" + path + "): " + error.what());
      return std::nullopt;
    }
  }

  ConfigReader& reader_;
  std::string name_;
  std::vector<std::string> present_, missing_, mistakes_;
};

bool are_a_pair(const RsaPrivateKey& key, const Certificate& certificate) {
  return certificate.public_key().has_signed_sha256("pair", key.sign_sha256("pair"));
}

/// The merchant's key with its certificate, which belong together.
struct Merchant {
  std::optional<RsaPrivateKey> key;
  std::optional<Certificate> certificate;
};

Merchant read_merchant(Section& section) {
  Merchant merchant{section.file("merchant_key_file", RsaPrivateKey::from_pem),
                    section.file("merchant_certificate_file", Certificate::from_pem)};
  if (merchant.key && merchant.certificate && !are_a_pair(*merchant.key, *merchant.certificate))
    section.mistake("merchant_key_file and merchant_certificate_file do not belong together");
  return merchant;
}

/// WeChat Pay's own key, its older certificates, or both while a merchant changes from these to that.
void read_platform_keys(Section& section, paygate::WechatKeys& keys, std::string& preferred) {
  preferred = section.optional("platform_key_id");
  auto key = section.optional_file("platform_key_file", RsaPublicKey::from_pem);
  auto certificates = section.optional_file("platform_certificates_file", Certificate::list_from_pem);
  if (bool(key) != !preferred.empty())
    section.mistake("platform_key_file and platform_key_id need each other");
  if (key) keys.emplace(preferred, *key);
  for (auto& certificate : certificates.value_or(std::vector<Certificate>())) {
    keys.emplace(certificate.serial_hex(), certificate.public_key());
    if (preferred.empty()) preferred = certificate.serial_hex();
  }
  if (keys.empty()) section.mistake("platform_key_file or platform_certificates_file is needed");
}

std::optional<paygate::WechatSettings> read_wechat(ConfigReader& reader) {
  Section section(reader, "wechat");
  auto app_id = section.needed("app_id"), merchant_id = section.needed("merchant_id");
  auto merchant = read_merchant(section);
  paygate::WechatKeys keys;
  std::string preferred;
  read_platform_keys(section, keys, preferred);
  auto api_v3_key = section.needed("api_v3_key");
  if (!api_v3_key.empty() && api_v3_key.size() != aes_gcm::key_size)
    section.mistake("api_v3_key has 32 characters");
  auto server = section.server({.url = "https://api.mch.weixin.qq.com"});
  if (!section.is_usable()) return std::nullopt;
  return paygate::WechatSettings{.app_id = app_id,
                                 .merchant_id = merchant_id,
                                 .merchant_serial = merchant.certificate->serial_hex(),
                                 .merchant_key = *merchant.key,
                                 .platform_keys = keys,
                                 .platform_serial = preferred,
                                 .api_v3_key = api_v3_key,
                                 .server = server};
}

std::optional<paygate::AlipaySettings> read_alipay(ConfigReader& reader) {
  Section section(reader, "alipay");
  auto app_id = section.needed("app_id"), seller_id = section.needed("seller_id");
  auto app_key = section.file("app_key_file", RsaPrivateKey::from_pem);
  auto platform_key = section.file("platform_key_file", RsaPublicKey::from_pem);
  auto server = section.server({.url = "https://openapi.alipay.com/gateway.do"});
  if (!section.is_usable()) return std::nullopt;
  return paygate::AlipaySettings{.app_id = app_id,
                                 .seller_id = seller_id,
                                 .app_key = *app_key,
                                 .platform_key = *platform_key,
                                 .server = server};
}

void read_unionpay(ConfigReader& reader, PaymentSettings& payment) {
  using Product = paygate::UnionpaySettings::Product;
  Section section(reader, "unionpay");
  auto merchant_id = section.needed("merchant_id");
  auto merchant = read_merchant(section);
  auto roots = section.file("root_certificates_file", Certificate::list_from_pem);
  auto between = section.file("middle_certificates_file", Certificate::list_from_pem);
  auto name = section.optional("certificate_name", paygate::UnionpayTrust().name);
  auto server = section.server({.url = "https://gateway.95516.com"});
  bool has_qr_code = reader.flag("unionpay.has_qr_code", true),
       has_b2b = reader.flag("unionpay.has_b2b", true);
  if (!section.is_usable()) return;
  paygate::UnionpaySettings settings{.merchant_id = merchant_id,
                                     .merchant_key = *merchant.key,
                                     .merchant_serial = merchant.certificate->serial_decimal(),
                                     .trust = {*roots, *between, name},
                                     .server = server};
  if (has_qr_code) payment.unionpay = settings;
  settings.product = Product::b2b;
  if (has_b2b) payment.b2b = settings;
}

}  // namespace

PaymentSettings read_payment(ConfigReader& reader) {
  PaymentSettings payment;
  payment.wechat = read_wechat(reader);
  payment.alipay = read_alipay(reader);
  read_unionpay(reader, payment);
  return payment;
}

}  // namespace expogate
