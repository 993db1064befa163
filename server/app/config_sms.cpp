#include "app/config_sms.h"

namespace expogate {
namespace {

/// `verification_code = "SMS_154950909 code,minutes"`: our name of the text, the provider's code, the
/// parameters in the order of its places.
ApprovedTemplates read_templates(ConfigReader& reader) {
  ApprovedTemplates templates;
  for (auto& [name, text] : reader.texts("sms.templates")) {
    if (auto parsed = parse_approved_template(text))
      templates.emplace(name, *parsed);
    else
      reader.mistake("sms.templates." + name +
                     " must be the provider's code and its parameters: \"SMS_1 code,minutes\"");
  }
  return templates;
}

std::string required(ConfigReader& reader, const std::string& name, const std::string& because) {
  auto value = reader.text(name, "");
  if (value.empty()) reader.mistake(because + " needs " + name);
  return value;
}

AliyunSmsSettings read_aliyun(ConfigReader& reader) {
  AliyunSmsSettings aliyun;
  aliyun.server.url = reader.text("sms.url", "https://dysmsapi.aliyuncs.com");
  aliyun.server.ca_file = reader.text("sms.ca_file", "");
  aliyun.access_key_id = required(reader, "sms.key_id", "sms.provider = aliyun");
  aliyun.access_key_secret = required(reader, "sms.secret", "sms.provider = aliyun");
  aliyun.sign_name = required(reader, "sms.sign_name", "sms.provider = aliyun");
  aliyun.templates = read_templates(reader);
  return aliyun;
}

TencentSmsSettings read_tencent(ConfigReader& reader) {
  TencentSmsSettings tencent;
  tencent.server.url = reader.text("sms.url", "https://sms.tencentcloudapi.com");
  tencent.server.ca_file = reader.text("sms.ca_file", "");
  tencent.secret_id = required(reader, "sms.key_id", "sms.provider = tencent");
  tencent.secret_key = required(reader, "sms.secret", "sms.provider = tencent");
  tencent.app_id = required(reader, "sms.app_id", "sms.provider = tencent");
  tencent.sign_name = required(reader, "sms.sign_name", "sms.provider = tencent");
  tencent.region = reader.text("sms.region", "ap-guangzhou");
  tencent.templates = read_templates(reader);
  return tencent;
}

}  // namespace

bool read_gateway(ConfigReader& reader, const std::string& name, HttpClientSettings& gateway,
                  SharedSecret& shared) {
  gateway.url = reader.text(name + ".url", "");
  gateway.ca_file = reader.text(name + ".ca_file", "");
  shared.key_id = reader.text(name + ".key_id", "");
  shared.secret = reader.text(name + ".secret", "");
  if (gateway.url.empty()) return false;
  if (shared.key_id.empty() || shared.secret.empty())
    reader.mistake(name + ".url needs " + name + ".key_id and " + name + ".secret");
  return true;
}

SmsSettings read_sms(ConfigReader& reader) {
  SmsSettings sms;
  auto provider = reader.text("sms.provider", "gateway");
  if (provider == "aliyun") {
    sms.aliyun = read_aliyun(reader);
  } else if (provider == "tencent") {
    sms.tencent = read_tencent(reader);
  } else if (provider == "gateway") {
    HttpSmsSettings gateway;
    if (read_gateway(reader, "sms", gateway.gateway, gateway.shared)) sms.gateway = gateway;
  } else {
    reader.mistake("sms.provider must be gateway, aliyun or tencent");
  }
  return sms;
}

}  // namespace expogate
