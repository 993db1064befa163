#include "platform/paygate/alipay_gateway.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

#include "base/money.h"
#include "base/text.h"
#include "platform/crypto/encoding.h"
#include "platform/paygate/alipay_reading.h"
#include "platform/paygate/amount.h"
#include "platform/paygate/form.h"
#include "platform/paygate/shanghai_time.h"

namespace expogate::paygate {
namespace {

namespace json = boost::json;

constexpr std::size_t most_subject_bytes = 256;

bool is_ok(const JsonFields& answer) {
  return answer.text("code") == "10000";
}

bool is_unknown(const JsonFields& answer) {
  return answer.text("sub_code") == "ACQ.TRADE_NOT_EXIST";
}

/// 40004 is the business saying no, unless Alipay stumbled itself.
bool is_refusal(const JsonFields& answer) {
  auto& why = answer.text("sub_code");
  return answer.text("code") == "40004" && why != "ACQ.SYSTEM_ERROR" && why != "aop.ACQ.SYSTEM_ERROR";
}

std::string reason_of(const JsonFields& answer) {
  return answer.text("code") + " " + answer.text("sub_code") + ": " + answer.text("msg") + ", " +
         answer.text("sub_msg");
}

/// 20000 is "not now"; 4000x says that the request is wrong and will be wrong again.
Failure failure_of(const JsonFields& answer) {
  auto& code = answer.text("code");
  bool is_permanent = is_refusal(answer) || (code.starts_with("4000") && code != "40004");
  return {"Alipay: " + reason_of(answer), is_permanent};
}

Failure unreadable(const std::string& what) {
  return {"Alipay answered something else than was asked: " + what};
}

}  // namespace

AlipayGateway::AlipayGateway(AlipaySettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), client_(settings_.server) {}

Outcome<Cashier> AlipayGateway::begin(const Charge& charge) {
  json::object content{{"out_trade_no", charge.number},
                       {"total_amount", yuan_text(charge.amount_fen)},
                       {"subject", beginning_of(charge.subject, most_subject_bytes)},
                       {"time_expire", spaced_time(charge.expires_at)}};
  auto answer = call("alipay.trade.precreate", json::serialize(content), charge.notify_url);
  if (!answer) return answer.failure();
  if (!is_ok(answer.value())) return failure_of(answer.value());
  auto& code = answer.value().text("qr_code");
  if (code.empty() || answer.value().text("out_trade_no") != charge.number) return unreadable("no QR code");
  return Cashier(QrCode{code});
}

Outcome<ChargeStatus> AlipayGateway::query(const std::string& number, Instant) {
  auto answer = call("alipay.trade.query", json::serialize(json::object{{"out_trade_no", number}}));
  if (!answer) return answer.failure();
  if (is_unknown(answer.value())) return ChargeStatus{};
  if (!is_ok(answer.value())) return failure_of(answer.value());
  auto status =
      alipay_charge_status({answer.value().text("trade_status"), answer.value().text("trade_no"),
                            answer.value().text("total_amount"), answer.value().text("send_pay_date")});
  if (!status || answer.value().text("out_trade_no") != number) return unreadable("another trade");
  return *status;
}

Outcome<ChargeStatus> AlipayGateway::close(const std::string& number, Instant created_at) {
  auto answer = call("alipay.trade.close", json::serialize(json::object{{"out_trade_no", number}}));
  if (!answer) return answer.failure();
  // Closed or not (already paid, already closed, not scanned yet), the query knows what it is now.
  return query(number, created_at);
}

Outcome<RefundStatus> AlipayGateway::refund(const Refund& refund) {
  json::object content{{"out_trade_no", refund.charge_number},
                       {"out_request_no", refund.number},
                       {"refund_amount", yuan_text(refund.amount_fen)},
                       {"refund_reason", beginning_of(refund.reason, most_subject_bytes)}};
  auto answer = call("alipay.trade.refund", json::serialize(content));
  if (!answer) return answer.failure();
  if (is_refusal(answer.value()))
    return RefundStatus{.state = RefundState::refused, .reason = reason_of(answer.value())};
  if (!is_ok(answer.value())) return failure_of(answer.value());
  // Without a change of funds it was either done before under this number or is not done yet.
  auto now = query_refund(refund);
  if (now && now.value().state == RefundState::unknown) return RefundStatus{.state = RefundState::processing};
  return now;
}

Outcome<RefundStatus> AlipayGateway::query_refund(const Refund& refund) {
  json::object content{{"out_trade_no", refund.charge_number},
                       {"out_request_no", refund.number},
                       {"query_options", json::array{"gmt_refund_pay"}}};
  auto answer = call("alipay.trade.fastpay.refund.query", json::serialize(content));
  if (!answer) return answer.failure();
  auto& fields = answer.value();
  if (is_unknown(fields)) return RefundStatus{};
  if (!is_ok(fields)) return failure_of(fields);
  // What Alipay has not refunded, it answers with no more than "Success".
  auto& written = fields.text("refund_amount");
  if (written.empty()) return RefundStatus{};
  auto amount_fen = parse_yuan(written);
  bool is_about_it =
      fields.text("out_request_no") == refund.number && fields.text("out_trade_no") == refund.charge_number;
  if (!amount_fen || !is_about_it) return unreadable("another refund");
  auto& state = fields.text("refund_status");
  bool is_done = state.empty() || state == "REFUND_SUCCESS";
  return RefundStatus{.state = is_done ? RefundState::done : RefundState::processing,
                      .amount_fen = *amount_fen,
                      .done_at = parse_spaced_time(fields.text("gmt_refund_pay"))};
}

Outcome<JsonFields> AlipayGateway::call(const std::string& method, const std::string& content,
                                        const std::string& notify_url) {
  auto answer = client_.post("?charset=utf-8", "application/x-www-form-urlencoded;charset=utf-8",
                             signed_form(method, content, notify_url));
  if (!answer) return answer.failure();
  if (answer.value().status != 200) return expogate::failure_of(answer.value());
  return verified(answer.value(), method);
}

std::string AlipayGateway::signed_form(const std::string& method, const std::string& content,
                                       const std::string& notify_url) const {
  Fields fields{{"app_id", settings_.app_id}, {"method", method},
                {"format", "JSON"},           {"charset", "utf-8"},
                {"sign_type", "RSA2"},        {"timestamp", spaced_time(clock_.now())},
                {"version", "1.0"},           {"biz_content", content}};
  if (!notify_url.empty()) fields["notify_url"] = notify_url;
  fields["sign"] = base64_encode(settings_.app_key.sign_sha256(plainly_joined(fields)));
  return form_of(fields);
}

/// Alipay signs the value of `alipay_trade_…_response` as it is written.
Outcome<JsonFields> AlipayGateway::verified(const HttpAnswer& answer, std::string method) const {
  auto whole = JsonFields::parse(answer.body);
  if (!whole) return unreadable(answer.body.substr(0, 200));
  std::replace(method.begin(), method.end(), '.', '_');
  auto written = written_value(answer.body, method + "_response");
  auto signature = base64_decode(whole->text("sign"));
  bool is_genuine = !written.empty() && signature && !signature->empty() &&
                    settings_.platform_key.has_signed_sha256(written, *signature);
  // It does not sign what it says to an application that it does not know or whose signature is wrong.
  if (!is_genuine) return Failure{"Alipay's answer is not signed by its key: " + answer.body.substr(0, 300)};
  auto fields = JsonFields::parse(written);
  if (!fields) return unreadable(answer.body.substr(0, 200));
  return *std::move(fields);
}

}  // namespace expogate::paygate
