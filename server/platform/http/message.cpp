#include "platform/http/message.h"

#include <boost/url/encoding_opts.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/url_view.hpp>

#include "base/text.h"
#include "platform/http/raw_request.h"

namespace expogate::http {

using boost::beast::http::verb;

Method method_of(verb value) {
  switch (value) {
    case verb::get:
      return Method::get;
    case verb::head:
      return Method::head;
    case verb::post:
      return Method::post;
    case verb::put:
      return Method::put;
    case verb::patch:
      return Method::patch;
    case verb::delete_:
      return Method::delete_;
    case verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

namespace {

verb verb_of(Method method) {
  switch (method) {
    case Method::get:
      return verb::get;
    case Method::head:
      return verb::head;
    case Method::post:
      return verb::post;
    case Method::put:
      return verb::put;
    case Method::patch:
      return verb::patch;
    case Method::delete_:
      return verb::delete_;
    case Method::options:
      return verb::options;
    case Method::other:
      return verb::trace;
  }
  return verb::trace;
}

}  // namespace

Request::Request() : raw_(std::make_unique<Raw>()) {}
Request::Request(Method method, std::string target, const Pairs& headers, std::string body) : Request() {
  raw_->method(verb_of(method));
  raw_->target(target);
  for (auto& [name, value] : headers) raw_->insert(name, value);
  raw_->body() = std::move(body);
}
Request::Request(Request&&) noexcept = default;
Request& Request::operator=(Request&&) noexcept = default;
Request::~Request() = default;

Method Request::method() const {
  return method_of(raw_->method());
}
std::string_view Request::target() const {
  return raw_->target();
}
std::string_view Request::path() const {
  return target().substr(0, target().find('?'));
}
std::string_view Request::header(std::string_view name) const {
  return (*raw_)[name];
}
std::string_view Request::body() const {
  return raw_->body();
}

std::string Request::header_list(std::string_view name) const {
  std::string list;
  auto [begin, end] = raw_->equal_range(name);
  for (auto line = begin; line != end; ++line) {
    if (line != begin) list += ", ";
    list.append(line->value().data(), line->value().size());
  }
  return list;
}
std::string_view Request::last_header(std::string_view name) const {
  std::string_view last;
  auto [begin, end] = raw_->equal_range(name);
  for (auto line = begin; line != end; ++line) last = line->value();
  return last;
}

std::optional<Pairs> Request::query() const {
  auto url = boost::urls::parse_origin_form(target());
  if (!url) return std::nullopt;
  boost::urls::encoding_opts options;
  options.space_as_plus = true;
  Pairs pairs;
  for (auto param : url->params(options)) {
    if (!is_clean_utf8(param.key) || !is_clean_utf8(param.value)) return std::nullopt;
    // A lone `?` or a `&` too many says nothing.
    if (!param.key.empty() || param.has_value) pairs.emplace_back(param.key, param.value);
  }
  return pairs;
}

namespace {

std::optional<std::string> cookie_in(std::string_view rest, std::string_view name) {
  while (!rest.empty()) {
    auto pair = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (auto equals = pair.find('='); equals != pair.npos && pair.substr(0, equals) == name)
      return std::string(pair.substr(equals + 1));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> Request::cookie(std::string_view name) const {
  auto [begin, end] = raw_->equal_range("cookie");
  for (auto line = begin; line != end; ++line)
    if (auto found = cookie_in(line->value(), name)) return found;
  return std::nullopt;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  auto encoded = boost::urls::make_pct_string_view(text);
  if (!encoded) return std::nullopt;
  return encoded->decode();
}

}  // namespace expogate::http
