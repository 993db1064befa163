#include "account/captcha.h"

#include <fmt/format.h>

#include <charconv>

#include "account/captcha_store.h"
#include "base/id.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/proof_of_work.h"

namespace expogate::account {
namespace {

constexpr int difficulty = 15;  // about a third of a second in a browser
constexpr Duration lifetime = minutes(5);
constexpr std::size_t longest_answer = 20;

/// `salt.expires_at.signature`
struct Parts {
  std::string salt, expires, signature;
};

std::optional<Parts> parts_of(const std::string& challenge) {
  auto first = challenge.find('.'), second = challenge.find('.', first + 1);
  if (first == challenge.npos || second == challenge.npos) return std::nullopt;
  return Parts{challenge.substr(0, first), challenge.substr(first + 1, second - first - 1),
               challenge.substr(second + 1)};
}

}  // namespace

std::string CaptchaService::signature_of(const std::string& text) const {
  return hmac_sha256_hex(ring_.derive("captcha"), text);
}

CaptchaChallenge CaptchaService::make() {
  auto expires_at = clock_.now() + lifetime;
  auto salt = random_hex(16);
  auto signed_text = fmt::format("{}.{}", salt, expires_at.ms);
  return {signed_text + "." + signature_of(signed_text), salt, difficulty, expires_at};
}

void CaptchaService::require(const std::optional<CaptchaAnswer>& answer) {
  if (!answer) throw ValidationError("captcha", captcha_required);
  auto parts = parts_of(answer->challenge);
  bool is_ours =
      parts && equal_in_constant_time(parts->signature, signature_of(parts->salt + "." + parts->expires));
  Instant expires_at;
  if (is_ours)
    std::from_chars(parts->expires.data(), parts->expires.data() + parts->expires.size(), expires_at.ms);
  bool is_solved = is_ours && expires_at > clock_.now() && answer->answer.size() <= longest_answer &&
                   solves_proof_of_work(parts->salt, answer->answer, difficulty);
  bool is_first = is_solved && database_.write([&](db::Tx& tx) {
    return store::use_challenge(tx, parts->salt, expires_at);
  });
  if (!is_first) throw ValidationError("captcha", captcha_wrong);
}

std::int64_t CaptchaService::forget_old() {
  return database_.write([&](db::Tx& tx) { return store::forget_challenges(tx, clock_.now()); });
}

}  // namespace expogate::account
