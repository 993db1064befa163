#include "platform/email/smtp_mailer.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "base/text.h"
#include "platform/email/mime.h"

namespace expogate {
namespace {

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// The rest of the mail that libcurl has not taken yet.
struct Upload {
  std::string_view rest;

  static std::size_t read(char* target, std::size_t size, std::size_t count, void* self) {
    auto& rest = static_cast<Upload*>(self)->rest;
    auto length = std::min(size * count, rest.size());
    std::memcpy(target, rest.data(), length);
    rest.remove_prefix(length);
    return length;
  }
};

/// Keeps the server's last answer: it holds the reason of a refusal, or the name under which a mail was
/// queued. After a refusal libcurl says good-bye, and 221 is only the answer to that.
std::size_t keep_last_reply(char* line, std::size_t size, std::size_t count, void* reply) {
  auto text = trimmed({line, size * count});
  if (!text.starts_with("221")) *static_cast<std::string*>(reply) = text;
  return size * count;
}

void prepare(CURL* curl, const SmtpSettings& settings) {
  auto url = fmt::format("{}://{}:{}/{}", settings.security == SmtpSecurity::tls ? "smtps" : "smtp",
                         settings.host, settings.port, settings.own_name);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
  if (settings.security != SmtpSecurity::none) curl_easy_setopt(curl, CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
  if (!settings.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
  if (!settings.username.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings.username.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(settings.connect_timeout.ms));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(settings.total_timeout.ms));
}

/// 5xx is for ever when it was said of this sender, this recipient or this text. Said of the greeting or of
/// our password it concerns every mail, and an operator will put it right.
bool is_permanent(CURL* curl, CURLcode result) {
  long reply_code = 0;
  curl_off_t uploaded = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply_code);
  curl_easy_getinfo(curl, CURLINFO_SIZE_UPLOAD_T, &uploaded);
  bool is_about_this_mail =
      result == CURLE_SEND_ERROR || (result == CURLE_WEIRD_SERVER_REPLY && uploaded > 0);
  return is_about_this_mail && reply_code >= 500 && reply_code < 600;
}

Outcome<Sent> transfer(CURL* curl, const EmailMessage& message, std::string_view mime) {
  Upload upload{mime};
  std::string reply;
  std::unique_ptr<curl_slist, FreeList> recipients(curl_slist_append(nullptr, message.to.c_str()));
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, message.from.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(mime.size()));
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, &Upload::read);
  curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &keep_last_reply);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reply);
  auto result = curl_easy_perform(curl);
  if (result == CURLE_OK) return Sent{reply};
  auto reason = fmt::format("{}; the server's last answer: {}", curl_easy_strerror(result), reply);
  return Failure{.reason = std::move(reason), .is_permanent = is_permanent(curl, result)};
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpSettings settings, const Clock& clock)
    : settings_(std::move(settings)),
      clock_(clock),
      connections_([this](void* curl) { prepare(curl, settings_); }) {
  if (settings_.security == SmtpSecurity::none && !settings_.username.empty())
    throw std::invalid_argument("the mail password would go over an open line: choose starttls or tls");
}

Outcome<Sent> SmtpMailer::send(const EmailMessage& message) {
  if (auto why = why_unsendable(message); !why.empty()) return Failure{.reason = why, .is_permanent = true};
  ConnectionPool::Lease lease(connections_);
  return transfer(lease.curl(), message, mime_text(message, clock_.now()));
}

}  // namespace expogate
