#include "platform/email/mime.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "platform/crypto/encoding.h"

namespace expogate {
namespace {

/// Neither bracket nor quote nor blank; RFC 5321 allows 254 characters.
bool is_address(std::string_view text) {
  auto at = text.rfind('@');
  if (at == text.npos || at == 0 || at + 1 == text.size() || text.size() > 254) return false;
  return std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return c > 0x20 && c < 0x7F && std::string_view("<>()[],;:\"\\").find(char(c)) == std::string_view::npos;
  });
}

bool is_bare(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return c > 0x20 && c < 0x7F && c != '<' && c != '>';
  });
}

bool is_header_text(std::string_view text) {
  return is_clean_utf8(text) &&
         std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

/// Base64 in lines of 76 characters.
std::string base64_lines(std::string_view text) {
  constexpr std::size_t bytes_per_line = 57;
  std::string lines;
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), bytes_per_line)))
    lines += base64_encode(text.substr(0, bytes_per_line)) + "\r\n";
  return lines;
}

std::string part(std::string_view type, std::string_view text) {
  return fmt::format("Content-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}", type,
                     base64_lines(text));
}

std::string body(const EmailMessage& message) {
  if (!message.html) return part("text/plain", message.text);
  constexpr std::string_view boundary = "=_expogate_alternative";  // base64 has no such character
  return fmt::format(
      "Content-Type: multipart/alternative; "
      "boundary=\"{0}\"\r\n\r\n--{0}\r\n{1}\r\n--{0}\r\n{2}\r\n--{0}--\r\n",
      boundary, part("text/plain", message.text), part("text/html", *message.html));
}

/// How many bytes at the start of the text fit in `limit` without cutting a character.
std::size_t whole_characters(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  while ((text[limit] & 0xC0) == 0x80) --limit;
  return limit;
}

}  // namespace

std::string why_unsendable(const EmailMessage& message) {
  if (!is_address(message.to)) return "the recipient's address is no e-mail address";
  if (!is_address(message.from)) return "the sender's address is no e-mail address";
  if (!is_address(message.message_id)) return "the message id is not of the form name@domain";
  if (!is_header_text(message.from_name)) return "the sender's name holds control characters";
  if (!is_header_text(message.subject)) return "the subject holds control characters";
  if (message.list && !(is_bare(message.list->id) && is_bare(message.list->way_out)))
    return "the headers of the mailing list hold blanks, brackets or more than ASCII";
  return {};
}

std::string encoded_header(std::string_view name, std::string_view value) {
  constexpr std::size_t bytes_per_word = 39;  // 64 characters once encoded; RFC 2047 allows 75, the line 76
  std::string header = fmt::format("{}:", name);
  for (std::string_view fold = " "; !value.empty(); fold = "\r\n ") {
    auto length = whole_characters(value, bytes_per_word);
    header += fmt::format("{}=?UTF-8?B?{}?=", fold, base64_encode(value.substr(0, length)));
    value.remove_prefix(length);
  }
  return header;
}

namespace {

/// Nobody answers a machine, and no machine shall answer ours (RFC 3834).
std::string automatic_headers(const EmailMessage& message) {
  std::string headers = "Auto-Submitted: auto-generated\r\n";
  if (!message.list) return headers;
  headers += fmt::format("Precedence: bulk\r\nList-Id: <{}>\r\nList-Unsubscribe: <{}>\r\n", message.list->id,
                         message.list->way_out);
  if (message.list->way_out.starts_with("https://"))
    headers += "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
  return headers;
}

}  // namespace

std::string mime_text(const EmailMessage& message, Instant sent_at) {
  return fmt::format(
      "Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\n{}\r\n <{}>\r\nTo: <{}>\r\n{}\r\nMessage-ID: <{}>\r\n"
      "{}MIME-Version: 1.0\r\n{}",
      fmt::gmtime(std::time_t(sent_at.ms / 1000)), encoded_header("From", message.from_name), message.from,
      message.to, encoded_header("Subject", message.subject), message.message_id, automatic_headers(message),
      body(message));
}

}  // namespace expogate
