#include "platform/paygate/unionpay_gateway.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"
#include "platform/paygate/unionpay_reading.h"
#include "testing/fake_provider.h"
#include "testing/sample_payment.h"
#include "testing/test_keys.h"

namespace expogate::paygate {
namespace {

const TestKey& merchant_key() {
  static const TestKey key;
  return key;
}
const TestKey& root_key() {
  static const TestKey key;
  return key;
}
const TestKey& own_key() {
  static const TestKey key;
  return key;
}

class UnionpayGatewayTest : public testing::Test {
 protected:
  UnionpayGateway gateway(UnionpaySettings::Product product = UnionpaySettings::Product::qr_code) {
    return UnionpayGateway(
        {.product = product,
         .merchant_id = "777",
         .merchant_key = merchant_key().private_key(),
         .merchant_serial = "68759663125",
         .trust = {.roots = {Certificate::from_pem(root_.pem(root_key(), root_key()))}, .between = {}},
         .server = {.url = provider_.url()}},
        clock_);
  }

  /// As UnionPay signs: the certificate belongs to the message.
  Fields signed_fields(Fields fields, const TestKey& key = own_key()) const {
    fields.emplace("version", "5.1.0");
    fields.emplace("signMethod", "01");
    fields["signPubKeyCert"] = own_.pem(own_key(), root_key());
    auto text = sha256_hex(plainly_joined(fields));
    fields["signature"] = base64_encode(key.private_key().sign_sha256(text));
    return fields;
  }
  void answer(Fields fields) {
    fields.emplace("merId", "777");
    body_ = plainly_joined(signed_fields(std::move(fields)));
  }
  Outcome<ChargeStatus> query() { return gateway().query("C20251001001", TestClock::start); }
  Outcome<RefundStatus> refund() { return gateway().refund(sample_refund()); }

  static Fields paid() {
    return {{"merId", "777"},
            {"txnType", "01"},
            {"orderId", "C20251001001"},
            {"queryId", "71202510"},
            {"txnAmt", "16000"},
            {"currencyCode", "156"},
            {"respCode", "00"},
            {"respMsg", "成功[0000000]"},
            {"txnTime", "20251001080000"},
            {"traceTime", "1001080102"}};
  }
  static Fields refunded() {
    auto fields = paid();
    fields["txnType"] = "04";
    fields["orderId"] = "R20251001001";
    fields["txnAmt"] = "8000";
    return fields;
  }
  NoticeRequest notice(Fields fields) const { return request_of(signed_fields(std::move(fields))); }
  static NoticeRequest request_of(const Fields& fields) {
    return {.headers = {}, .query = {}, .body = form_of(fields)};
  }
  std::optional<NoticeFault> fault(const NoticeRequest& request) {
    auto reading = gateway().read_notice(request, clock_.now());
    auto* refusal = std::get_if<NoticeRefusal>(&reading);
    return refusal ? std::optional(refusal->fault) : std::nullopt;
  }
  std::optional<NoticeFault> fault_with(const std::string& name, const std::string& value) {
    auto fields = paid();
    fields[name] = value;
    return fault(notice(fields));
  }

