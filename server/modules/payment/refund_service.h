#pragma once
#include "messaging/message_service.h"
#include "order/order_service.h"
#include "payment/gateways.h"
#include "payment/refund.h"
#include "platform/jobs/runner.h"

namespace expogate::payment {

/// Money goes back through the channel by which it came, once for each number (ORD-08).
class RefundService {
 public:
  RefundService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                messaging::MessageService& messages, Gateways& gateways, std::string notify_base)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        messages_(messages),
        gateways_(gateways),
        notify_base_(std::move(notify_base)) {}

  /// Whose fees may be asked for: rejected, and not asked for yet.
  std::vector<order::OrderItem> list_refundable(const Caller& caller, order::OrderService& orders,
                                                const OrderId& order);
  Refund request(const Caller& caller, order::OrderService& orders, const OrderId& order,
                 const std::vector<order::AttendeeId>& people, const std::string& reason);
  Refund decide(const Caller& caller, const RefundId& id, bool is_approved, const std::string& opinion);
  Refund retry(const Caller& caller, const RefundId& id);
  /// A refund of a transfer that finance has sent by bank.
  Refund finish_by_hand(const Caller& caller, const RefundId& id, const std::string& bank_serial);
  std::vector<RefundRow> list_of_order(const OrderId& order);

  // For payments, inside their transaction.

  /// ORD-05: money that came for nothing is sent back by itself, whatever the state of its order.
  void give_back(db::Tx& tx, const Payment& payment, std::int64_t amount_fen);
  void apply(db::Tx& tx, const Refund& refund, const paygate::RefundStatus& status);

  /// Periodic: those whose turn has come.
  void enqueue_due();
  /// The job `refund_run`.
  void run(const jobs::JobRow& job);
  static constexpr std::string_view run_job = "refund_run";

 private:
  void begin(db::Tx& tx, const Refund& refund, Channel channel);
  void move(db::Tx& tx, const Caller& caller, Refund refund, RefundAction action, const char* summary);
  void tell_contact(db::Tx& tx, const Refund& refund);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  messaging::MessageService& messages_;
  Gateways& gateways_;
  std::string notify_base_;
};

}  // namespace expogate::payment
