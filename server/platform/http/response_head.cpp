#include "platform/http/response_head.h"

#include <fmt/chrono.h>

#include <boost/beast/http/status.hpp>

namespace expogate::http {
namespace {

/// A name or value on a line of its own: whoever could bring a line end into a header could write headers of
/// his own.
void append_line_part(std::string& head, std::string_view text) {
  for (char c : text) head += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
}

/// The date of now, written once a second.
const std::string& date_of_now() {
  thread_local std::time_t written_at = -1;
  thread_local std::string text;
  if (auto now = std::time(nullptr); now != written_at) {
    text = http_date(now);
    written_at = now;
  }
  return text;
}

}  // namespace

std::string http_date(std::time_t at) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(at));
}

std::string head_of(const Response& response, const AnswerStyle& style) {
  namespace bhttp = boost::beast::http;
  std::string head;
  head.reserve(512 + response.bytes().size());
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  auto reason = bhttp::obsolete_reason(bhttp::status(response.status));
  head.append(reason.data(), reason.size());
  head.append("\r\nDate: ").append(date_of_now());
  if (response.size() > 0) append_line_part(head.append("\r\nContent-Type: "), response.content_type);
  for (auto& [name, value] : response.headers) {
    append_line_part(head.append("\r\n"), name);
    append_line_part(head.append(": "), value);
  }
  if (!style.keeps_alive) head.append("\r\nConnection: close");
  if (style.keeps_alive && style.is_old) head.append("\r\nConnection: keep-alive");
  if (response.status != 304 && response.status != 204)
    head.append("\r\nContent-Length: ").append(std::to_string(response.size()));
  head.append("\r\n\r\n");
  return head;
}

}  // namespace expogate::http
