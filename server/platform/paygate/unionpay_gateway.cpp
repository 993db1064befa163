#include "platform/paygate/unionpay_gateway.h"

#include "platform/paygate/shanghai_time.h"
#include "platform/paygate/unionpay_reading.h"

namespace expogate::paygate {
namespace {

std::string reason_of(const Fields& fields, const std::string& code, const std::string& words) {
  return "UnionPay " + field(fields, code) + ": " + field(fields, words);
}

std::string reason_of(const Fields& answer) {
  return reason_of(answer, "respCode", "respMsg");
}

Failure failure_of(const Fields& answer) {
  auto word = unionpay_word(field(answer, "respCode"));
  return {reason_of(answer), word == UnionpayWord::wrong || word == UnionpayWord::refused};
}

Failure unreadable(const std::string& what) {
  return {"UnionPay answered something else than was asked: " + what};
}

UnionpayWord word_of(const Fields& answer) {
  return unionpay_word(field(answer, "respCode"));
}

}  // namespace

UnionpayGateway::UnionpayGateway(UnionpaySettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), client_(settings_.server) {}

Fields UnionpayGateway::message(const std::string& type, const std::string& number, Instant at) const {
  return {{"version", "5.1.0"},
          {"encoding", "UTF-8"},
          {"signMethod", "01"},
          {"certId", settings_.merchant_serial},
          {"txnType", type},
          {"txnSubType", "00"},
          {"bizType", is_b2b() ? "000202" : "000000"},
          {"accessType", "0"},
          {"merId", settings_.merchant_id},
          {"orderId", number},
          {"txnTime", compact_time(at)}};
}

Fields UnionpayGateway::charge_message(const Charge& charge) const {
  auto fields = message("01", charge.number, charge.created_at);
  fields["txnSubType"] = is_b2b() ? "01" : "07";
  fields["channelType"] = is_b2b() ? "07" : "08";
  fields["txnAmt"] = std::to_string(charge.amount_fen);
  fields["currencyCode"] = "156";
  fields["payTimeout"] = compact_time(charge.expires_at);
  fields["backUrl"] = charge.notify_url;
  if (is_b2b()) fields["frontUrl"] = charge.return_url;
  return fields;
}

Outcome<Cashier> UnionpayGateway::begin(const Charge& charge) {
  auto fields = charge_message(charge);
  if (is_b2b()) {
    sign_unionpay(fields, settings_.merchant_key);
    return Cashier(
        GatewayPage{settings_.server.url + "/gateway/api/frontTransReq.do", {fields.begin(), fields.end()}});
  }
  auto answer = call("/gateway/api/backTransReq.do", fields);
  if (!answer) return answer.failure();
  if (word_of(answer.value()) != UnionpayWord::success) return failure_of(answer.value());
  auto& code = field(answer.value(), "qrCode");
  if (code.empty()) return unreadable("no QR code");
  return Cashier(QrCode{code});
}

Outcome<ChargeStatus> UnionpayGateway::query(const std::string& number, Instant created_at) {
  auto answer = ask(number, created_at);
  if (!answer) return answer.failure();
  auto& fields = answer.value();
  if (word_of(fields) == UnionpayWord::unknown) return ChargeStatus{};
  if (word_of(fields) != UnionpayWord::success) return failure_of(fields);
  // A payment that the bank refused can be tried again until the charge expires.
  if (unionpay_word(field(fields, "origRespCode")) != UnionpayWord::success) return ChargeStatus{};
  auto status = unionpay_paid(fields);
  if (!status) return unreadable("a payment that is not whole");
  return *status;
}

Outcome<ChargeStatus> UnionpayGateway::close(const std::string& number, Instant created_at) {
  return query(number, created_at);
}

Outcome<RefundStatus> UnionpayGateway::refund(const Refund& refund) {
  auto fields = message("04", refund.number, refund.requested_at);
  fields["channelType"] = is_b2b() ? "07" : "08";
  fields["origQryId"] = refund.charge_gateway_number;
  fields["txnAmt"] = std::to_string(refund.amount_fen);
  fields["backUrl"] = refund.notify_url;
  auto answer = call("/gateway/api/backTransReq.do", fields);
  if (!answer) return answer.failure();
  switch (word_of(answer.value())) {
    case UnionpayWord::success:  // accepted, no more
    case UnionpayWord::pending:
      return RefundStatus{.state = RefundState::processing};
    case UnionpayWord::repeated:
      return query_refund(refund);
    case UnionpayWord::unknown:  // the charge
    case UnionpayWord::refused:
      return RefundStatus{.state = RefundState::refused, .reason = reason_of(answer.value())};
    default:
      return failure_of(answer.value());
  }
}

Outcome<RefundStatus> UnionpayGateway::query_refund(const Refund& refund) {
  auto answer = ask(refund.number, refund.requested_at);
  if (!answer) return answer.failure();
  auto& fields = answer.value();
  if (word_of(fields) == UnionpayWord::unknown) return RefundStatus{};
  if (word_of(fields) != UnionpayWord::success) return failure_of(fields);
  switch (unionpay_word(field(fields, "origRespCode"))) {
    case UnionpayWord::success:
      break;
    case UnionpayWord::pending:
      return RefundStatus{.state = RefundState::processing};
    default:
      return RefundStatus{.state = RefundState::refused,
                          .reason = reason_of(fields, "origRespCode", "origRespMsg")};
  }
  auto status = unionpay_refunded(fields);
  if (!status) return unreadable("a refund that is not whole");
  return *status;
}

Outcome<std::vector<BillRow>> UnionpayGateway::bill(const CivilDate&) {
  return Failure{"UnionPay hands its settlement files out in its merchant portal", true};
}

Outcome<Fields> UnionpayGateway::ask(const std::string& number, Instant at) {
  return call("/gateway/api/queryTrans.do", message("00", number, at));
}

Outcome<Fields> UnionpayGateway::call(const std::string& path, Fields fields) {
  sign_unionpay(fields, settings_.merchant_key);
  auto answer = client_.post(path, "application/x-www-form-urlencoded;charset=UTF-8", form_of(fields));
  if (!answer) return answer.failure();
  if (answer.value().status != 200) return expogate::failure_of(answer.value());
  auto read = parse_unionpay_answer(answer.value().body);
  if (!read) return unreadable(answer.value().body.substr(0, 200));
  if (!is_signed_by_unionpay(*read, settings_.trust, clock_.now()))
    return Failure{"UnionPay's answer is not signed by its certificate: " + reason_of(*read)};
  bool is_about_it =
      field(*read, "merId") == settings_.merchant_id && field(*read, "orderId") == field(fields, "orderId");
  if (!is_about_it) return unreadable("another transaction");
  return *std::move(read);
}

}  // namespace expogate::paygate
