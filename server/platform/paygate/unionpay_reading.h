#pragma once
#include <optional>
#include <string_view>

#include "platform/paygate/form.h"
#include "platform/paygate/payment_gateway.h"

/// What UnionPay's messages mean.
namespace expogate::paygate {

/// `k=v&k={a=1&b=2}`: answers are not encoded as forms are; inside brackets `&` divides nothing. Nothing when
/// it is malformed or says a field twice.
std::optional<Fields> parse_unionpay_answer(std::string_view body);

/// respCode and origRespCode.
enum class UnionpayWord {
  success,
  pending,   ///< not decided yet: query later
  unknown,   ///< there is no such transaction
  busy,      ///< UnionPay's own trouble: try again
  repeated,  ///< this number came before
  wrong,     ///< our message is
  refused,   ///< by the merchant's contract, the payer or the bank
};
UnionpayWord unionpay_word(std::string_view code);

/// Of an answer to a query or of a notice, once it says success. Nothing when it is not to be understood.
std::optional<ChargeStatus> unionpay_paid(const Fields& fields);
std::optional<RefundStatus> unionpay_refunded(const Fields& fields);

}  // namespace expogate::paygate
