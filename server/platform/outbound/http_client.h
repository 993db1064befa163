#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/outcome.h"
#include "platform/outbound/connection_pool.h"

namespace expogate {

struct HttpClientSettings {
  std::string url;
  std::string ca_file = {};  ///< certificates to trust instead of the system's
  Duration connect_timeout = seconds(3);
  Duration total_timeout = seconds(15);
  std::size_t answer_limit = 64 * 1024;  ///< bytes
};

struct HttpAnswer {
  int status = 0;
  std::string body;
  std::optional<Duration> retry_after;
  std::map<std::string, std::string> headers = {};  ///< by their names in lower case
};

/// Calls the one configured address and what is below it: HTTPS (HTTP only to this machine), no redirects, no
/// proxy, bounded time and size.
class HttpClient {
 public:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  /// Throws std::invalid_argument when the URL is neither https nor of this machine.
  explicit HttpClient(HttpClientSettings settings);

  /// Any answer with a status is a value; only where there was none, it is a failure, and never a permanent
  /// one. `below` is added to the address: empty, or a path with its query that begins with `/`, or a query
  /// alone that begins with `?`.
  Outcome<HttpAnswer> get(std::string_view below, const Headers& headers = {});
  Outcome<HttpAnswer> post(std::string_view below, std::string_view content_type, std::string_view body,
                           const Headers& headers = {});
  Outcome<HttpAnswer> post_json(std::string_view body, const Headers& headers);

 private:
  Outcome<HttpAnswer> perform(void* curl, std::string_view below, const Headers& headers);

  HttpClientSettings settings_;
  ConnectionPool connections_;
};

/// What an answer other than 2xx means for the next try: 4xx says that this request is wrong and will be
/// wrong again, except 408, 425 and 429; all other answers can change, a redirect included.
Failure failure_of(const HttpAnswer& answer);

}  // namespace expogate
