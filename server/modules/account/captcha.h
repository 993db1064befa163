#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "base/error.h"
#include "platform/crypto/key_ring.h"
#include "platform/db/database.h"

/// A riddle for programs instead of people: the browser computes for a moment, which costs a guesser of
/// passwords dearly and a person nothing. No picture to decipher, so it shuts nobody out.
namespace expogate::account {

struct CaptchaChallenge {
  std::string challenge;  ///< signed: salt, difficulty and time
  std::string salt;
  int difficulty = 0;  ///< leading zero bits wanted of SHA-256(salt + answer)
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(CaptchaChallenge, (), (challenge, salt, difficulty, expires_at))

struct CaptchaAnswer {
  std::string challenge, answer;
};
BOOST_DESCRIBE_STRUCT(CaptchaAnswer, (), (challenge, answer))

inline const ErrorCode captcha_required{"captcha.required", "请先完成人机验证",
                                        "Please complete the security check first"};
inline const ErrorCode captcha_wrong{"captcha.wrong", "人机验证未通过或已失效，请重试",
                                     "The security check failed or has expired; please try again"};

class CaptchaService {
 public:
  CaptchaService(db::Database& database, const Clock& clock, const KeyRing& ring)
      : database_(database), clock_(clock), ring_(ring) {}

  CaptchaChallenge make();
  /// Each challenge is good for one answer. Throws a ValidationError for the field `captcha`.
  void require(const std::optional<CaptchaAnswer>& answer);
  std::int64_t forget_old();

 private:
  std::string signature_of(const std::string& text) const;
  db::Database& database_;
  const Clock& clock_;
  const KeyRing& ring_;
};

}  // namespace expogate::account
