#pragma once
#include <map>
#include <random>

#include "platform/paygate/payment_gateway.h"

namespace expogate::operations {

/// A payment provider in memory that keeps its own books, loses answers and refuses refunds by chance. What
/// it holds at the end is what the system must believe to have.
class TestProvider final : public paygate::PaymentGateway {
 public:
  struct ChargeAtProvider {
    std::int64_t amount_fen = 0;
    paygate::ChargeState state = paygate::ChargeState::unpaid;
    Instant expires_at;
    std::optional<Instant> paid_at;
    std::int64_t refunded_fen = 0;
  };

  TestProvider(std::uint64_t seed, const Clock& clock) : random_(seed), clock_(clock) {}

  /// A payer pays, if the provider still lets him; `is_late`: although the charge was given up.
  bool scan(const std::string& number, bool is_late);
  const ChargeAtProvider* find(const std::string& number) const;
  /// What it would say of a charge now, as a notice.
  static paygate::NoticeRequest notice_of(const std::string& number, std::int64_t amount_fen,
                                          Instant paid_at);
  /// Received and not given back.
  std::int64_t holds_fen() const;
  /// Troubles only while a test runs; at its end the provider is well again.
  void be_well(bool is_well) { is_well_ = is_well; }

  Outcome<paygate::Cashier> begin(const paygate::Charge& charge) override;
  Outcome<paygate::ChargeStatus> query(const std::string& number, Instant created_at) override;
  Outcome<paygate::ChargeStatus> close(const std::string& number, Instant created_at) override;
  Outcome<paygate::RefundStatus> refund(const paygate::Refund& refund) override;
  Outcome<paygate::RefundStatus> query_refund(const paygate::Refund& refund) override;
  Outcome<std::vector<paygate::BillRow>> bill(const CivilDate&) override {
    return std::vector<paygate::BillRow>{};
  }
  std::vector<std::string_view> notice_headers() const override { return {}; }
  paygate::NoticeReading read_notice(const paygate::NoticeRequest& request, Instant now) const override;
  paygate::NoticeAnswer answer(bool is_accepted) const override { return {is_accepted ? 200 : 500, "", ""}; }

 private:
  struct RefundAtProvider {
    std::int64_t amount_fen = 0;
    Instant done_at;
  };
  bool happens(int percent) { return !is_well_ && random_() % 100 < std::uint64_t(percent); }
  bool is_down() { return happens(10); }
  bool is_answer_lost() { return happens(5); }
  paygate::ChargeStatus status_of(const std::string& number) const;
  std::mt19937_64 random_;
  const Clock& clock_;
  bool is_well_ = false;
  std::map<std::string, ChargeAtProvider> charges_;
  std::map<std::string, RefundAtProvider> refunds_;
};

}  // namespace expogate::operations
