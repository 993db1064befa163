#include "platform/outbound/http_client.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "base/error.h"
#include "base/text.h"

namespace expogate {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  std::unique_ptr<char, decltype(&curl_free)> owned(text, &curl_free);
  return text;
}

/// libcurl's own reading of the URL, so that what is checked is what will be called.
void require_protected(const std::string& text) {
  std::unique_ptr<CURLU, FreeUrl> url(curl_url());
  bool is_url = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) == CURLUE_OK;
  auto scheme = part_of(url.get(), CURLUPART_SCHEME), host = part_of(url.get(), CURLUPART_HOST);
  bool is_this_machine = host == "127.0.0.1" || host == "[::1]" || host == "localhost";
  if (!is_url || !(scheme == "https" || (scheme == "http" && is_this_machine)))
    throw std::invalid_argument("an outgoing call needs an https address: " + text);
}

void prepare(CURL* curl, const HttpClientSettings& settings) {
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
  if (!settings.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(settings.connect_timeout.ms));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(settings.total_timeout.ms));
}

/// The answer as far as it may grow.
struct Download {
  std::size_t limit;
  std::string body = {};
  std::map<std::string, std::string> headers = {};

  static std::size_t write(char* bytes, std::size_t size, std::size_t count, void* self) {
    auto& download = *static_cast<Download*>(self);
    if (download.body.size() + size * count > download.limit) return 0;  // libcurl ends the transfer
    download.body.append(bytes, size * count);
    return size * count;
  }

  static std::size_t write_header(char* bytes, std::size_t size, std::size_t count, void* self) {
    std::string_view line(bytes, size * count);
    if (auto colon = line.find(':'); colon != line.npos)
      static_cast<Download*>(self)->headers[ascii_lower(line.substr(0, colon))] =
          trimmed(line.substr(colon + 1));
    return size * count;
  }
};

std::unique_ptr<curl_slist, FreeList> header_list(const HttpClient::Headers& headers) {
  // With an empty Expect, libcurl sends the body at once instead of asking first.
  std::unique_ptr<curl_slist, FreeList> list(curl_slist_append(nullptr, "Expect:"));
  for (auto& [name, value] : headers) {
    auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
    expect(std::none_of(value.begin(), value.end(), is_control), "a header holds no control characters");
    curl_slist_append(list.get(), fmt::format("{}: {}", name, value).c_str());
  }
  return list;
}

HttpAnswer answer_of(CURL* curl, Download download) {
  long status = 0;
  curl_off_t wait_s = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait_s);
  HttpAnswer answer{int(status), std::move(download.body), {}, std::move(download.headers)};
  if (wait_s > 0) answer.retry_after = seconds(wait_s);
  return answer;
}

}  // namespace

HttpClient::HttpClient(HttpClientSettings settings)
    : settings_(std::move(settings)), connections_([this](void* curl) { prepare(curl, settings_); }) {
  require_protected(settings_.url);
}

Outcome<HttpAnswer> HttpClient::get(std::string_view below, const Headers& headers) {
  ConnectionPool::Lease lease(connections_);
  curl_easy_setopt(lease.curl(), CURLOPT_HTTPGET, 1L);
  return perform(lease.curl(), below, headers);
}

Outcome<HttpAnswer> HttpClient::post(std::string_view below, std::string_view content_type,
                                     std::string_view body, const Headers& headers) {
  ConnectionPool::Lease lease(connections_);
  curl_easy_setopt(lease.curl(), CURLOPT_POST, 1L);
  // A null pointer would mean: read the body from standard input.
  curl_easy_setopt(lease.curl(), CURLOPT_POSTFIELDS, body.empty() ? "" : body.data());
  curl_easy_setopt(lease.curl(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
  auto all = headers;
  all.emplace_back("Content-Type", content_type);
  return perform(lease.curl(), below, all);
}

Outcome<HttpAnswer> HttpClient::post_json(std::string_view body, const Headers& headers) {
  return post("", "application/json", body, headers);
}

Outcome<HttpAnswer> HttpClient::perform(void* curl, std::string_view below, const Headers& headers) {
  // Anything else could name another host: "https://host" + "@other".
  expect(below.empty() || below.front() == '/' || below.front() == '?', "a call stays at its address");
  auto url = settings_.url + std::string(below);
  auto list = header_list(headers);
  Download download{settings_.answer_limit};
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list.get());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Download::write);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &download);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &Download::write_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &download);
  auto result = curl_easy_perform(curl);
  if (result == CURLE_WRITE_ERROR) return Failure{"the answer is longer than we read"};
  if (result != CURLE_OK) return Failure{curl_easy_strerror(result)};
  return answer_of(curl, std::move(download));
}

Failure failure_of(const HttpAnswer& answer) {
  bool may_change = answer.status == 408 || answer.status == 425 || answer.status == 429;
  return {.reason = fmt::format("HTTP {}: {}", answer.status, answer.body.substr(0, 200)),
          .is_permanent = answer.status >= 400 && answer.status < 500 && !may_change,
          .retry_after = answer.retry_after};
}

}  // namespace expogate
