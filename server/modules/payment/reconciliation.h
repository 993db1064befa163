#pragma once
#include <vector>

#include "payment/payment.h"
#include "platform/db/tx.h"

/// Our books beside the providers', day by day and channel by channel (ORD-09).
namespace expogate::payment {

struct ReconciliationRow {
  CivilDate on;
  Channel channel = Channel::alipay;
  std::int64_t payments = 0, paid_fen = 0, refunds = 0, refunded_fen = 0;
  std::optional<Instant> asked_at;  ///< when the bill was last asked for
  bool has_bill = false;            ///< what follows is the provider's word; without a bill there is none
  std::int64_t billed_fen = 0, billed_refund_fen = 0, fee_fen = 0;
  std::int64_t differences = 0;
  std::string bill_error;  ///< why the bill could not be had
};
BOOST_DESCRIBE_STRUCT(ReconciliationRow, (),
                      (on, channel, payments, paid_fen, refunds, refunded_fen, asked_at, has_bill, billed_fen,
                       billed_refund_fen, fee_fen, differences, bill_error))

enum class DifferenceKind { missing_at_provider, missing_here, amount_differs };
BOOST_DESCRIBE_ENUM(DifferenceKind, missing_at_provider, missing_here, amount_differs)

struct Difference {
  CivilDate on;
  Channel channel = Channel::alipay;
  DifferenceKind kind = DifferenceKind::amount_differs;
  std::string number;  ///< of the payment or refund
  std::int64_t ours_fen = 0, theirs_fen = 0;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (on, channel, kind, number, ours_fen, theirs_fen))

struct Bill {
  Channel channel = Channel::alipay;
  CivilDate booked_on;
  std::string error;
  Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(Bill, (), (channel, booked_on, error, asked_at))

namespace store {

/// What was paid and refunded from one day to another, both included.
std::vector<ReconciliationRow> reconcile(db::Tx& tx, const CivilDate& from, const CivilDate& to);
std::vector<Difference> list_differences(db::Tx& tx, const CivilDate& from, const CivilDate& to);
std::vector<Bill> list_bills(db::Tx& tx, const CivilDate& from, const CivilDate& to);
/// The provider's word replaces what it said before.
void keep_bill(db::Tx& tx, const Bill& bill, const std::vector<paygate::BillRow>& rows);

}  // namespace store
}  // namespace expogate::payment

namespace expogate {
template <>
inline constexpr auto enum_labels<payment::DifferenceKind> = std::to_array<EnumLabel>({
    {"missing_at_provider", "支付机构账单中没有", "Not on the provider’s statement"},
    {"missing_here", "本系统中没有", "Not in this system"},
    {"amount_differs", "金额不一致", "Amounts differ"},
});
}  // namespace expogate
