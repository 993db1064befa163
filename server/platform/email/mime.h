#pragma once
#include <string>
#include <string_view>

#include "base/time.h"
#include "platform/email/mailer.h"

namespace expogate {

/// What makes this message unfit for sending, or nothing. A line end within an address or a header would let
/// its writer add commands and headers of their own, so control characters are refused, not repaired.
std::string why_unsendable(const EmailMessage& message);

/// The message as it goes over the wire (RFC 5322): ASCII only, in short lines.
std::string mime_text(const EmailMessage& message, Instant sent_at);

/// One header with its value as RFC 2047 encoded words, folded between them.
std::string encoded_header(std::string_view name, std::string_view value);

}  // namespace expogate
