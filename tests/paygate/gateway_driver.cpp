#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>

#include <iostream>

#include "app/configured_gateways.h"
#include "base/enum_text.h"

// Does with a payment gateway what each line of standard input says, in JSON, and answers each with a line:
//   {"channel":"wechat","do":"query","number":"…","created_at":"2025-10-10T01:00:00Z"}

namespace {

using namespace expogate;
using namespace expogate::paygate;
namespace json = boost::json;

std::string text(const json::object& from, const char* name) {
  auto* value = from.if_contains(name);
  return value ? json::value_to<std::string>(*value) : std::string();
}

std::int64_t number(const json::object& from, const char* name) {
  return from.at(name).to_number<std::int64_t>();
}

Instant moment(const json::object& from, const char* name) {
  return parse_rfc3339(text(from, name)).value();
}

Charge charge_of(const json::object& said) {
  return {.number = text(said, "number"),
          .amount_fen = number(said, "amount_fen"),
          .subject = text(said, "subject"),
          .created_at = moment(said, "created_at"),
          .expires_at = moment(said, "expires_at"),
          .notify_url = text(said, "notify_url"),
          .return_url = text(said, "return_url"),
          .payer_ip = {}};
}

Refund refund_of(const json::object& said) {
  return {.number = text(said, "number"),
          .charge_number = text(said, "charge_number"),
          .charge_gateway_number = text(said, "charge_gateway_number"),
          .amount_fen = number(said, "amount_fen"),
          .charge_amount_fen = number(said, "charge_amount_fen"),
          .reason = text(said, "reason"),
          .requested_at = moment(said, "requested_at"),
          .notify_url = text(said, "notify_url")};
}

json::value time_of(std::optional<Instant> at) {
  return at ? json::value(to_rfc3339(*at)) : json::value(nullptr);
}

json::object told(const Cashier& cashier) {
  if (auto* code = std::get_if<QrCode>(&cashier)) return {{"qr_code", code->text}};
  auto& page = std::get<GatewayPage>(cashier);
  json::object fields;
  for (auto& [name, value] : page.fields) fields[name] = value;
  return {{"address", page.address}, {"fields", fields}};
}

json::object told(const ChargeStatus& status) {
  return {{"state", enum_name(status.state)},
          {"gateway_number", status.gateway_number},
          {"amount_fen", status.amount_fen},
          {"paid_at", time_of(status.paid_at)}};
}

json::object told(const RefundStatus& status) {
  return {{"state", enum_name(status.state)},
          {"gateway_number", status.gateway_number},
          {"amount_fen", status.amount_fen},
          {"done_at", time_of(status.done_at)},
          {"reason", status.reason}};
}

json::object told(const std::vector<BillRow>& rows) {
  json::array lines;
  for (auto& row : rows)
    lines.push_back({{"kind", enum_name(row.kind)},
                     {"charge_number", row.charge_number},
                     {"gateway_number", row.gateway_number},
                     {"refund_number", row.refund_number},
                     {"amount_fen", row.amount_fen},
                     {"fee_fen", row.fee_fen},
                     {"at", to_rfc3339(row.at)}});
  return {{"rows", lines}};
}

json::object told(const NoticeReading& reading) {
  if (auto* charge = std::get_if<ChargeNotice>(&reading))
    return {{"charge", charge->number}, {"status", told(charge->status)}};
  if (auto* refund = std::get_if<RefundNotice>(&reading))
    return {{"refund", refund->number},
            {"charge_number", refund->charge_number},
            {"status", told(refund->status)}};
  if (auto* other = std::get_if<OtherNotice>(&reading)) return {{"other", other->kind}};
  auto& refusal = std::get<NoticeRefusal>(reading);
  return {{"fault", enum_name(refusal.fault)}, {"reason", refusal.reason}};
}

template <class Value>
json::object told(const Outcome<Value>& outcome) {
  if (outcome) return told(outcome.value());
  return {{"failure", outcome.failure().reason}, {"is_permanent", outcome.failure().is_permanent}};
}

/// What the gateway makes of a notice, and what it would answer.
json::object read(const PaymentGateway& gateway, const json::object& said, Instant now) {
  NoticeRequest request{.headers = {}, .query = {}, .body = text(said, "body")};
  for (auto name : gateway.notice_headers())
    request.headers[std::string(name)] = text(said.at("headers").as_object(), std::string(name).c_str());
  auto reading = gateway.read_notice(request, now);
  auto answer = gateway.answer(!std::holds_alternative<NoticeRefusal>(reading));
  auto result = told(reading);
  result["answer"] = {
      {"status", answer.status}, {"content_type", answer.content_type}, {"body", answer.body}};
  return result;
}

json::object done(PaymentGateway& gateway, const json::object& said, Instant now) {
  auto what = text(said, "do");
  if (what == "begin") return told(gateway.begin(charge_of(said)));
  if (what == "query") return told(gateway.query(text(said, "number"), moment(said, "created_at")));
  if (what == "close") return told(gateway.close(text(said, "number"), moment(said, "created_at")));
  if (what == "refund") return told(gateway.refund(refund_of(said)));
  if (what == "query_refund") return told(gateway.query_refund(refund_of(said)));
  if (what == "bill") return told(gateway.bill({text(said, "on")}));
  return read(gateway, said, now);
}

}  // namespace

int main() {
  ConfigReader reader("");
  auto settings = read_payment(reader);
  SystemClock clock(seconds(reader.integer("demo.clock_offset_s", 0, -2'000'000'000, 2'000'000'000)));
  reader.finish();
  auto gateways = configured_gateways(settings, clock);
  for (std::string line; std::getline(std::cin, line);) {
    auto said = json::parse(line).as_object();
    auto channel = enum_value<payment::Channel>(text(said, "channel"));
    auto& gateway = *gateways.at(channel.value()).provider;
    std::cout << json::serialize(done(gateway, said, clock.now())) << std::endl;
  }
}
