#include "test_provider.h"

#include <charconv>

namespace expogate::operations {

using namespace paygate;

namespace {

Failure no_answer() {
  return {.reason = "no answer", .is_permanent = false};
}

}  // namespace

bool TestProvider::scan(const std::string& number, bool is_late) {
  auto found = charges_.find(number);
  if (found == charges_.end() || found->second.state == ChargeState::paid) return false;
  auto& charge = found->second;
  bool is_open = charge.state == ChargeState::unpaid && charge.expires_at > clock_.now();
  if (!is_open && !is_late) return false;
  charge.state = ChargeState::paid;
  charge.paid_at = clock_.now();
  return true;
}

const TestProvider::ChargeAtProvider* TestProvider::find(const std::string& number) const {
  auto found = charges_.find(number);
  return found == charges_.end() ? nullptr : &found->second;
}

std::int64_t TestProvider::holds_fen() const {
  std::int64_t sum = 0;
  for (auto& [number, charge] : charges_)
    if (charge.state == ChargeState::paid) sum += charge.amount_fen - charge.refunded_fen;
  return sum;
}

NoticeRequest TestProvider::notice_of(const std::string& number, std::int64_t amount_fen, Instant paid_at) {
  return {{}, "", number + " " + std::to_string(amount_fen) + " " + std::to_string(paid_at.ms)};
}

NoticeReading TestProvider::read_notice(const NoticeRequest& request, Instant) const {
  auto first = request.body.find(' '), second = request.body.rfind(' ');
  auto number_at = [&](std::size_t from) {
    std::int64_t value = 0;
    std::from_chars(request.body.data() + from, request.body.data() + request.body.size(), value);
    return value;
  };
  auto number = request.body.substr(0, first);
  return ChargeNotice{
      number, {ChargeState::paid, "G" + number, number_at(first + 1), Instant{number_at(second + 1)}}};
}

ChargeStatus TestProvider::status_of(const std::string& number) const {
  auto found = charges_.find(number);
  if (found == charges_.end()) return {};
  return {found->second.state, "G" + number, found->second.amount_fen, found->second.paid_at};
}

Outcome<Cashier> TestProvider::begin(const Charge& charge) {
  if (is_down()) return no_answer();
  charges_.try_emplace(charge.number, ChargeAtProvider{charge.amount_fen, ChargeState::unpaid,
                                                       charge.expires_at, std::nullopt, 0});
  if (is_answer_lost()) return no_answer();
  return Cashier{QrCode{"pay:" + charge.number}};
}

Outcome<ChargeStatus> TestProvider::query(const std::string& number, Instant) {
  if (is_down()) return no_answer();
  return status_of(number);
}

Outcome<ChargeStatus> TestProvider::close(const std::string& number, Instant) {
  if (is_down()) return no_answer();
  auto found = charges_.find(number);
  if (found != charges_.end() && found->second.state == ChargeState::unpaid)
    found->second.state = ChargeState::closed;
  if (is_answer_lost()) return no_answer();
  return status_of(number);
}

Outcome<RefundStatus> TestProvider::refund(const Refund& refund) {
  if (is_down()) return no_answer();
  if (happens(10)) return RefundStatus{.state = RefundState::refused, .reason = "not today"};
  auto charge = charges_.find(refund.charge_number);
  bool is_possible = charge != charges_.end() && charge->second.state == ChargeState::paid;
  if (!is_possible) return RefundStatus{.state = RefundState::refused, .reason = "nothing was paid"};
  if (!refunds_.contains(refund.number)) {
    if (charge->second.refunded_fen + refund.amount_fen > charge->second.amount_fen)
      return RefundStatus{.state = RefundState::refused, .reason = "more than was paid"};
    charge->second.refunded_fen += refund.amount_fen;
    refunds_[refund.number] = {refund.amount_fen, clock_.now()};
  }
  if (is_answer_lost()) return no_answer();
  return query_refund(refund);
}

Outcome<RefundStatus> TestProvider::query_refund(const Refund& refund) {
  if (is_down()) return no_answer();
  auto found = refunds_.find(refund.number);
  if (found == refunds_.end()) return RefundStatus{};
  return RefundStatus{RefundState::done, "R" + refund.number, found->second.amount_fen, found->second.done_at,
                      ""};
}

}  // namespace expogate::operations
