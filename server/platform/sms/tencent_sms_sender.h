#pragma once
#include "base/time.h"
#include "platform/outbound/http_client.h"
#include "platform/sms/sms_templates.h"

namespace expogate {

struct TencentSmsSettings {
  HttpClientSettings server;  ///< https://sms.tencentcloudapi.com
  std::string secret_id, secret_key, app_id, sign_name, region;
  ApprovedTemplates templates;
};

/// Tencent Cloud's short messages: `SendSms` of 2021-01-11 under TC3-HMAC-SHA256.
class TencentSmsSender final : public SmsSender {
 public:
  TencentSmsSender(TencentSmsSettings settings, const Clock& clock);
  Outcome<Sent> send(const SmsMessage& message) override;

 private:
  TencentSmsSettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate
