#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_source.h"

namespace expogate::http {

enum class Method { get, head, post, put, patch, delete_, options, other };

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// One request with its whole body. Header names are compared without regard to case.
class Request {
 public:
  Request();
  Request(Method method, std::string target, const Pairs& headers = {}, std::string body = {});
  Request(Request&&) noexcept;
  Request& operator=(Request&&) noexcept;
  ~Request();

  Method method() const;
  std::string_view target() const;
  /// The target without its query, still percent-encoded.
  std::string_view path() const;
  std::string_view header(std::string_view name) const;
  /// The values of all lines of this name as one list (RFC 9110, 5.3).
  std::string header_list(std::string_view name) const;
  /// The last of several lines: the one that whoever passed the request on has added.
  std::string_view last_header(std::string_view name) const;
  std::string_view body() const;
  /// Nothing when the query is malformed or is no text.
  std::optional<Pairs> query() const;
  std::optional<std::string> cookie(std::string_view name) const;

  std::string remote_address;

  struct Raw;  ///< Beast's request; only this folder knows it
  Raw& raw() { return *raw_; }

 private:
  std::unique_ptr<Raw> raw_;
};

struct Response {
  Response() = default;
  explicit Response(int code) : status(code) {}
  int status = 200;
  std::string body;
  std::string content_type = "application/json";
  Pairs headers;
  /// A body that lives elsewhere for as long as the process (cached static files); used when `body` is empty.
  std::string_view lasting_body;
  /// A body that is too large for memory (a stored file); used instead of the others.
  std::unique_ptr<ByteSource> source;
  std::string_view bytes() const { return body.empty() ? lasting_body : std::string_view(body); }
  std::uint64_t size() const { return source ? source->size() : bytes().size(); }
};

/// `%E8%BF%9B` and such; nothing when malformed.
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace expogate::http
