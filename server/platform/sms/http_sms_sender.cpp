#include "platform/sms/http_sms_sender.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"

namespace expogate {
namespace {

namespace json = boost::json;

std::string body_of(const SmsMessage& message) {
  json::object parameters;
  for (auto& [name, value] : message.parameters) parameters[name] = value;
  return json::serialize(json::object{{"mobile", message.mobile},
                                      {"text", message.text},
                                      {"template_code", message.template_code},
                                      {"parameters", parameters}});
}

Outcome<Sent> sent_or_not(const HttpAnswer& answer) {
  if (answer.status < 200 || answer.status > 299) return failure_of(answer);
  json::error_code error;
  auto value = json::parse(answer.body, error);
  auto* reference = !error && value.is_object() ? value.get_object().if_contains("reference") : nullptr;
  if (reference == nullptr || !reference->is_string())
    return Failure{"the gateway gave no reference: " + answer.body.substr(0, 200)};
  return Sent{std::string(reference->get_string())};
}

}  // namespace

HttpSmsSender::HttpSmsSender(HttpSmsSettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), client_(settings_.gateway) {}

Outcome<Sent> HttpSmsSender::send(const SmsMessage& message) {
  auto body = body_of(message);
  auto answer = client_.post_json(body, signed_headers(message, body));
  if (!answer) return answer.failure();
  return sent_or_not(answer.value());
}

HttpClient::Headers HttpSmsSender::signed_headers(const SmsMessage& message, std::string_view body) const {
  auto timestamp = std::to_string(clock_.now().ms / 1000);
  auto nonce = new_token();
  auto signature = hmac_sha256_hex(settings_.secret, timestamp + "\n" + nonce + "\n" + std::string(body));
  return {{"Idempotency-Key", message.id},
          {"X-Key-Id", settings_.key_id},
          {"X-Timestamp", timestamp},
          {"X-Nonce", nonce},
          {"X-Signature", signature}};
}

}  // namespace expogate
