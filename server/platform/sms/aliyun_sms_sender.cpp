#include "platform/sms/aliyun_sms_sender.h"

#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"

namespace expogate {
namespace {

namespace json = boost::json;

constexpr std::string_view algorithm = "ACS3-HMAC-SHA256", version = "2017-05-25", action = "SendSms";

/// RFC 3986: only unreserved characters stay.
std::string percent_encoded(std::string_view text) {
  std::string out;
  for (unsigned char c : text) {
    bool is_unreserved = std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.' || c == '~';
    out += is_unreserved ? std::string(1, char(c)) : fmt::format("%{:02X}", c);
  }
  return out;
}

/// Sorted by their names, as the signature wants them.
std::string query_of(const std::map<std::string, std::string>& parameters) {
  std::string query;
  for (auto& [name, value] : parameters)
    query += (query.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  return query;
}

std::string host_of(const std::string& url) {
  auto from = url.find("://") + 3;
  return url.substr(from, url.find('/', from) - from);
}

/// What never becomes right by trying again: a number, a text or a right that is wrong.
bool is_final(std::string_view code) {
  return code.starts_with("isv.") && code != "isv.BUSINESS_LIMIT_CONTROL" &&
         code != "isv.AMOUNT_NOT_ENOUGH" && code != "isv.OUT_OF_SERVICE";
}

Outcome<Sent> sent_or_not(const HttpAnswer& answer) {
  json::error_code error;
  auto value = json::parse(answer.body, error);
  if (error || !value.is_object()) return failure_of(answer);
  auto text = [&](const char* name) {
    auto* found = value.get_object().if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : "";
  };
  if (text("Code") == "OK") return Sent{text("BizId")};
  if (text("Code").empty()) return failure_of(answer);
  return Failure{text("Code") + ": " + text("Message"), is_final(text("Code"))};
}

}  // namespace

AliyunSmsSender::AliyunSmsSender(AliyunSmsSettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), client_(settings_.server) {}

Outcome<Sent> AliyunSmsSender::send(const SmsMessage& message) {
  auto values = values_for(settings_.templates, message);
  if (!values) return values.failure();
  json::object parameters;
  for (auto& [name, value] : values.value()) parameters[name] = value;
  auto query = query_of({{"PhoneNumbers", message.mobile.substr(message.mobile.starts_with("+86") ? 3 : 1)},
                         {"SignName", settings_.sign_name},
                         {"TemplateCode", settings_.templates.at(message.template_code).code},
                         {"TemplateParam", json::serialize(parameters)},
                         {"OutId", message.id}});
  auto date = to_rfc3339(clock_.now()).substr(0, 19) + "Z";
  auto nonce = new_token(), hash = sha256_hex("");
  constexpr std::string_view signed_names =
      "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
  auto canonical = fmt::format(
      "POST\n/"
      "\n{}\nhost:{}\nx-acs-action:{}\nx-acs-content-sha256:{}\nx-acs-date:{}\nx-acs-signature-nonce:{}\n"
      "x-acs-version:{}\n\n{}\n{}",
      query, host_of(settings_.server.url), action, hash, date, nonce, version, signed_names, hash);
  auto signature =
      hmac_sha256_hex(settings_.access_key_secret, fmt::format("{}\n{}", algorithm, sha256_hex(canonical)));
  auto answer =
      client_.post("/?" + query, "application/json", "",
                   {{"x-acs-action", std::string(action)},
                    {"x-acs-content-sha256", hash},
                    {"x-acs-date", date},
                    {"x-acs-signature-nonce", nonce},
                    {"x-acs-version", std::string(version)},
                    {"Authorization", fmt::format("{} Credential={},SignedHeaders={},Signature={}", algorithm,
                                                  settings_.access_key_id, signed_names, signature)}});
  if (!answer) return answer.failure();
  return sent_or_not(answer.value());
}

}  // namespace expogate
