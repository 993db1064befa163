#pragma once
#include "payment/bank_transfer.h"
#include "payment/refund.h"

/// A refund with all that finance decides it by: whose fee it is, why the review has rejected them, what came
/// in for the order and how, and where the money is to go (ORD-05, ORD-08).
namespace expogate::payment {

struct RefundFilter {
  std::vector<RefundState> state;
  std::optional<RefundKind> kind;
  std::optional<Channel> channel;
  std::optional<OrderId> order_id;
  std::optional<wire::Text<1, 40>> order;
};
BOOST_DESCRIBE_STRUCT(RefundFilter, (), (state, kind, channel, order_id, order))

/// As it was ordered and paid for, and what the review said.
struct RefundPerson {
  order::AttendeeId attendee_id;
  std::string number, name_zh, name_en, document_masked;
  std::int64_t amount_fen = 0;
  std::optional<attendee::AttendeeState> state;
  std::string opinion, reviewer;  ///< of the rejection
  std::optional<Instant> rejected_at;
};
BOOST_DESCRIBE_STRUCT(RefundPerson, (),
                      (attendee_id, number, name_zh, name_en, document_masked, amount_fen, state, opinion,
                       reviewer, rejected_at))

/// Whose account a transfer came from: as the payer announced it, and as the bank's statement says.
struct RefundPayee {
  std::optional<TransferId> transfer_id;
  std::string payer_name, payer_bank, payer_account_masked;
  std::string statement_payer_name, statement_serial;
};
BOOST_DESCRIBE_STRUCT(RefundPayee, (),
                      (transfer_id, payer_name, payer_bank, payer_account_masked, statement_payer_name,
                       statement_serial))

struct RefundCaseRow : RefundRow {
  order::OrderState order_state = order::OrderState::paid;
  std::int64_t order_total_fen = 0;
  std::string payment_number, payment_gateway_number;
  std::int64_t received_fen = 0;
  std::optional<Instant> paid_at;
};
BOOST_DESCRIBE_STRUCT(RefundCaseRow, (RefundRow),
                      (order_state, order_total_fen, payment_number, payment_gateway_number, received_fen,
                       paid_at))

struct RefundCase : RefundCaseRow {
  std::vector<RefundPerson> people;
  std::optional<RefundPayee> payee;  ///< of a transfer; everything else goes back the way it came
};
BOOST_DESCRIBE_STRUCT(RefundCase, (RefundCaseRow), (people, payee))

inline const ErrorCode payer_unknown{
    "refund.payer_unknown", "付款单位未填写汇款账号，请按银行流水核对",
    "The payer has not provided an account number; please check the bank statement"};

namespace store {

Page<RefundCaseRow> list_refund_cases(db::Tx& tx, const EditionId& edition, const RefundFilter& filter,
                                      const PageRequest& page);

struct RefundPersonRow {
  RefundId refund_id;
  order::AttendeeId attendee_id;
  std::string number, name_zh, name_en, document_masked;
  std::int64_t amount_fen = 0;
};
BOOST_DESCRIBE_STRUCT(RefundPersonRow, (),
                      (refund_id, attendee_id, number, name_zh, name_en, document_masked, amount_fen))
/// Whose fees these are, in the order in which they were ordered.
std::vector<RefundPersonRow> list_people_of_refunds(db::Tx& tx, const std::vector<RefundId>& refunds);

struct PayeeRow : RefundPayee {
  PaymentId payment_id;
};
BOOST_DESCRIBE_STRUCT(PayeeRow, (RefundPayee), (payment_id))
/// Of each of these transfers, what was confirmed, or else was said last.
std::vector<PayeeRow> list_payees(db::Tx& tx, const std::vector<PaymentId>& payments);

}  // namespace store
}  // namespace expogate::payment
