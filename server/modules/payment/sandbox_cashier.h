#pragma once
#include "payment/gateways.h"
#include "platform/db/database.h"
#include "platform/paygate/sandbox_gateway.h"

/// The provider that the sandbox plays: its books, and its cashier's page where a visitor "pays" (沙箱).
namespace expogate::payment {

struct SandboxCharge {
  std::string number;
  Channel channel = Channel::alipay;
  std::int64_t amount_fen = 0;
  std::string subject;
  paygate::ChargeState state = paygate::ChargeState::unpaid;
  std::string notify_url, return_url;
  Instant created_at, expires_at;
  std::optional<Instant> paid_at;
};
BOOST_DESCRIBE_STRUCT(SandboxCharge, (),
                      (number, channel, amount_fen, subject, state, notify_url, return_url, created_at,
                       expires_at, paid_at))

/// One channel's books.
class SandboxBooks final : public paygate::SandboxLedger {
 public:
  SandboxBooks(db::Database& database, const Clock& clock, Channel channel)
      : database_(database), clock_(clock), channel_(channel) {}
  void add(const paygate::Charge& charge) override;
  paygate::ChargeStatus find(const std::string& number) override;
  paygate::ChargeStatus close(const std::string& number) override;
  paygate::RefundStatus refund(const paygate::Refund& refund) override;
  paygate::RefundStatus find_refund(const std::string& number) override;
  std::vector<paygate::BillRow> bill(const CivilDate& on) override;

 private:
  db::Database& database_;
  const Clock& clock_;
  Channel channel_;
};

namespace store {

void add_sandbox_charge(db::Tx& tx, const SandboxCharge& charge);
std::optional<SandboxCharge> find_sandbox_charge(db::Tx& tx, const std::string& number);
bool change_sandbox_charge(db::Tx& tx, const std::string& number, paygate::ChargeState from,
                           paygate::ChargeState to, std::optional<Instant> paid_at);
std::vector<SandboxCharge> list_sandbox_charges(db::Tx& tx, Channel channel, Instant from, Instant to);
bool add_sandbox_refund(db::Tx& tx, const std::string& number, const std::string& charge,
                        std::int64_t amount_fen, Instant now);

struct SandboxRefundRow {
  std::string number, charge_number;
  std::int64_t amount_fen = 0;
  Instant done_at;
};
BOOST_DESCRIBE_STRUCT(SandboxRefundRow, (), (number, charge_number, amount_fen, done_at))
std::optional<SandboxRefundRow> find_sandbox_refund(db::Tx& tx, const std::string& number);
std::vector<SandboxRefundRow> list_sandbox_refunds(db::Tx& tx, Channel channel, Instant from, Instant to);

}  // namespace store
}  // namespace expogate::payment
