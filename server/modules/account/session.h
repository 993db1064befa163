#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "base/id.h"

/// A signed-in browser or device (ACC-04). The token itself is never stored, only its hash.
namespace expogate::account {

/// `second_step`: the password was right, the code is still to come; such a session may do nothing else.
enum class SessionStage { second_step, full };
BOOST_DESCRIBE_ENUM(SessionStage, second_step, full)

struct Session {
  SessionId id;
  AccountId account_id;
  SessionStage stage = SessionStage::full;
  int second_step_tries = 0;
  Instant created_at, last_seen_at, expires_at;
  std::string ip, user_agent;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (id, account_id, stage, second_step_tries, created_at, last_seen_at, expires_at, ip,
                       user_agent))

constexpr Duration session_idle_limit = hours(2);
constexpr Duration session_absolute_limit = hours(12);
constexpr Duration second_step_limit = minutes(10);
/// "Last seen" is written at most this often: a page with ten requests writes once.
constexpr Duration last_seen_precision = minutes(1);

/// What the browser must send with every write: it can read the token of its own session, a foreign site
/// cannot.
std::string csrf_token_of(std::string_view session_token);

}  // namespace expogate::account