  TestClock clock_;
  TestCertificate root_{.common_name = "root", .is_authority = true};
  TestCertificate own_{.common_name = "041@Z12@中国银联股份有限公司@00000001", .issuer_name = "root"};
  std::string body_;
  FakeProvider provider_{[this](const http::Request&) {
    http::Response response;
    response.body = body_;
    return response;
  }};
};

TEST_F(UnionpayGatewayTest, TheB2bPageIsASignedForm) {
  auto cashier = gateway(UnionpaySettings::Product::b2b).begin(sample_charge());
  auto& page = std::get<GatewayPage>(cashier.value());
  EXPECT_EQ(page.address, provider_.url() + "/gateway/api/frontTransReq.do");
  Fields fields(page.fields.begin(), page.fields.end());
  EXPECT_EQ(fields["bizType"], "000202");
  EXPECT_EQ(fields["txnAmt"], "16000");
  EXPECT_EQ(fields["txnTime"], "20251001080000");
  EXPECT_EQ(fields["payTimeout"], "20251002080000");
  EXPECT_EQ(fields["frontUrl"], "https://fair.example/orders");
  auto signature = *base64_decode(fields["signature"]);
  fields.erase("signature");
  EXPECT_TRUE(merchant_key().public_key().has_signed_sha256(sha256_hex(plainly_joined(fields)), signature));
  EXPECT_TRUE(provider_.asked().empty());
}

TEST_F(UnionpayGatewayTest, AQueryTellsEveryState) {
  answer({{"orderId", "C20251001001"}, {"respCode", "34"}});
  EXPECT_EQ(query().value().state, ChargeState::unpaid);
  for (auto word : {"03", "05", "61"}) {
    answer({{"orderId", "C20251001001"}, {"respCode", "00"}, {"origRespCode", word}});
    EXPECT_EQ(query().value().state, ChargeState::unpaid) << word;
  }
  auto said = paid();
  said["origRespCode"] = "00";
  answer(said);
  auto status = query().value();
  EXPECT_EQ(status.state, ChargeState::paid);
  EXPECT_EQ(status.amount_fen, 16000);
  EXPECT_EQ(status.gateway_number, "71202510");
  EXPECT_EQ(status.paid_at, parse_rfc3339("2025-10-01T08:01:02+08:00"));
}

TEST_F(UnionpayGatewayTest, AnAnswerMustBeSignedAndAboutWhatWasAsked) {
  answer({{"orderId", "C20251001001"}, {"respCode", "34"}});
  ASSERT_TRUE(query());
  body_ += "x";
  EXPECT_FALSE(query());
  answer({{"orderId", "C20251001002"}, {"respCode", "34"}});
  EXPECT_FALSE(query());
  answer({{"orderId", "C20251001001"}, {"respCode", "34"}, {"merId", "778"}});
  EXPECT_FALSE(query());
  body_ = "not=signed";
  EXPECT_FALSE(query());
}

TEST_F(UnionpayGatewayTest, ARefundIsAcceptedRefusedOrRepeated) {
  answer({{"orderId", "R20251001001"}, {"respCode", "00"}});
  EXPECT_EQ(refund().value().state, RefundState::processing);
  answer({{"orderId", "R20251001001"}, {"respCode", "36"}, {"respMsg", "交易金额超限"}});
  EXPECT_EQ(refund().value().state, RefundState::refused);
  answer({{"orderId", "R20251001001"}, {"respCode", "06"}});
  EXPECT_FALSE(refund());
  EXPECT_FALSE(refund().failure().is_permanent);
  answer({{"orderId", "R20251001001"}, {"respCode", "10"}});
  EXPECT_TRUE(refund().failure().is_permanent);
}

TEST_F(UnionpayGatewayTest, ReadsItsNotices) {
  auto reading = gateway().read_notice(notice(paid()), clock_.now());
  auto& charge = std::get<ChargeNotice>(reading);
  EXPECT_EQ(charge.number, "C20251001001");
  EXPECT_EQ(charge.status.state, ChargeState::paid);
  EXPECT_EQ(charge.status.amount_fen, 16000);
  reading = gateway().read_notice(notice(refunded()), clock_.now());
  auto& refund = std::get<RefundNotice>(reading);
  EXPECT_EQ(refund.number, "R20251001001");
  EXPECT_EQ(refund.status.state, RefundState::done);
  EXPECT_EQ(refund.status.amount_fen, 8000);
  auto failed = refunded();
  failed["respCode"] = "61";
  reading = gateway().read_notice(notice(failed), clock_.now());
  EXPECT_EQ(std::get<RefundNotice>(reading).status.state, RefundState::refused);
  auto other = paid();
  other["txnType"] = "31";
  EXPECT_EQ(std::get<OtherNotice>(gateway().read_notice(notice(other), clock_.now())).kind, "31");
}

// The control of each refusal is the first line: the same notice untouched is read.
TEST_F(UnionpayGatewayTest, RefusesWhatIsForgedOrTouched) {
  ASSERT_EQ(fault(notice(paid())), std::nullopt);
  EXPECT_EQ(fault(request_of(signed_fields(paid(), merchant_key()))), NoticeFault::bad_signature);
  for (auto name : {"txnAmt", "signature", "signPubKeyCert", "version", "signMethod"}) {
    auto touched = signed_fields(paid());
    touched[name] += "1";
    // What follows a certificate in PEM is no part of it, but it is part of what was signed.
    EXPECT_EQ(fault(request_of(touched)), NoticeFault::bad_signature) << name;
  }
  auto older = paid();
  older["version"] = "5.0.0";
  EXPECT_EQ(fault(notice(older)), NoticeFault::bad_signature);
}

TEST_F(UnionpayGatewayTest, RefusesACertificateThatIsNotUnionPays) {
  ASSERT_EQ(fault(notice(paid())), std::nullopt);
  own_.common_name = "041@Z12@某某商户@00000002";
  EXPECT_EQ(fault(notice(paid())), NoticeFault::bad_signature);
  own_.common_name = "中国银联股份有限公司";
  EXPECT_EQ(fault(notice(paid())), std::nullopt);
  own_.valid_to = TestClock::start - seconds(1);
  EXPECT_EQ(fault(notice(paid())), NoticeFault::bad_signature);
}

TEST_F(UnionpayGatewayTest, RefusesACertificateOfAnotherRoot) {
  auto genuine = notice(paid());
  ASSERT_EQ(fault(genuine), std::nullopt);
  root_.common_name = "other root";
  EXPECT_EQ(fault(genuine), NoticeFault::bad_signature);
}

TEST_F(UnionpayGatewayTest, RefusesWhatIsForOthersOrOtherMoney) {
  EXPECT_EQ(fault_with("merId", "777"), std::nullopt);
  EXPECT_EQ(fault_with("merId", "778"), NoticeFault::other_merchant);
  EXPECT_EQ(fault_with("currencyCode", "840"), NoticeFault::other_currency);
}

TEST_F(UnionpayGatewayTest, RefusesWhatIsNotWhole) {
  for (auto wrong : {"", "160.00", "-1", "1e4", "016000"})
    EXPECT_EQ(fault_with("txnAmt", wrong), NoticeFault::malformed) << wrong;
  EXPECT_EQ(fault_with("orderId", ""), NoticeFault::malformed);
  EXPECT_EQ(fault_with("queryId", ""), NoticeFault::malformed);
  EXPECT_EQ(fault_with("txnTime", "yesterday"), NoticeFault::malformed);
  auto twice = notice(paid());
  twice.body += "&txnAmt=1";
  EXPECT_EQ(fault(twice), NoticeFault::malformed);
}

TEST_F(UnionpayGatewayTest, AnswersAsItWantsToHear) {
  EXPECT_EQ(gateway().answer(true).body, "ok");
  EXPECT_EQ(gateway().answer(true).status, 200);
  EXPECT_NE(gateway().answer(false).status, 200);
}

TEST(UnionpayReading, PairsAreNotEncodedAndBracketsHold) {
  EXPECT_EQ(parse_unionpay_answer("a=x+y=&b={c=1&d=[2&3]}&e=%41"),
            (Fields{{"a", "x+y="}, {"b", "{c=1&d=[2&3]}"}, {"e", "%41"}}));
  for (auto wrong : {"a", "=1", "a=1&a=2", "a=1&&b=2", "a=\xff"})
    EXPECT_EQ(parse_unionpay_answer(wrong), std::nullopt) << wrong;
}

TEST(UnionpayReading, ATimeAfterNewYearIsOfTheNewYear) {
  Fields fields{
      {"txnAmt", "1"}, {"queryId", "1"}, {"txnTime", "20251231235959"}, {"traceTime", "0101000001"}};
  EXPECT_EQ(unionpay_refunded(fields)->done_at, parse_rfc3339("2026-01-01T00:00:01+08:00"));
}

}  // namespace
}  // namespace expogate::paygate
