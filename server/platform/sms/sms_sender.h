#pragma once
#include <map>
#include <string>

#include "base/outcome.h"

namespace expogate {

/// One short message to one number. Providers want the approved template and its parameters; `text` is the
/// whole.
struct SmsMessage {
  std::string id;      ///< the same for every try, so that no provider sends it twice
  std::string mobile;  ///< E.164: +8613812345678
  std::string text, template_code;
  std::map<std::string, std::string> parameters;
};

/// The way out for short messages (MSG-01).
class SmsSender {
 public:
  virtual ~SmsSender() = default;
  virtual Outcome<Sent> send(const SmsMessage& message) = 0;
};

/// Accepts everything and sends nothing: the outbox page shows the messages of a demonstration.
class SandboxSmsSender final : public SmsSender {
 public:
  Outcome<Sent> send(const SmsMessage& message) override { return Sent{"sandbox/" + message.id}; }
};

}  // namespace expogate
