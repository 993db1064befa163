#pragma once
#include "base/page.h"
#include "payment/payment.h"
#include "platform/db/tx.h"

namespace expogate::payment::store {

std::optional<Payment> find(db::Tx& tx, const PaymentId& id);
std::optional<Payment> find_by_number(db::Tx& tx, std::string_view number);
std::vector<Payment> list_of_order(db::Tx& tx, const OrderId& order);
std::optional<Payment> find_pending(db::Tx& tx, const OrderId& order, Channel channel);

void add(db::Tx& tx, const Payment& payment);
void note_cashier(db::Tx& tx, const PaymentId& id, const std::string& cashier_json);
void note_error(db::Tx& tx, const PaymentId& id, const std::string& error);

/// Each is a compare-and-set; false when it was in that state already, or can no longer come there.
bool mark_paid(db::Tx& tx, const PaymentId& id, std::int64_t received_fen, const std::string& gateway_number,
               Instant paid_at);
bool mark_ended(db::Tx& tx, const PaymentId& id, PaymentState to, const std::string& error);

/// Pending attempts whose time to be asked about has come, now put off until `until`.
std::vector<PaymentId> take_due(db::Tx& tx, Instant now, Instant until, int limit);
/// The provider is asked to close it at the next turn.
void expire_now(db::Tx& tx, const PaymentId& id, Instant now);
void check_at(db::Tx& tx, const PaymentId& id, Instant at);

}  // namespace expogate::payment::store
