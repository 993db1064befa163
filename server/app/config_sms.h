#pragma once
#include <optional>

#include "platform/config/config_reader.h"
#include "platform/sms/aliyun_sms_sender.h"
#include "platform/sms/http_sms_sender.h"
#include "platform/sms/tencent_sms_sender.h"

namespace expogate {

/// The one way out for short messages; none: no code can be sent.
struct SmsSettings {
  std::optional<HttpSmsSettings> gateway;
  std::optional<AliyunSmsSettings> aliyun;
  std::optional<TencentSmsSettings> tencent;
  bool is_configured() const { return gateway || aliyun || tencent; }
};

SmsSettings read_sms(ConfigReader& reader);

/// A gateway that shares a secret with us; false when none is configured under this name.
bool read_gateway(ConfigReader& reader, const std::string& name, HttpClientSettings& gateway,
                  SharedSecret& shared);

}  // namespace expogate
