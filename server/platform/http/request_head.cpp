#include "platform/http/request_head.h"

#include <algorithm>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "platform/http/field_syntax.h"

namespace expogate::http {
namespace {

namespace bhttp = boost::beast::http;
using bhttp::field;

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t most_empty_lines = 8;  // before a request line
constexpr int malformed = 400, expectation_failed = 417, not_implemented = 501, version_unknown = 505;

/// Takes one line and its end from the front.
std::string_view take_line(std::string_view& rest) {
  auto line = rest.substr(0, rest.find(line_end));
  rest.remove_prefix(std::min(rest.size(), line.size() + line_end.size()));
  return line;
}

/// `HTTP/1.1` as 11; nothing when it is no version at all.
std::optional<unsigned> version_of(std::string_view text) {
  auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 8 || !text.starts_with("HTTP/") || text[6] != '.') return std::nullopt;
  if (!is_digit(text[5]) || !is_digit(text[7])) return std::nullopt;
  return unsigned(text[5] - '0') * 10 + unsigned(text[7] - '0');
}

/// `http://fair/path`, as a client writes it that takes us for a proxy: its host replaces the header's.
int read_absolute_form(std::string_view target, Request::Raw& raw) {
  auto colon = target.find("://");
  auto scheme = colon == target.npos ? std::string() : ascii_lower(target.substr(0, colon));
  if (scheme != "http" && scheme != "https") return malformed;
  target.remove_prefix(colon + 3);
  auto authority = target.substr(0, target.find_first_of("/?"));
  target.remove_prefix(authority.size());
  std::string rest;
  if (!target.starts_with('/')) rest += '/';
  rest += target;
  if (!is_host_and_port(authority) || !is_path_and_query(rest)) return malformed;
  raw.set(field::host, authority);
  raw.target(rest);
  return 0;
}

int read_target(Request::Raw& raw) {
  auto target = std::string(raw.target());
  if (raw.method() == bhttp::verb::connect) return not_implemented;  // what it names is no path
  if (target == "*") return raw.method() == bhttp::verb::options ? 0 : malformed;
  if (target.starts_with('/')) return is_path_and_query(target) ? 0 : malformed;
  return read_absolute_form(target, raw);
}

int read_request_line(std::string_view line, Request::Raw& raw) {
  auto method = line.substr(0, line.find(' '));
  auto version_text = line.substr(line.rfind(' ') + 1);
  if (!is_token(method) || method.size() + version_text.size() + 2 >= line.size()) return malformed;
  auto target = line.substr(method.size() + 1, line.size() - method.size() - version_text.size() - 2);
  auto version = version_of(version_text);
  if (!version || target.find(' ') != target.npos) return malformed;
  if (*version / 10 != 1) return version_unknown;
  raw.method_string(method);
  raw.target(target);
  raw.version(*version == 10 ? 10 : 11);  // a later 1.x is answered as the 1.1 that we know
  return 0;
}

/// All lines, also behind a wrong one.
int read_fields(std::string_view rest, Request::Raw& raw) {
  int refusal = 0;
  while (!rest.empty()) {
    auto line = take_line(rest);
    if (line.empty()) break;
    if (auto read = read_field_line(line))
      raw.insert(read->name, read->value);
    else
      refusal = malformed;
  }
  return refusal;
}

/// Two of these would let two readers choose differently.
int check_single_fields(const Request::Raw& raw) {
  for (auto name : {field::host, field::content_length, field::transfer_encoding, field::content_type,
                    field::authorization})
    if (raw.count(name) > 1) return malformed;
  bool must_have_host = raw.version() == 11;
  auto host = raw.find(field::host);
  if (host == raw.end()) return must_have_host ? malformed : 0;
  return is_host_and_port(host->value()) ? 0 : malformed;
}

int read_framing(const Request::Raw& raw, RequestHead& head) {
  auto coding = raw.find(field::transfer_encoding);
  auto length = raw.find(field::content_length);
  if (coding != raw.end()) {
    if (length != raw.end() || raw.version() == 10) return malformed;
    head.is_chunked = ascii_lower(coding->value()) == "chunked";
    if (head.is_chunked) return 0;
    // Whatever else it is, we cannot tell where the body ends.
    return is_token(coding->value()) || coding->value().find(',') != std::string_view::npos ? not_implemented
                                                                                            : malformed;
  }
  if (length == raw.end()) return 0;
  std::string_view digits = length->value();
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), head.length);
  return error == std::errc{} && end == digits.data() + digits.size() ? 0 : malformed;
}

/// The elements of all lines of this name, in lower case.
std::vector<std::string> elements_of(const Request::Raw& raw, field name) {
  std::vector<std::string> elements;
  auto [begin, end] = raw.equal_range(name);
  for (auto line = begin; line != end; ++line)
    for_each_element(line->value(), [&](std::string_view one) { elements.push_back(ascii_lower(one)); });
  return elements;
}

int read_wishes(const Request::Raw& raw, RequestHead& head) {
  auto connection = elements_of(raw, field::connection);
  auto has = [&](std::string_view wish) { return std::ranges::find(connection, wish) != connection.end(); };
  head.keeps_alive = !has("close") && (raw.version() == 11 || has("keep-alive"));
  if (raw.version() == 10) return 0;  // it knows no expectations: RFC 9110, 10.1.1
  for (auto& expectation : elements_of(raw, field::expect)) {
    if (expectation != "100-continue") return expectation_failed;
    head.waits_for_continue = head.has_body();
  }
  return 0;
}

bool is_implemented(const Request::Raw& raw) {
  return method_of(raw.method()) != Method::other;
}

}  // namespace

bool HeadEnd::refuse(int status) {
  refusal_ = status;
  return true;
}

bool HeadEnd::is_found(std::string_view bytes) {
  while (lines_ == 0 && begin_ == seen_ && bytes.substr(begin_).starts_with(line_end)) {
    begin_ += line_end.size();
    seen_ = begin_;
  }
  if (begin_ > most_empty_lines * line_end.size()) return refuse(malformed);
  for (; seen_ < bytes.size(); ++seen_) {
    if (seen_ >= limit_) return refuse(lines_ == 0 ? 414 : 431);
    char c = bytes[seen_];
    if (c == '\r' && seen_ + 1 == bytes.size()) return false;  // its line feed is still to come
    if (c == '\r' && bytes[seen_ + 1] != '\n') return refuse(malformed);
    if (c == '\n' && (seen_ == 0 || bytes[seen_ - 1] != '\r')) return refuse(malformed);
    bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (is_control && c != '\r' && c != '\n' && c != '\t') return refuse(malformed);
    if (c != '\n') continue;
    ++lines_;
    if (bytes.substr(0, seen_ + 1).ends_with("\r\n\r\n")) {
      end_ = ++seen_;
      return true;
    }
  }
  return false;
}

RequestHead read_head(std::string_view bytes, Request::Raw& raw) {
  RequestHead head;
  auto refuse = [&](int status) {
    if (head.refusal == 0) head.refusal = status;
  };
  refuse(read_request_line(take_line(bytes), raw));
  refuse(read_fields(bytes, raw));
  if (head.refusal) return head;
  refuse(check_single_fields(raw));
  refuse(read_target(raw));
  refuse(read_framing(raw, head));
  if (!is_implemented(raw)) refuse(not_implemented);
  refuse(read_wishes(raw, head));
  return head;
}

}  // namespace expogate::http
