#include "platform/paygate/sandbox_gateway.h"

#include <gtest/gtest.h>

#include "testing/sample_payment.h"

namespace expogate::paygate {
namespace {

/// Knows one charge, which is paid.
class OneCharge final : public SandboxLedger {
 public:
  void add(const Charge& charge) override { number = charge.number; }
  ChargeStatus find(const std::string& asked) override {
    return asked == number ? ChargeStatus{ChargeState::paid, "S1", 16000, TestClock::start} : ChargeStatus{};
  }
  ChargeStatus close(const std::string& asked) override { return find(asked); }
  RefundStatus refund(const Refund& refund) override {
    return {RefundState::done, "S2", refund.amount_fen, TestClock::start};
  }
  RefundStatus find_refund(const std::string&) override { return {}; }
  std::vector<BillRow> bill(const CivilDate&) override { return {}; }

  std::string number;
};

class SandboxGatewayTest : public testing::Test {
 protected:
  std::optional<NoticeFault> fault(const std::string& body, Instant now = TestClock::start) {
    auto reading = gateway_.read_notice({.headers = {}, .query = {}, .body = body}, now);
    auto* refusal = std::get_if<NoticeRefusal>(&reading);
    return refusal ? std::optional(refusal->fault) : std::nullopt;
  }

  OneCharge ledger_;
  SandboxGateway gateway_{{.public_url = "https://fair.example", .secret = "secret"}, ledger_};
  ChargeNotice paid_{"C20251001001", {ChargeState::paid, "S1", 16000, TestClock::start}};
  RefundNotice refunded_{
      "R20251001001", "C20251001001", {RefundState::refused, "S2", 8000, {}, "余额不足 & 1"}};
};

TEST_F(SandboxGatewayTest, OpensACashierOfItsOwn) {
  auto cashier = gateway_.begin(sample_charge());
  EXPECT_EQ(std::get<QrCode>(cashier.value()).text, "https://fair.example/sandbox/cashier/C20251001001");
  EXPECT_EQ(gateway_.query("C20251001001", TestClock::start).value().state, ChargeState::paid);
  SandboxGateway page({.public_url = "https://fair.example",
                       .secret = "secret",
                       .opens = SandboxSettings::Opens::gateway_page},
                      ledger_);
  EXPECT_EQ(std::get<GatewayPage>(page.begin(sample_charge()).value()).address,
            "https://fair.example/sandbox/cashier/C20251001001");
}

TEST_F(SandboxGatewayTest, ReadsTheNoticesThatItSigns) {
  auto body = gateway_.notice_of(paid_, TestClock::start);
  auto reading = gateway_.read_notice({.headers = {}, .query = {}, .body = body}, TestClock::start);
  auto& paid = std::get<ChargeNotice>(reading);
  EXPECT_EQ(paid.number, "C20251001001");
  EXPECT_EQ(paid.status.amount_fen, 16000);
  EXPECT_EQ(paid.status.paid_at, TestClock::start);
  body = gateway_.notice_of(refunded_, TestClock::start);
  reading = gateway_.read_notice({.headers = {}, .query = {}, .body = body}, TestClock::start);
  auto& refund = std::get<RefundNotice>(reading);
  EXPECT_EQ(refund.charge_number, "C20251001001");
  EXPECT_EQ(refund.status.state, RefundState::refused);
  EXPECT_EQ(refund.status.reason, "余额不足 & 1");
  EXPECT_EQ(refund.status.done_at, std::nullopt);
}

TEST_F(SandboxGatewayTest, RefusesOtherNotices) {
  auto body = gateway_.notice_of(paid_, TestClock::start);
  ASSERT_EQ(fault(body), std::nullopt);
  auto touched = body;
  touched.replace(touched.find("16000"), 5, "16001");
  EXPECT_EQ(fault(touched), NoticeFault::bad_signature);
  SandboxGateway other({.public_url = "", .secret = "other"}, ledger_);
  EXPECT_EQ(fault(other.notice_of(paid_, TestClock::start)), NoticeFault::bad_signature);
  EXPECT_EQ(fault(body, TestClock::start + seconds(301)), NoticeFault::stale);
  EXPECT_EQ(fault(body + "&amount_fen=1"), NoticeFault::malformed);
}

}  // namespace
}  // namespace expogate::paygate
