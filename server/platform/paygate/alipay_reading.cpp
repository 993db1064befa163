#include "platform/paygate/alipay_reading.h"

#include "platform/paygate/amount.h"
#include "platform/paygate/shanghai_time.h"

namespace expogate::paygate {
namespace {

std::optional<ChargeState> state_of(const AlipayTrade& trade) {
  if (trade.status == "WAIT_BUYER_PAY") return ChargeState::unpaid;
  if (trade.status == "TRADE_SUCCESS" || trade.status == "TRADE_FINISHED") return ChargeState::paid;
  // Closed before it was paid, or because all of it was refunded.
  if (trade.status == "TRADE_CLOSED")
    return trade.paid_at.empty() ? ChargeState::closed : ChargeState::refunded;
  return std::nullopt;
}

}  // namespace

std::optional<ChargeStatus> alipay_charge_status(const AlipayTrade& trade) {
  auto state = state_of(trade);
  if (!state) return std::nullopt;
  if (*state == ChargeState::unpaid || *state == ChargeState::closed) return ChargeStatus{.state = *state};
  auto amount_fen = parse_yuan(trade.total_amount);
  auto paid_at = parse_spaced_time(trade.paid_at);
  if (!amount_fen || !paid_at || trade.trade_no.empty()) return std::nullopt;
  return ChargeStatus{*state, trade.trade_no, *amount_fen, paid_at};
}

}  // namespace expogate::paygate
