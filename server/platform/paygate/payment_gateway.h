#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/outcome.h"

/// Money through payment providers: one interface for all, amounts in fen of CNY, nothing of the business.
///
/// Numbers of charges and refunds are ours, 8 to 32 letters and digits, the strictest of all providers. One
/// belongs to one attempt and is never used for another.
namespace expogate::paygate {

/// Money that we ask for once.
struct Charge {
  std::string number;
  std::int64_t amount_fen = 0;
  std::string subject;  ///< what the payer reads; cut to what the provider takes
  Instant created_at, expires_at;
  std::string notify_url;  ///< https, without a query: WeChat Pay takes no other
  std::string return_url;  ///< where the browser comes back to, from UnionPay by POST; proves nothing
  std::string payer_ip;
};

/// For the payer's phone. WeChat Pay's and Alipay's can be scanned for two hours, however late the charge
/// ends.
struct QrCode {
  std::string text;
};

/// Where the browser goes: by a form with these fields, or simply there when it has none.
struct GatewayPage {
  std::string address;
  std::vector<std::pair<std::string, std::string>> fields;
};

using Cashier = std::variant<QrCode, GatewayPage>;

enum class ChargeState {
  unpaid,    ///< also where the provider does not know the number (Alipay before the scan)
  paid,      ///< all of it
  closed,    ///< not paid, and will not be
  refunded,  ///< was paid; some or all of it went back
};
BOOST_DESCRIBE_ENUM(ChargeState, unpaid, paid, closed, refunded)

/// What the provider says of a charge, with its signature checked and its merchant ours. The rest of it is
/// there once it is paid.
struct ChargeStatus {
  ChargeState state = ChargeState::unpaid;
  std::string gateway_number = {};  ///< the provider's own
  std::int64_t amount_fen = 0;      ///< of the whole charge: to be compared with ours
  std::optional<Instant> paid_at = std::nullopt;
};

/// Money that goes back. Asked again with the same number, it goes back once.
struct Refund {
  std::string number;
  std::string charge_number, charge_gateway_number;
  std::int64_t amount_fen = 0, charge_amount_fen = 0;
  std::string reason;
  Instant requested_at;  ///< of the first try, and the same in all others
  std::string notify_url;
};

enum class RefundState {
  unknown,     ///< the provider has not heard of it: ask for it again
  processing,  ///< accepted; a notice or a query will tell
  done,
  refused,  ///< the provider says no, with a reason; may be asked for again when the reason is gone
};
BOOST_DESCRIBE_ENUM(RefundState, unknown, processing, done, refused)

struct RefundStatus {
  RefundState state = RefundState::unknown;
  std::string gateway_number = {};  ///< the provider's own number of the refund; not all have one
  std::int64_t amount_fen = 0;
  std::optional<Instant> done_at = std::nullopt;
  std::string reason = {};  ///< in the provider's words
};

/// A call from a provider as it came. Keep all of it: it can be read again.
struct NoticeRequest {
  std::map<std::string, std::string> headers;  ///< those of `notice_headers`, by the names given there
  std::string query;                           ///< of the address, without `?`
  std::string body;                            ///< the raw bytes
};

struct ChargeNotice {
  std::string number;
  ChargeStatus status;
};

struct RefundNotice {
  std::string number;
  std::string charge_number;  ///< empty from UnionPay, which does not say it
  RefundStatus status;
};

/// Genuine, and about nothing that concerns us: accept and forget.
struct OtherNotice {
  std::string kind;
};

enum class NoticeFault {
  malformed,
  bad_signature,  ///< also by a key that we do not know
  stale,
  undecryptable,
  other_merchant,  ///< genuine, but for another merchant or application
  other_currency,
};
BOOST_DESCRIBE_ENUM(NoticeFault, malformed, bad_signature, stale, undecryptable, other_merchant,
                    other_currency)

struct NoticeRefusal {
  NoticeFault fault;
  std::string reason;  ///< for the log
};

using NoticeReading = std::variant<ChargeNotice, RefundNotice, OtherNotice, NoticeRefusal>;

struct NoticeAnswer {
  int status = 200;
  std::string content_type;  ///< empty: no body
  std::string body;
};

enum class BillKind { payment, refund };
BOOST_DESCRIBE_ENUM(BillKind, payment, refund)

/// One line of what the provider booked on a day. Amounts are positive; `fee_fen` is what the provider keeps
/// (for a refund, what it gives back).
struct BillRow {
  BillKind kind = BillKind::payment;
  std::string charge_number, gateway_number, refund_number;
  std::int64_t amount_fen = 0, fee_fen = 0;
  Instant at;
};

/// A way to be paid. Every call but the last three goes over the network, blocks, and may fail; a failure
/// says nothing about whether it took effect: query, or ask again with the same number.
class PaymentGateway {
 public:
  virtual ~PaymentGateway() = default;

  virtual Outcome<Cashier> begin(const Charge& charge) = 0;
  virtual Outcome<ChargeStatus> query(const std::string& number, Instant created_at) = 0;
  /// Answers what became of it: it may have been paid in the same moment. Where a provider cannot close it
  /// (Alipay before the scan, UnionPay at all) it stays `unpaid` and ends by itself when it expires: money
  /// that still comes for a charge that we gave up must go back.
  virtual Outcome<ChargeStatus> close(const std::string& number, Instant created_at) = 0;

  virtual Outcome<RefundStatus> refund(const Refund& refund) = 0;
  virtual Outcome<RefundStatus> query_refund(const Refund& refund) = 0;

  /// What the provider booked on that day in Shanghai: known from the next morning on. A provider without
  /// bills over the network fails permanently.
  virtual Outcome<std::vector<BillRow>> bill(const CivilDate& on) = 0;

  /// The headers that `read_notice` needs, in lower case.
  virtual std::vector<std::string_view> notice_headers() const = 0;
  /// Does no I/O. What is not refused is genuine, fresh (where the provider signs the time) and for us; that
  /// its number and amount are those of one of our charges is the caller's to check.
  virtual NoticeReading read_notice(const NoticeRequest& request, Instant now) const = 0;
  /// What the provider wants to hear: that we have it, or that it shall come again.
  virtual NoticeAnswer answer(bool is_accepted) const = 0;
};

}  // namespace expogate::paygate
