#include "platform/paygate/wechat_gateway.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "platform/crypto/aes_gcm.h"
#include "platform/crypto/encoding.h"
#include "testing/fake_provider.h"
#include "testing/sample_payment.h"
#include "testing/test_keys.h"

namespace expogate::paygate {
namespace {

using testing::HasSubstr;
namespace json = boost::json;

const TestKey& merchant_key() {
  static const TestKey key;
  return key;
}
const TestKey& platform_key() {
  static const TestKey key;
  return key;
}

const std::string serial = "PUB_KEY_ID_0114232134912410000000000000";
const std::string api_v3_key(32, 'k');

http::Pairs signature_headers(std::string_view body, Instant at, const TestKey& key = platform_key()) {
  auto timestamp = std::to_string(at.ms / 1000);
  auto signature = key.private_key().sign_sha256(timestamp + "\nnonce\n" + std::string(body) + "\n");
  return {{"Wechatpay-Timestamp", timestamp},
          {"Wechatpay-Nonce", "nonce"},
          {"Wechatpay-Serial", serial},
          {"Wechatpay-Signature", base64_encode(signature)}};
}

class WechatGatewayTest : public testing::Test {
 protected:
  /// A provider whose answers are signed unless `is_signed` is false.
  http::Response answered(std::string body, int status = 200) const {
    http::Response response(status);
    response.headers = is_signed_ ? signature_headers(body, clock_.now()) : http::Pairs{};
    response.body = std::move(body);
    return response;
  }
  WechatGateway gateway() {
    return WechatGateway({.app_id = "wxapp",
                          .merchant_id = "1900000001",
                          .merchant_serial = "5F3A",
                          .merchant_key = merchant_key().private_key(),
                          .platform_keys = {{serial, platform_key().public_key()}},
                          .platform_serial = serial,
                          .api_v3_key = api_v3_key,
                          .server = {.url = provider_.url()}},
                         clock_);
  }

  static json::object transaction() {
    return {{"mchid", "1900000001"},
            {"appid", "wxapp"},
            {"out_trade_no", "C20251001001"},
            {"transaction_id", "4200000001"},
            {"trade_state", "SUCCESS"},
            {"success_time", "2025-10-01T08:00:00+08:00"},
            {"amount", {{"total", 16000}, {"payer_total", 16000}, {"currency", "CNY"}}}};
  }
  static json::object refunded() {
    return {{"mchid", "1900000001"},
            {"out_trade_no", "C20251001001"},
            {"out_refund_no", "R20251001001"},
            {"refund_id", "5030000001"},
            {"refund_status", "SUCCESS"},
            {"success_time", "2025-10-01T08:00:00+08:00"},
            {"amount", {{"total", 16000}, {"refund", 8000}}}};
  }
  /// As WeChat Pay would send it.
  NoticeRequest notice(const json::object& content, const std::string& kind = "TRANSACTION.SUCCESS",
                       const std::string& key = api_v3_key) const {
    auto sealed = aes_gcm::seal(key, "0123456789ab", "transaction", json::serialize(content));
    json::object whole{{"id", "EV-1"},
                       {"event_type", kind},
                       {"resource",
                        {{"algorithm", "AEAD_AES_256_GCM"},
                         {"nonce", "0123456789ab"},
                         {"associated_data", "transaction"},
                         {"ciphertext", base64_encode(sealed)}}}};
    return signed_notice(json::serialize(whole));
  }
  NoticeRequest signed_notice(std::string body, const TestKey& key = platform_key()) const {
    NoticeRequest request;
    for (auto& [name, value] : signature_headers(body, clock_.now(), key))
      request.headers[ascii_lower(name)] = value;
    request.body = std::move(body);
    return request;
  }
  std::optional<NoticeFault> fault(const NoticeRequest& request) {
    auto reading = gateway().read_notice(request, clock_.now());
    auto* refusal = std::get_if<NoticeRefusal>(&reading);
    return refusal ? std::optional(refusal->fault) : std::nullopt;
  }

