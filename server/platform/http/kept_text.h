#pragma once
#include <functional>
#include <mutex>
#include <string>

#include "platform/http/message.h"

namespace expogate::http {

/// A text that is the same for everybody for as long as the process lives. It is made and compressed once,
/// when it is first asked for, however many ask: none of them can have it made again.
class KeptText {
 public:
  KeptText(std::string content_type, std::function<std::string()> make)
      : content_type_(std::move(content_type)), make_(std::move(make)) {}
  /// The text, or 304. The answer refers to this object.
  Response answer(const Request& request) const;

 private:
  std::string content_type_;
  std::function<std::string()> make_;
  mutable std::once_flag is_made_;
  mutable std::string plain_, compressed_, etag_;
};

}  // namespace expogate::http
