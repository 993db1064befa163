#pragma once
#include <optional>
#include <string>

#include "base/outcome.h"

namespace expogate {

/// What bulk mail says about its list, so that programs and big receivers offer the way out.
struct ListMail {
  std::string id;       ///< `name.lists.domain` (RFC 2919)
  std::string way_out;  ///< an address; by https, a single POST to it is enough (RFC 8058)
};

/// One mail to one person. Texts are UTF-8.
struct EmailMessage {
  std::string to, from, from_name, subject, text;
  std::optional<std::string> html = std::nullopt;  ///< shown instead of `text` by programs that can
  std::string message_id;  ///< `<name>@<domain>` without brackets, the same for every try
  std::optional<ListMail> list = std::nullopt;  ///< of bulk mail
};

/// The way out for mail (MSG-01). A permanent failure is one that this mail would meet again tomorrow;
/// everything else, a wrong password of ours included, is worth another try.
class Mailer {
 public:
  virtual ~Mailer() = default;
  virtual Outcome<Sent> send(const EmailMessage& message) = 0;
};

}  // namespace expogate