  TestClock clock_;
  bool is_signed_ = true;
  std::function<http::Response(const http::Request&)> answer_;
  FakeProvider provider_{[this](const http::Request& request) { return answer_(request); }};
};

TEST_F(WechatGatewayTest, BeginsWithASignedOrder) {
  answer_ = [&](auto&) { return answered(R"({"code_url":"weixin://wxpay/bizpayurl?pr=x"})"); };
  auto cashier = gateway().begin(sample_charge());
  ASSERT_TRUE(cashier) << cashier.failure().reason;
  EXPECT_EQ(std::get<QrCode>(cashier.value()).text, "weixin://wxpay/bizpayurl?pr=x");
  auto asked = provider_.asked().at(0);
  EXPECT_EQ(asked.target, "/v3/pay/transactions/native");
  auto order = json::parse(asked.body).as_object();
  EXPECT_EQ(order["amount"], (json::object{{"total", 16000}, {"currency", "CNY"}}));
  EXPECT_EQ(order["time_expire"], "2025-10-02T08:00:00+08:00");
  EXPECT_THAT(asked.authorization, testing::StartsWith("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\""));
}

TEST_F(WechatGatewayTest, BelievesNoAnswerThatIsNotSigned) {
  is_signed_ = false;
  answer_ = [&](auto&) { return answered(json::serialize(transaction())); };
  auto outcome = gateway().query("C20251001001", TestClock::start);
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
  is_signed_ = true;
  EXPECT_EQ(gateway().query("C20251001001", TestClock::start).value().state, ChargeState::paid);
}

TEST_F(WechatGatewayTest, AQueryTellsEveryState) {
  for (auto [word, state] : {std::pair{"SUCCESS", ChargeState::paid},
                             {"REFUND", ChargeState::refunded},
                             {"NOTPAY", ChargeState::unpaid},
                             {"CLOSED", ChargeState::closed}}) {
    answer_ = [&, word = word](auto&) {
      auto said = transaction();
      said["trade_state"] = word;
      return answered(json::serialize(said));
    };
    auto outcome = gateway().query("C20251001001", TestClock::start);
    ASSERT_TRUE(outcome) << word;
    EXPECT_EQ(outcome.value().state, state) << word;
  }
  answer_ = [&](auto&) { return answered(json::serialize(transaction())); };
  auto paid = gateway().query("C20251001001", TestClock::start).value();
  EXPECT_EQ(paid.amount_fen, 16000);
  EXPECT_EQ(paid.gateway_number, "4200000001");
  EXPECT_EQ(paid.paid_at, TestClock::start);
}

TEST_F(WechatGatewayTest, WhatItDoesNotKnowIsUnpaid) {
  is_signed_ = false;
  answer_ = [&](auto&) { return answered(R"({"code":"ORDER_NOT_EXIST","message":"订单不存在"})", 404); };
  EXPECT_EQ(gateway().query("C20251001001", TestClock::start).value().state, ChargeState::unpaid);
}

TEST_F(WechatGatewayTest, AnAnswerAboutSomethingElseIsNone) {
  for (auto [name, value] :
       {std::pair{"mchid", "1900000002"}, {"appid", "other"}, {"out_trade_no", "other"}}) {
    answer_ = [&, name = name, value = value](auto&) {
      auto said = transaction();
      said[name] = value;
      return answered(json::serialize(said));
    };
    EXPECT_FALSE(gateway().query("C20251001001", TestClock::start)) << name;
  }
}

TEST_F(WechatGatewayTest, ClosingTellsThatItWasPaidMeanwhile) {
  answer_ = [&](const http::Request& request) {
    if (request.method() == http::Method::post) return answered(R"({"code":"ORDERPAID"})", 400);
    return answered(json::serialize(transaction()));
  };
  EXPECT_EQ(gateway().close("C20251001001", TestClock::start).value().state, ChargeState::paid);
}

TEST_F(WechatGatewayTest, ARefundIsDoneProcessingOrRefused) {
  auto said = refunded();
  for (auto [word, state] : {std::pair{"SUCCESS", RefundState::done},
                             {"PROCESSING", RefundState::processing},
                             {"ABNORMAL", RefundState::refused},
                             {"CLOSED", RefundState::refused}}) {
    said["status"] = word;
    answer_ = [&](auto&) { return answered(json::serialize(said)); };
    EXPECT_EQ(gateway().refund(sample_refund()).value().state, state) << word;
    EXPECT_EQ(gateway().query_refund(sample_refund()).value().state, state) << word;
  }
  answer_ = [&](auto&) { return answered(R"({"code":"NOT_ENOUGH","message":"余额不足"})", 403); };
  auto refused = gateway().refund(sample_refund()).value();
  EXPECT_EQ(refused.state, RefundState::refused);
  EXPECT_THAT(refused.reason, HasSubstr("余额不足"));
  answer_ = [&](auto&) { return answered(R"({"code":"RESOURCE_NOT_EXISTS"})", 404); };
  EXPECT_EQ(gateway().query_refund(sample_refund()).value().state, RefundState::unknown);
  answer_ = [&](auto&) { return answered(R"({"code":"SYSTEM_ERROR"})", 500); };
  EXPECT_FALSE(gateway().refund(sample_refund()));
}

TEST_F(WechatGatewayTest, ReadsItsNotices) {
  auto reading = gateway().read_notice(notice(transaction()), clock_.now());
  auto& paid = std::get<ChargeNotice>(reading);
  EXPECT_EQ(paid.number, "C20251001001");
  EXPECT_EQ(paid.status.state, ChargeState::paid);
  EXPECT_EQ(paid.status.amount_fen, 16000);
  reading = gateway().read_notice(notice(refunded(), "REFUND.SUCCESS"), clock_.now());
  auto& back = std::get<RefundNotice>(reading);
  EXPECT_EQ(back.number, "R20251001001");
  EXPECT_EQ(back.charge_number, "C20251001001");
  EXPECT_EQ(back.status.state, RefundState::done);
  EXPECT_EQ(back.status.amount_fen, 8000);
  reading = gateway().read_notice(notice({}, "COUPON.USE"), clock_.now());
  EXPECT_EQ(std::get<OtherNotice>(reading).kind, "COUPON.USE");
}

// Each refusal has its control: the same notice untouched is read (ReadsItsNotices, and the first line here).
TEST_F(WechatGatewayTest, RefusesWhatIsForgedOrTouched) {
  auto genuine = notice(transaction());
  ASSERT_EQ(fault(genuine), std::nullopt);
  auto touched = genuine;
  touched.body += " ";
  EXPECT_EQ(fault(touched), NoticeFault::bad_signature);
  for (auto header : {"wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"}) {
    touched = genuine;
    touched.headers[header] += "x";
    EXPECT_EQ(fault(touched), NoticeFault::bad_signature) << header;
  }
  EXPECT_EQ(fault(signed_notice(genuine.body, merchant_key())), NoticeFault::bad_signature);
}

TEST_F(WechatGatewayTest, ItsProbesFail) {
  auto probe = notice(transaction());
  probe.headers["wechatpay-signature"] = "WECHATPAY/SIGNTEST/" + probe.headers["wechatpay-signature"];
  EXPECT_EQ(fault(probe), NoticeFault::bad_signature);
}

TEST_F(WechatGatewayTest, RefusesWhatIsNotFresh) {
  auto genuine = notice(transaction());
  clock_.advance(seconds(300));
  EXPECT_EQ(fault(genuine), std::nullopt);
  clock_.advance(seconds(1));
  EXPECT_EQ(fault(genuine), NoticeFault::stale);
  genuine.headers["wechatpay-timestamp"] = "-1759276800";
  EXPECT_EQ(fault(genuine), NoticeFault::malformed);
  genuine.headers.erase("wechatpay-timestamp");
  EXPECT_EQ(fault(genuine), NoticeFault::malformed);
}

TEST_F(WechatGatewayTest, RefusesWhatItCannotOpen) {
  EXPECT_EQ(fault(notice(transaction(), "TRANSACTION.SUCCESS", std::string(32, 'x'))),
            NoticeFault::undecryptable);
}

TEST_F(WechatGatewayTest, RefusesWhatIsForOthers) {
  for (auto name : {"mchid", "appid"}) {
    auto said = transaction();
    said[name] = "other";
    EXPECT_EQ(fault(notice(said)), NoticeFault::other_merchant) << name;
  }
  auto said = refunded();
  said["mchid"] = "other";
  EXPECT_EQ(fault(notice(said, "REFUND.SUCCESS")), NoticeFault::other_merchant);
}

TEST_F(WechatGatewayTest, RefusesOtherMoney) {
  auto said = transaction();
  said["amount"].as_object()["currency"] = "USD";
  EXPECT_EQ(fault(notice(said)), NoticeFault::other_currency);
}

TEST_F(WechatGatewayTest, RefusesWhatIsNotWhole) {
  for (auto name : {"out_trade_no", "transaction_id", "trade_state", "success_time", "amount"}) {
    auto said = transaction();
    said.erase(name);
    EXPECT_EQ(fault(notice(said)), NoticeFault::malformed) << name;
  }
  for (json::value wrong : {json::value(160.0), json::value(-1), json::value("16000"), json::value(1e4)}) {
    auto said = transaction();
    said["amount"].as_object()["total"] = wrong;
    EXPECT_EQ(fault(notice(said)), NoticeFault::malformed) << wrong;
  }
  EXPECT_EQ(fault(signed_notice("no json")), NoticeFault::malformed);
  EXPECT_EQ(fault(signed_notice(R"({"event_type":"TRANSACTION.SUCCESS","event_type":"X"})")),
            NoticeFault::malformed);
}

TEST_F(WechatGatewayTest, AnswersAsItWantsToHear) {
  EXPECT_EQ(gateway().answer(true).status, 204);
  EXPECT_EQ(gateway().answer(false).status, 400);
  EXPECT_THAT(gateway().answer(false).body, HasSubstr("\"code\""));
}

}  // namespace
}  // namespace expogate::paygate
