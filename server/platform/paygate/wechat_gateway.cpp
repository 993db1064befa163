#include "platform/paygate/wechat_gateway.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "platform/paygate/json_fields.h"
#include "platform/paygate/shanghai_time.h"
#include "platform/paygate/wechat_reading.h"

namespace expogate::paygate {
namespace {

namespace json = boost::json;

constexpr std::size_t most_subject_bytes = 127, most_reason_bytes = 80;

bool is_ok(const HttpAnswer& answer) {
  return answer.status >= 200 && answer.status < 300;
}

/// WeChat Pay's word for why not; empty when the answer says none.
std::string code_of(const HttpAnswer& answer) {
  auto fields = JsonFields::parse(answer.body);
  return fields ? fields->text("code") : std::string();
}

/// A refusal of this refund, and not of our signature or of too many calls.
bool is_refusal(const HttpAnswer& answer) {
  bool is_about_it = answer.status == 400 || answer.status == 403 || answer.status == 404;
  auto code = code_of(answer);
  return is_about_it && !code.empty() && code != "PARAM_ERROR" && code != "SIGN_ERROR" && code != "NO_AUTH";
}

Failure unreadable(const HttpAnswer& answer) {
  return {"WeChat Pay answered something else than was asked: " + answer.body.substr(0, 200)};
}

Outcome<RefundStatus> refund_status(const HttpAnswer& answer, const Refund& refund) {
  auto fields = JsonFields::parse(answer.body);
  if (!fields || fields->text("out_refund_no") != refund.number ||
      fields->text("out_trade_no") != refund.charge_number)
    return unreadable(answer);
  auto status = wechat_refund_status(*fields, fields->text("status"));
  if (!status) return unreadable(answer);
  return *status;
}

}  // namespace

WechatGateway::WechatGateway(WechatSettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), client_(settings_.server) {}

Outcome<Cashier> WechatGateway::begin(const Charge& charge) {
  json::object order{
      {"appid", settings_.app_id},
      {"mchid", settings_.merchant_id},
      {"description", beginning_of(charge.subject, most_subject_bytes)},
      {"out_trade_no", charge.number},
      {"time_expire", rfc3339_of_shanghai(charge.expires_at)},
      {"notify_url", charge.notify_url},
      {"amount", json::object{{"total", charge.amount_fen}, {"currency", "CNY"}}},
  };
  if (!charge.payer_ip.empty()) order["scene_info"] = json::object{{"payer_client_ip", charge.payer_ip}};
  auto answer = call("POST", "/v3/pay/transactions/native", json::serialize(order));
  if (!answer) return answer.failure();
  if (!is_ok(answer.value())) return failure_of(answer.value());
  auto fields = JsonFields::parse(answer.value().body);
  if (!fields || fields->text("code_url").empty()) return unreadable(answer.value());
  return Cashier(QrCode{fields->text("code_url")});
}

Outcome<ChargeStatus> WechatGateway::query(const std::string& number, Instant) {
  auto answer =
      call("GET", "/v3/pay/transactions/out-trade-no/" + number + "?mchid=" + settings_.merchant_id);
  if (!answer) return answer.failure();
  if (code_of(answer.value()) == "ORDER_NOT_EXIST") return ChargeStatus{};
  if (!is_ok(answer.value())) return failure_of(answer.value());
  auto fields = JsonFields::parse(answer.value().body);
  bool is_about_it = fields && fields->text("out_trade_no") == number &&
                     fields->text("mchid") == settings_.merchant_id &&
                     fields->text("appid") == settings_.app_id;
  auto status = is_about_it ? wechat_charge_status(*fields) : std::nullopt;
  if (!status) return unreadable(answer.value());
  return *status;
}

Outcome<ChargeStatus> WechatGateway::close(const std::string& number, Instant created_at) {
  auto body = json::serialize(json::object{{"mchid", settings_.merchant_id}});
  auto answer = call("POST", "/v3/pay/transactions/out-trade-no/" + number + "/close", body);
  if (!answer) return answer.failure();
  // Closed or not (already paid, already closed, unknown), the query knows what it is now.
  return query(number, created_at);
}

Outcome<RefundStatus> WechatGateway::refund(const Refund& refund) {
  json::object request{{"out_trade_no", refund.charge_number},
                       {"out_refund_no", refund.number},
                       {"reason", beginning_of(refund.reason, most_reason_bytes)},
                       {"notify_url", refund.notify_url},
                       {"amount", json::object{{"refund", refund.amount_fen},
                                               {"total", refund.charge_amount_fen},
                                               {"currency", "CNY"}}}};
  auto answer = call("POST", "/v3/refund/domestic/refunds", json::serialize(request));
  if (!answer) return answer.failure();
  if (is_refusal(answer.value()))
    return RefundStatus{.state = RefundState::refused, .reason = failure_of(answer.value()).reason};
  if (!is_ok(answer.value())) return failure_of(answer.value());
  return refund_status(answer.value(), refund);
}

Outcome<RefundStatus> WechatGateway::query_refund(const Refund& refund) {
  auto answer = call("GET", "/v3/refund/domestic/refunds/" + refund.number);
  if (!answer) return answer.failure();
  if (code_of(answer.value()) == "RESOURCE_NOT_EXISTS") return RefundStatus{};
  if (!is_ok(answer.value())) return failure_of(answer.value());
  return refund_status(answer.value(), refund);
}

Outcome<HttpAnswer> WechatGateway::call(std::string_view method, const std::string& target,
                                        const std::string& body) {
  auto headers = signed_headers(method, target, body);
  auto answer = method == "GET" ? client_.get(target, headers)
                                : client_.post(target, "application/json", body, headers);
  if (!answer || !is_ok(answer.value())) return answer;
  auto signature = WechatSignature::of(answer.value().headers);
  if (doubt_of(signature, answer.value().body, settings_.platform_keys, clock_.now()) != WechatDoubt::none)
    return Failure{"WeChat Pay's answer is not signed by a key that we know"};
  return answer;
}

HttpClient::Headers WechatGateway::signed_headers(std::string_view method, const std::string& target,
                                                  const std::string& body) const {
  return {{"Authorization", wechat_authorization(settings_.merchant_id, settings_.merchant_serial,
                                                 settings_.merchant_key, method, target, body, clock_.now())},
          {"Accept", "application/json"},
          {"User-Agent", "Expogate"},
          {"Wechatpay-Serial", settings_.platform_serial}};
}

}  // namespace expogate::paygate
