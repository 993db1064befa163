#pragma once
#include "platform/paygate/payment_gateway.h"
#include "testing/test_clock.h"

namespace expogate::paygate {

inline Charge sample_charge() {
  return {.number = "C20251001001",
          .amount_fen = 16000,
          .subject = "专业观众证件 1 人",
          .created_at = TestClock::start,
          .expires_at = TestClock::start + hours(24),
          .notify_url = "https://fair.example/notices",
          .return_url = "https://fair.example/orders",
          .payer_ip = "203.0.113.7"};
}

/// Half of the sample charge.
inline Refund sample_refund() {
  return {.number = "R20251001001",
          .charge_number = "C20251001001",
          .charge_gateway_number = "4200000001",
          .amount_fen = 8000,
          .charge_amount_fen = 16000,
          .reason = "审核未通过",
          .requested_at = TestClock::start,
          .notify_url = "https://fair.example/notices"};
}

}  // namespace expogate::paygate
