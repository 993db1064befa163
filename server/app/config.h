#pragma once
#include <optional>
#include <string>

#include "app/config_payment.h"
#include "app/config_sms.h"
#include "base/time.h"
#include "messaging/message_service.h"
#include "platform/db/database.h"
#include "platform/email/smtp_mailer.h"
#include "platform/http/client_address.h"
#include "platform/http/server.h"
#include "platform/identity/http_identity_provider.h"
#include "platform/recognition/recognizer_pool.h"
#include "platform/registry/http_registry.h"

namespace expogate {

/// What an operator may set. What the bureau may change is data of the edition; what neither changes is a
/// named constant.
struct Config {
  http::ServerSettings http;
  db::DatabaseSettings database;
  std::string service_user;  ///< whom the program becomes when root calls it; empty: stays root
  std::string public_url;    ///< how people reach the system, for links in messages
  std::string web_root;      ///< the built web application
  std::string data_folder;   ///< uploads
  std::string backup_folder = "/var/backups/expogate";  ///< whose newest file the bureau's page looks at
  std::string key_ring;  ///< path of the key ring file; empty: the environment's EXPOGATE_KEY_RING
  bool is_demo = false;  ///< shows the sandbox outbox; never with real people's data
  bool has_secure_cookie = true;
  http::TrustedProxies trusted_proxies;  ///< whose word about their clients' addresses is taken
  int public_writes_per_minute = 60;
  int anonymous_uploads_per_minute = 20;
  int job_threads = 2;
  int slow_job_threads = 1;     ///< for exports and what else takes long
  int reading_job_threads = 1;  ///< for pictures that strangers send
  int password_memory_kib = 32 * 1024;
  RecognizerSettings recognizer;  ///< who reads licences
  std::string log_level = "info";
  std::optional<Instant>
      time_machine;  ///< the moment at which the site believes to have been started (BUR-02)
  Duration
      clock_offset;  ///< or how far its clock is off, so that a demonstration's time goes on over restarts
  int mails_per_hour = 2000;         ///< of one sender's mailings (GRP-04)
  messaging::SenderSettings sender;  ///< whose name stands on mails
  std::optional<SmtpSettings> smtp;  ///< none: mails stay in the sandbox outbox
  SmsSettings sms;
  std::optional<HttpRegistrySettings> registry;  ///< none: the licence alone decides (ORG-05)
  std::optional<HttpIdentitySettings> identity;  ///< none: documents are checked by their format (ATT-09)
  PaymentSettings payment;                       ///< what is none is played by the sandbox
};

/// Reads the file (none when the path is empty) and the environment; throws ConfigError with all mistakes.
Config read_config(const std::string& path);

}  // namespace expogate
