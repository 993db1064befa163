#include "platform/sms/http_sms_sender.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

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
  auto headers = signed_headers(settings_.shared, body, clock_.now());
  headers.emplace_back("Idempotency-Key", message.id);
  auto answer = client_.post_json(body, headers);
  if (!answer) return answer.failure();
  return sent_or_not(answer.value());
}

}  // namespace expogate
