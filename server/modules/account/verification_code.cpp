#include "account/verification_code.h"

#include "account/verification_code_store.h"
#include "base/sensitive.h"
#include "base/text.h"
#include "platform/crypto/blind_index.h"
#include "platform/crypto/digest.h"
#include "platform/http/client_address.h"

namespace expogate::account {
namespace {

const messaging::MessageTemplate code_template{
    "verification_code", "验证码", "Verification code",
    "【{fair}】验证码 {code}，{minutes} 分钟内有效。请勿告知他人。如非本人操作请忽略。",
    "[{fair}] Your verification code is {code}, valid for {minutes} minutes. Do not share it with anyone. If "
    "you did not request it, please ignore this message."};

/// Asked for behind a password or a session: a budget of its own, so that strangers cannot spend it.
bool is_proved(CodePurpose purpose) {
  return purpose == CodePurpose::second_step || purpose == CodePurpose::change_password ||
         purpose == CodePurpose::group_payment;
}

}  // namespace

std::string VerificationCodeService::index_of(const CodeTarget& target) const {
  return blind_index(cipher_.ring(), "verification_codes.target", fold_key(target.to));
}

std::string VerificationCodeService::hash_of(const std::string& id, const std::string& code) const {
  return hmac_sha256_hex(cipher_.ring().derive("verification-code"), id + "|" + code);
}

void VerificationCodeService::take_send(db::Tx& tx, const std::string& key, int limit, bool has_interval) {
  auto now = clock_.now();
  auto latest = has_interval ? now - code_interval : now;
  if (store::take_send(tx, key, now, latest, limit)) return;
  auto last_at = store::last_send_at(tx, key);
  if (last_at > latest) throw TooMany(int((last_at + code_interval - now).ms / 1000) + 1, code_too_soon);
  auto until_midnight = fair_day_end(fair_date(now)) - now;
  throw TooMany(int(until_midnight.ms / 1000) + 1, code_limit);
}

CodeSent VerificationCodeService::send(const Caller& caller, CodePurpose purpose, const CodeTarget& target,
                                       bool is_silent) {
  if (!messages_.can_send(target.channel)) throw Refusal(code_has_no_way);
  auto now = clock_.now();
  auto code = random_digits(6);
  auto id = new_id_text(now);
  auto index = index_of(target);
  database_.write([&](db::Tx& tx) {
    if (is_proved(purpose)) {
      take_send(tx, "proved/" + index, codes_a_day_when_proved, true);
    } else {
      take_send(tx, "target/" + index, codes_a_day_per_number, true);
      take_send(tx, "address/" + http::limited_network(caller.ip), codes_a_day_per_address, false);
    }
    if (is_silent) return;
    store::add_code(tx, {id, purpose, target.subject, index, hash_of(id, code), now, now + code_lifetime});
    messages_.send_later(tx, {target.channel, target.to, caller.locale, {{"code", code}, {"minutes", "5"}}},
                         code_template);
  });
  auto masked = target.channel == messaging::Channel::sms ? mask_mobile(target.to) : mask_email(target.to);
  return {masked, now + code_interval, now + code_lifetime};
}

bool VerificationCodeService::is_consumed(CodePurpose purpose, const CodeTarget& target,
                                          const std::string& code) {
  auto now = clock_.now();
  return database_.write([&](db::Tx& tx) {
    auto newest = store::take_try(tx, purpose, target.subject, index_of(target), code_tries, now);
    if (!newest || !equal_in_constant_time(newest->code_hash, hash_of(newest->id, code))) return false;
    return store::use_code(tx, newest->id, now);
  });
}

void VerificationCodeService::consume(CodePurpose purpose, const CodeTarget& target, const std::string& code,
                                      const std::string& field) {
  if (!is_consumed(purpose, target, code)) throw ValidationError(field, code_wrong);
}

std::int64_t VerificationCodeService::forget_old() {
  return database_.write([&](db::Tx& tx) { return store::forget_codes(tx, clock_.now() - days(2)); });
}

}  // namespace expogate::account
