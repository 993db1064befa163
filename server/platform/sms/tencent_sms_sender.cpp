#include "platform/sms/tencent_sms_sender.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "platform/crypto/digest.h"

namespace expogate {
namespace {

namespace json = boost::json;

constexpr std::string_view algorithm = "TC3-HMAC-SHA256", version = "2021-01-11",
                           content_type = "application/json; charset=utf-8";

std::string host_of(const std::string& url) {
  auto from = url.find("://") + 3;
  return url.substr(from, url.find('/', from) - from);
}

std::string text_in(const json::object& object, const char* name) {
  auto* found = object.if_contains(name);
  return found && found->is_string() ? std::string(found->get_string()) : "";
}

/// What never becomes right by trying again; limits and the provider's own troubles pass.
bool is_final(std::string_view code) {
  return code.starts_with("FailedOperation") || code.starts_with("InvalidParameter") ||
         code.starts_with("MissingParameter") || code.starts_with("UnsupportedOperation");
}

Outcome<Sent> sent_or_not(const HttpAnswer& answer) {
  json::error_code error;
  auto value = json::parse(answer.body, error);
  auto* response = !error && value.is_object() ? value.get_object().if_contains("Response") : nullptr;
  if (!response || !response->is_object()) return failure_of(answer);
  auto& object = response->get_object();
  if (auto* told = object.if_contains("Error"); told && told->is_object()) {
    auto code = text_in(told->get_object(), "Code");
    return Failure{code + ": " + text_in(told->get_object(), "Message"), is_final(code)};
  }
  auto* states = object.if_contains("SendStatusSet");
  if (!states || !states->is_array() || states->get_array().empty() || !states->get_array()[0].is_object())
    return failure_of(answer);
  auto& state = states->get_array()[0].get_object();
  auto code = text_in(state, "Code");
  if (code == "Ok") return Sent{text_in(state, "SerialNo")};
  return Failure{code + ": " + text_in(state, "Message"), is_final(code)};
}

}  // namespace

TencentSmsSender::TencentSmsSender(TencentSmsSettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), client_(settings_.server) {}

Outcome<Sent> TencentSmsSender::send(const SmsMessage& message) {
  auto values = values_for(settings_.templates, message);
  if (!values) return values.failure();
  json::array parameters;
  for (auto& [name, value] : values.value()) parameters.emplace_back(value);
  auto body = json::serialize(json::object{{"PhoneNumberSet", json::array{message.mobile}},
                                           {"SmsSdkAppId", settings_.app_id},
                                           {"SignName", settings_.sign_name},
                                           {"TemplateId", settings_.templates.at(message.template_code).code},
                                           {"TemplateParamSet", parameters},
                                           {"SessionContext", message.id}});
  auto now = clock_.now();
  auto timestamp = std::to_string(now.ms / 1000), date = to_rfc3339(now).substr(0, 10);
  constexpr std::string_view signed_names = "content-type;host;x-tc-action";
  auto canonical = fmt::format("POST\n/\n\ncontent-type:{}\nhost:{}\nx-tc-action:sendsms\n\n{}\n{}",
                               content_type, host_of(settings_.server.url), signed_names, sha256_hex(body));
  auto scope = date + "/sms/tc3_request";
  auto to_sign = fmt::format("{}\n{}\n{}\n{}", algorithm, timestamp, scope, sha256_hex(canonical));
  auto key = hmac_sha256(hmac_sha256(hmac_sha256("TC3" + settings_.secret_key, date), "sms"), "tc3_request");
  auto answer =
      client_.post("", content_type, body,
                   {{"X-TC-Action", "SendSms"},
                    {"X-TC-Version", std::string(version)},
                    {"X-TC-Timestamp", timestamp},
                    {"X-TC-Region", settings_.region},
                    {"Authorization",
                     fmt::format("{} Credential={}/{}, SignedHeaders={}, Signature={}", algorithm,
                                 settings_.secret_id, scope, signed_names, hmac_sha256_hex(key, to_sign))}});
  if (!answer) return answer.failure();
  return sent_or_not(answer.value());
}

}  // namespace expogate
