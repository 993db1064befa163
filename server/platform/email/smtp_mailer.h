#pragma once
#include <boost/describe/enum.hpp>
#include <string>

#include "base/time.h"
#include "platform/email/mailer.h"
#include "platform/outbound/connection_pool.h"

namespace expogate {

/// How the connection to the mail server is protected.
enum class SmtpSecurity {
  starttls,  ///< begins in the clear and must switch to TLS (usually port 587)
  tls,       ///< TLS from the first byte (usually port 465)
  none,      ///< for a relay on the same machine; without a password
};
BOOST_DESCRIBE_ENUM(SmtpSecurity, starttls, tls, none)

struct SmtpSettings {
  std::string host;
  int port = 587;
  SmtpSecurity security = SmtpSecurity::starttls;
  std::string username = {}, password = {};  ///< both empty: no sign-in
  std::string ca_file = {};                  ///< certificates to trust instead of the system's
  std::string own_name = {};                 ///< how we greet the server; empty: the machine's name
  Duration connect_timeout = seconds(3);
  Duration total_timeout = seconds(15);
};

/// Sends by SMTP. Connections are kept for the next mail; any number of threads may send.
class SmtpMailer final : public Mailer {
 public:
  /// Throws std::invalid_argument when a password would go over an open line.
  SmtpMailer(SmtpSettings settings, const Clock& clock);
  Outcome<Sent> send(const EmailMessage& message) override;

 private:
  SmtpSettings settings_;
  const Clock& clock_;
  ConnectionPool connections_;
};

}  // namespace expogate
