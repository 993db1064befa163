#pragma once
#include "base/time.h"
#include "platform/outbound/http_client.h"
#include "platform/sms/sms_templates.h"

namespace expogate {

struct AliyunSmsSettings {
  HttpClientSettings server;  ///< https://dysmsapi.aliyuncs.com
  std::string access_key_id, access_key_secret;
  std::string sign_name;  ///< approved, without brackets
  ApprovedTemplates templates;
};

/// Alibaba Cloud's short messages: `SendSms` of 2017-05-25 under signature version 3 (ACS3-HMAC-SHA256).
class AliyunSmsSender final : public SmsSender {
 public:
  AliyunSmsSender(AliyunSmsSettings settings, const Clock& clock);
  Outcome<Sent> send(const SmsMessage& message) override;

 private:
  AliyunSmsSettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate
