#include "platform/paygate/alipay_gateway.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/crypto/encoding.h"
#include "platform/paygate/form.h"
#include "testing/fake_provider.h"
#include "testing/sample_payment.h"
#include "testing/test_keys.h"

namespace expogate::paygate {
namespace {

const TestKey& app_key() {
  static const TestKey key;
  return key;
}
const TestKey& platform_key() {
  static const TestKey key;
  return key;
}

class AlipayGatewayTest : public testing::Test {
 protected:
  AlipayGateway gateway() {
    return AlipayGateway({.app_id = "2021",
                          .seller_id = "2088",
                          .app_key = app_key().private_key(),
                          .platform_key = platform_key().public_key(),
                          .server = {.url = provider_.url() + "/gateway.do"}},
                         clock_);
  }
  /// Answers with this value, signed as it is written.
  void answer(const std::string& name, const std::string& written) {
    auto sign = base64_encode(platform_key().private_key().sign_sha256(written));
    body_ = "{\"" + name + "\": " + written + " ,\"sign\":\"" + sign + "\"}";
  }
  Outcome<ChargeStatus> query() { return gateway().query("C20251001001", TestClock::start); }

  static Fields trade() {
    return {{"notify_type", "trade_status_sync"},
            {"app_id", "2021"},
            {"seller_id", "2088"},
            {"out_trade_no", "C20251001001"},
            {"trade_no", "20252200"},
            {"trade_status", "TRADE_SUCCESS"},
            {"total_amount", "160.00"},
            {"subject", "证件 & 1"},
            {"gmt_payment", "2025-10-01 08:00:00"}};
  }
  static NoticeRequest notice(Fields fields, const TestKey& key = platform_key()) {
    fields["sign"] = base64_encode(key.private_key().sign_sha256(plainly_joined(fields)));
    fields["sign_type"] = "RSA2";
    return {.headers = {}, .query = {}, .body = form_of(fields)};
  }
  std::optional<NoticeFault> fault(const NoticeRequest& request) {
    auto reading = gateway().read_notice(request, clock_.now());
    auto* refusal = std::get_if<NoticeRefusal>(&reading);
    return refusal ? std::optional(refusal->fault) : std::nullopt;
  }
  std::optional<NoticeFault> fault_with(const std::string& name, const std::string& value) {
    auto fields = trade();
    fields[name] = value;
    return fault(notice(fields));
  }

  TestClock clock_;
  std::string body_;
  FakeProvider provider_{[this](const http::Request&) {
    http::Response response;
    response.body = body_;
    return response;
  }};
};

TEST_F(AlipayGatewayTest, AsksInYuanAndSignsAllItSays) {
  answer("alipay_trade_precreate_response",
         R"({"code":"10000","out_trade_no":"C20251001001","qr_code":"https:\/\/qr.alipay.com\/x"})");
  auto cashier = gateway().begin(sample_charge());
  ASSERT_TRUE(cashier) << cashier.failure().reason;
  EXPECT_EQ(std::get<QrCode>(cashier.value()).text, "https://qr.alipay.com/x");
  auto sent = *parse_form(provider_.asked().at(0).body);
  EXPECT_THAT(sent["biz_content"], testing::HasSubstr(R"("total_amount":"160.00")"));
  EXPECT_THAT(sent["biz_content"], testing::HasSubstr(R"("time_expire":"2025-10-02 08:00:00")"));
  EXPECT_EQ(sent["timestamp"], "2025-10-01 08:00:00");
  auto signature = *base64_decode(sent["sign"]);
  sent.erase("sign");
  EXPECT_TRUE(app_key().public_key().has_signed_sha256(plainly_joined(sent), signature));
}

TEST_F(AlipayGatewayTest, WhatNobodyHasScannedIsUnpaid) {
  answer("alipay_trade_query_response", R"({"code":"40004","sub_code":"ACQ.TRADE_NOT_EXIST"})");
  EXPECT_EQ(query().value().state, ChargeState::unpaid);
}

TEST_F(AlipayGatewayTest, AClosedTradeWasPaidOrNot) {
  answer("alipay_trade_query_response",
         R"({"code":"10000","out_trade_no":"C20251001001","trade_no":"1","trade_status":"TRADE_CLOSED"})");
  EXPECT_EQ(query().value().state, ChargeState::closed);
  answer("alipay_trade_query_response",
         R"({"code":"10000","out_trade_no":"C20251001001","trade_no":"1","trade_status":"TRADE_CLOSED",)"
         R"("total_amount":"160.00","send_pay_date":"2025-10-01 08:00:00"})");
  EXPECT_EQ(query().value().state, ChargeState::refunded);
}

TEST_F(AlipayGatewayTest, BelievesOnlyTheSignedValue) {
  auto genuine = R"({"code":"40004","sub_code":"ACQ.TRADE_NOT_EXIST"})";
  answer("alipay_trade_query_response", genuine);
  ASSERT_TRUE(query());
  answer("alipay_trade_close_response", genuine);
  EXPECT_FALSE(query()) << "the answer to another question";
  answer("alipay_trade_query_response", genuine);
  body_.replace(body_.find("NOT_EXIST"), 9, "IS_PAID!!");
  EXPECT_FALSE(query());
  body_ = R"({"alipay_trade_query_response":{"code":"10000"}})";
  EXPECT_FALSE(query());
  body_ = "<html>";
  EXPECT_FALSE(query());
}

TEST_F(AlipayGatewayTest, TellsWhatIsWorthAnotherTry) {
  for (auto [said, is_permanent] :
       {std::pair{R"({"code":"20000","sub_code":"isp.unknow-error"})", false},
        {R"({"code":"40004","sub_code":"ACQ.SYSTEM_ERROR"})", false},
        {R"({"code":"40004","sub_code":"ACQ.TRADE_HAS_SUCCESS"})", true},
        {R"({"code":"40002","sub_code":"isv.invalid-signature"})", true},
        {R"({"code":"40006","sub_code":"isv.insufficient-isv-permissions"})", true}}) {
    answer("alipay_trade_precreate_response", said);
    auto outcome = gateway().begin(sample_charge());
    ASSERT_FALSE(outcome) << said;
    EXPECT_EQ(outcome.failure().is_permanent, is_permanent) << said;
  }
}

TEST_F(AlipayGatewayTest, ReadsItsNotices) {
  auto reading = gateway().read_notice(notice(trade()), clock_.now());
  auto& paid = std::get<ChargeNotice>(reading);
  EXPECT_EQ(paid.number, "C20251001001");
  EXPECT_EQ(paid.status.state, ChargeState::paid);
  EXPECT_EQ(paid.status.amount_fen, 16000);
  EXPECT_EQ(paid.status.paid_at, TestClock::start);
  auto refunded = trade();
  refunded["refund_fee"] = "80.00";
  refunded["gmt_refund"] = "2025-10-02 08:00:00.000";
  reading = gateway().read_notice(notice(refunded), clock_.now());
  EXPECT_EQ(std::get<ChargeNotice>(reading).status.state, ChargeState::refunded);
  reading = gateway().read_notice(notice({{"app_id", "2021"}, {"seller_id", "2088"}, {"notify_type", "x"}}),
                                  clock_.now());
  EXPECT_EQ(std::get<OtherNotice>(reading).kind, "x");
}

// The control of each refusal is the first line: the same notice untouched is read.
TEST_F(AlipayGatewayTest, RefusesWhatIsForgedOrTouched) {
  auto genuine = notice(trade());
  ASSERT_EQ(fault(genuine), std::nullopt);
  EXPECT_EQ(fault(notice(trade(), app_key())), NoticeFault::bad_signature);
  for (auto addition : {"&total_amount2=1", "&sign_type2=RSA2"}) {
    auto touched = genuine;
    touched.body += addition;
    EXPECT_EQ(fault(touched), NoticeFault::bad_signature) << addition;
  }
  auto touched = genuine;
  touched.body.replace(touched.body.find("160.00"), 6, "160.01");
  EXPECT_EQ(fault(touched), NoticeFault::bad_signature);
  touched = genuine;
  touched.body.replace(touched.body.find("RSA2"), 4, "RSA1");
  EXPECT_EQ(fault(touched), NoticeFault::bad_signature);
  EXPECT_EQ(fault({}), NoticeFault::bad_signature);
}

TEST_F(AlipayGatewayTest, RefusesWhatIsSaidTwice) {
  auto touched = notice(trade());
  touched.body += "&total_amount=0.01";
  EXPECT_EQ(fault(touched), NoticeFault::malformed);
}

TEST_F(AlipayGatewayTest, RefusesWhatIsForOthersOrOtherMoney) {
  EXPECT_EQ(fault_with("app_id", "2021"), std::nullopt);
  EXPECT_EQ(fault_with("app_id", "2022"), NoticeFault::other_merchant);
  EXPECT_EQ(fault_with("seller_id", "2089"), NoticeFault::other_merchant);
  EXPECT_EQ(fault_with("trans_currency", "USD"), NoticeFault::other_currency);
}

TEST_F(AlipayGatewayTest, RefusesWhatIsNotWhole) {
  EXPECT_EQ(fault_with("total_amount", "160"), std::nullopt);
  for (auto wrong : {"", "160.001", "1.6e2", "-160.00", "abc"})
    EXPECT_EQ(fault_with("total_amount", wrong), NoticeFault::malformed) << wrong;
  EXPECT_EQ(fault_with("out_trade_no", ""), NoticeFault::malformed);
  EXPECT_EQ(fault_with("trade_status", "TRADE_WON"), NoticeFault::malformed);
  EXPECT_EQ(fault_with("gmt_payment", "2025-10-01"), NoticeFault::malformed);
}

TEST_F(AlipayGatewayTest, AnswersAsItWantsToHear) {
  EXPECT_EQ(gateway().answer(true).body, "success");
  EXPECT_EQ(gateway().answer(false).body, "failure");
}

}  // namespace
}  // namespace expogate::paygate
