#pragma once
#include "payment/refund_service.h"

namespace expogate::payment {

/// What became of a provider's call.
enum class NoticeOutcome {
  applied,
  unknown_number,  ///< genuine, about nothing that we asked for: the provider is to call again
  amount_differs,  ///< genuine, and not what we asked for: the provider is asked itself
  ignored,         ///< genuine, about nothing that concerns us
};
BOOST_DESCRIBE_ENUM(NoticeOutcome, applied, unknown_number, amount_differs, ignored)

/// Pays orders, and finds out what became of each attempt (ORD-02, ORD-03, ORD-05).
class PaymentService {
 public:
  PaymentService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                 edition::EditionService& editions, order::OrderService& orders, RefundService& refunds,
                 Gateways& gateways, std::string public_url)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        editions_(editions),
        orders_(orders),
        refunds_(refunds),
        gateways_(gateways),
        public_url_(std::move(public_url)) {}

  /// Begins an attempt, or answers the one that is under way by this channel. Calls the provider: not inside
  /// a transaction.
  Payment begin(const Caller& caller, const OrderId& order, Channel channel);
  Payment get_own(const Caller& caller, const PaymentId& id);
  std::vector<Payment> list_of_order(const OrderId& order);
  /// The channels that are offered, and which of them are played by the sandbox.
  std::vector<std::pair<Channel, bool>> list_channels() const;

  /// A provider has called; answers what it wants to hear.
  paygate::NoticeAnswer take_notice(Channel channel, const paygate::NoticeRequest& request);
  paygate::PaymentGateway& provider(Channel channel) { return provider_of(gateways_, channel); }

  /// Money has come, or not: by a notice, a query, a bank statement. Told twice, it counts once.
  void apply(db::Tx& tx, const Payment& payment, const paygate::ChargeStatus& status);

  /// Whatever was begun to pay this order is to be ended or found out about at once.
  void hurry(db::Tx& tx, const OrderId& order);
  /// Periodic: attempts whose turn has come.
  void enqueue_due();
  /// The job `payment_check`.
  void check(const jobs::JobRow& job);
  static constexpr std::string_view check_job = "payment_check";

 private:
  Payment open_attempt(const Caller& caller, const OrderId& order, Channel channel);
  void receive(db::Tx& tx, const Payment& payment, const paygate::ChargeStatus& status);
  NoticeOutcome take(db::Tx& tx, Channel channel, const paygate::ChargeNotice& notice);
  NoticeOutcome take(db::Tx& tx, Channel channel, const paygate::RefundNotice& notice);
  NoticeOutcome take(db::Tx& tx, Channel channel, const paygate::NoticeReading& reading);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  order::OrderService& orders_;
  RefundService& refunds_;
  Gateways& gateways_;
  std::string public_url_;
};

}  // namespace expogate::payment
