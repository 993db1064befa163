#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "account/account.h"
#include "messaging/message_service.h"
#include "platform/crypto/field_cipher.h"

/// Six digits by SMS or e-mail that prove a number or address is one's own (ACC-03).
namespace expogate::account {

enum class CodePurpose {
  second_step,
  recover_password,
  change_password,
  change_mobile,
  change_email,
  group_payment,
  registration,
  uscc_claim
};
BOOST_DESCRIBE_ENUM(CodePurpose, second_step, recover_password, change_password, change_mobile, change_email,
                    group_payment, registration, uscc_claim)

constexpr Duration code_lifetime = minutes(5);
constexpr Duration code_interval = minutes(1);
constexpr int code_tries = 5;
constexpr int codes_a_day_per_number = 10;
constexpr int codes_a_day_per_address = 30;
/// Of whoever has proved the password already: nobody else can use these up, and an office shares one
/// address.
constexpr int codes_a_day_when_proved = 30;

/// Where a code goes, and what it is bound to: a code sent for one account or session is worth nothing for
/// another.
struct CodeTarget {
  messaging::Channel channel = messaging::Channel::sms;
  std::string to;
  std::string subject;  ///< the account's or session's id
};

struct CodeSent {
  std::string target_masked;
  Instant resend_at, expires_at;
};
BOOST_DESCRIBE_STRUCT(CodeSent, (), (target_masked, resend_at, expires_at))

inline const ErrorCode code_has_no_way{
    "verification_code.no_way", "系统尚未配置短信或邮件服务，暂时不能发送验证码，请联系主办方",
    "SMS and e-mail services have not been set up, so no code can be sent; please contact the organizer"};
inline const ErrorCode code_wrong{"code.wrong", "验证码不正确或已失效",
                                  "The code is incorrect or has expired"};
inline const ErrorCode code_too_soon{"code.too_soon", "验证码刚刚发送过，请在 {retry_after_s} 秒后再试",
                                     "A code has just been sent; please try again in {retry_after_s} s"};
inline const ErrorCode code_limit{"code.limit", "今天的验证码发送次数已达上限",
                                  "The daily limit for verification codes has been reached"};

class VerificationCodeService {
 public:
  VerificationCodeService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                          messaging::MessageService& messages)
      : database_(database), clock_(clock), cipher_(cipher), messages_(messages) {}

  /// Counts against the limits of the number and of the caller's address; sends unless `is_silent`, so that
  /// an unknown name and a known one are answered alike.
  CodeSent send(const Caller& caller, CodePurpose purpose, const CodeTarget& target, bool is_silent = false);

  /// Takes one try and, when right, the code itself: in a transaction of its own, so that a failed request
  /// costs its try. Throws a ValidationError for `field` when wrong.
  void consume(CodePurpose purpose, const CodeTarget& target, const std::string& code,
               const std::string& field = "code");

  /// The same, for a caller that has another place to look.
  bool is_consumed(CodePurpose purpose, const CodeTarget& target, const std::string& code);

  std::int64_t forget_old();

 private:
  void take_send(db::Tx& tx, const std::string& key, int limit, bool has_interval);
  std::string index_of(const CodeTarget& target) const;
  std::string hash_of(const std::string& id, const std::string& code) const;
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  messaging::MessageService& messages_;
};

}  // namespace expogate::account
