#include "app/config.h"

#include <regex>

#include "base/enum_text.h"
#include "platform/config/config_reader.h"

namespace expogate {
namespace {

void read_http(ConfigReader& reader, Config& config) {
  auto& http = config.http;
  http.host = reader.text("http.host", http.host);
  http.port = std::uint16_t(reader.integer("http.port", http.port, 0, 65535));
  http.io_threads = reader.integer("http.io_threads", http.io_threads, 1, 16);
  http.fast_threads = reader.integer("http.fast_threads", http.fast_threads, 1, 256);
  http.fast_queue = reader.integer("http.fast_queue", http.fast_queue, 1, 100'000);
  http.heavy_threads = reader.integer("http.heavy_threads", http.heavy_threads, 1, 64);
  http.heavy_queue = reader.integer("http.heavy_queue", http.heavy_queue, 1, 10'000);
  http.upload_threads = reader.integer("http.upload_threads", http.upload_threads, 1, 64);
  http.upload_queue = reader.integer("http.upload_queue", http.upload_queue, 1, 10'000);
  http.anonymous_threads = reader.integer("http.anonymous_threads", http.anonymous_threads, 1, 64);
  http.anonymous_queue = reader.integer("http.anonymous_queue", http.anonymous_queue, 1, 10'000);
  http.head_timeout_s = reader.integer("http.head_timeout_s", http.head_timeout_s, 1, 300);
  http.body_timeout_s = reader.integer("http.body_timeout_s", http.body_timeout_s, 1, 600);
  http.idle_timeout_s = reader.integer("http.idle_timeout_s", http.idle_timeout_s, 1, 3600);
  http.connection_limit =
      std::size_t(reader.integer("http.connection_limit", int(http.connection_limit), 10, 1'000'000));
  if (auto proxies = expogate::http::TrustedProxies::read(reader.text("http.trusted_proxies", "")))
    config.trusted_proxies = *proxies;
  else
    reader.mistake("http.trusted_proxies must be addresses or networks such as 127.0.0.1, 10.0.0.0/8");
  config.anonymous_uploads_per_minute =
      reader.integer("http.anonymous_uploads_per_minute", config.anonymous_uploads_per_minute, 0, 1'000'000);
  config.public_writes_per_minute =
      reader.integer("http.public_writes_per_minute", config.public_writes_per_minute, 0, 1'000'000);
  config.has_secure_cookie = reader.flag("http.has_secure_cookie", true);
  config.public_url = reader.text("http.public_url", "http://127.0.0.1:8080");
  config.web_root = reader.text("http.web_root", "web/dist");
}

void read_database(ConfigReader& reader, Config& config) {
  auto& database = config.database;
  database.url = reader.text("database.url", "sqlite:data/expogate.db");
  database.connections = reader.integer("database.connections", database.connections, 1, 500);
  database.write_batch = reader.integer("database.write_batch", database.write_batch, 1, 1000);
  database.write_queue = reader.integer("database.write_queue", database.write_queue, 1, 1'000'000);
}

/// What EHLO takes (RFC 5321, 4.1.3): letters, digits, dots and hyphens, or an address in brackets.
bool is_own_name(const std::string& name) {
  static const std::regex pattern(
      R"(([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z0-9-]+|\[[0-9a-fA-F:.]+\])");
  return std::regex_match(name, pattern);
}

std::optional<SmtpSettings> read_smtp(ConfigReader& reader) {
  SmtpSettings smtp;
  smtp.host = reader.text("smtp.host", "");
  smtp.port = reader.integer("smtp.port", smtp.port, 1, 65535);
  smtp.username = reader.text("smtp.username", "");
  smtp.password = reader.text("smtp.password", "");
  smtp.ca_file = reader.text("smtp.ca_file", "");
  smtp.own_name = reader.text("smtp.own_name", "");
  if (!smtp.own_name.empty() && !is_own_name(smtp.own_name))
    reader.mistake(
        "smtp.own_name must be a full host name such as visitors.example, or an address in brackets");
  auto security = reader.text("smtp.security", "starttls");
  if (auto known = enum_value<SmtpSecurity>(security))
    smtp.security = *known;
  else
    reader.mistake("smtp.security must be starttls, tls or none");
  return smtp.host.empty() ? std::nullopt : std::optional(smtp);
}

/// A moved clock or an open outbox belongs to invented people only: outside a demonstration, each stops the
/// start.
void read_demo(ConfigReader& reader, Config& config) {
  config.is_demo = reader.flag("demo.enabled", false);
  config.clock_offset = seconds(reader.integer("demo.clock_offset_s", 0, -2'000'000'000, 2'000'000'000));
  auto moment = reader.text("demo.time_machine", "");
  if (!moment.empty()) {
    config.time_machine = parse_rfc3339(moment);
    if (!config.time_machine)
      reader.mistake("demo.time_machine must be a moment such as 2025-10-20T15:00:00Z");
  }
  if (config.is_demo) return;
  if (config.clock_offset.ms != 0) reader.mistake("demo.clock_offset_s needs demo.enabled = true");
  if (!moment.empty()) reader.mistake("demo.time_machine needs demo.enabled = true");
}

}  // namespace

Config read_config(const std::string& path) {
  ConfigReader reader(path);
  Config config;
  read_http(reader, config);
  read_database(reader, config);
  config.smtp = read_smtp(reader);
  config.sms = read_sms(reader);
  HttpRegistrySettings registry;
  if (read_gateway(reader, "registry", registry.gateway, registry.shared)) config.registry = registry;
  HttpIdentitySettings identity;
  if (read_gateway(reader, "identity", identity.gateway, identity.shared)) config.identity = identity;
  config.payment = read_payment(reader);
  config.sender.from_address = reader.text("mail.from_address", config.sender.from_address);
  config.sender.from_name_zh = reader.text("mail.from_name_zh", config.sender.from_name_zh);
  config.sender.from_name_en = reader.text("mail.from_name_en", config.sender.from_name_en);
  config.sender.public_url = config.public_url;
  config.mails_per_hour = reader.integer("mail.per_hour", config.mails_per_hour, 1, 1'000'000);
  config.service_user = reader.text("service.user", "");
  config.data_folder = reader.text("storage.folder", "data/files");
  config.backup_folder = reader.text("backup.folder", config.backup_folder);
  config.key_ring = reader.text("security.key_ring", "");
  config.password_memory_kib =
      reader.integer("security.password_memory_kib", config.password_memory_kib, 8, 1024 * 1024);
  config.job_threads = reader.integer("jobs.threads", config.job_threads, 0, 64);
  config.slow_job_threads = reader.integer("jobs.slow_threads", config.slow_job_threads, 0, 16);
  config.reading_job_threads = reader.integer("jobs.reading_threads", config.reading_job_threads, 0, 16);
  config.log_level = reader.text("log.level", "info");
  read_demo(reader, config);
  reader.finish();
  return config;
}

}  // namespace expogate
