#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace expogate {

// Codes of authenticator apps (ACC-05): RFC 6238 with SHA-1, six digits, 30 seconds. The secret is base32
// text.

/// 160 random bits as base32.
std::string new_totp_secret();

/// Number of the 30-second step in which a moment falls.
std::int64_t totp_step(Instant at);

/// The code of one step.
std::string totp_code(std::string_view secret, std::int64_t step);

/// The step whose code this is, among the present one and its two neighbours. The caller keeps it and refuses
/// any code whose step is not later than the last one used: a code works once.
std::optional<std::int64_t> matched_totp_step(std::string_view secret, std::string_view code, Instant now);

/// `otpauth://totp/…`, which the app reads from a QR code.
std::string totp_uri(std::string_view issuer, std::string_view account_name, std::string_view secret);

}  // namespace expogate
