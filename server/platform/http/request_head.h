#pragma once
#include <cstdint>
#include <string_view>

#include "platform/http/raw_request.h"

namespace expogate::http {

/// Finds where the head of a request ends, while it arrives in pieces. What can never become a head is
/// refused at once: whoever speaks TLS to this port must not be waited for.
class HeadEnd {
 public:
  explicit HeadEnd(std::size_t limit) : limit_(limit) {}

  /// Looks at all bytes since the last request. True once the head is complete or refused.
  bool is_found(std::string_view bytes);

  std::size_t begin() const { return begin_; }  ///< behind the empty lines that some clients send first
  std::size_t end() const { return end_; }
  int refusal() const { return refusal_; }  ///< 0, or 400, 414, 431

 private:
  bool refuse(int status);
  std::size_t limit_, begin_ = 0, end_ = 0, seen_ = 0, lines_ = 0;
  int refusal_ = 0;
};

/// What a head says about the rest of the message (RFC 9112).
struct RequestHead {
  int refusal = 0;  ///< 0, or why this request is not answered: 400, 417, 501, 505
  bool is_chunked = false;
  std::uint64_t length = 0;
  bool has_body() const { return is_chunked || length > 0; }
  bool keeps_alive = false;
  bool waits_for_continue = false;
};

/// Reads a complete head, so strictly that no proxy before us can have understood it otherwise. What could be
/// read stands in `raw` even when the head is refused: the refusal wants the client's language.
RequestHead read_head(std::string_view head, Request::Raw& raw);

}  // namespace expogate::http
