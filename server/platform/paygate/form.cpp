#include "platform/paygate/form.h"

#include <boost/url/encode.hpp>
#include <boost/url/parse_query.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include "base/text.h"

namespace expogate::paygate {
namespace {

std::string decoded(boost::urls::pct_string_view text) {
  boost::urls::encoding_opts options;
  options.space_as_plus = true;
  return text.decode(options);
}

std::string encoded(std::string_view text) {
  return boost::urls::encode(text, boost::urls::unreserved_chars);
}

}  // namespace

const std::string& field(const Fields& fields, const std::string& name) {
  static const std::string none;
  auto found = fields.find(name);
  return found == fields.end() ? none : found->second;
}

std::optional<Fields> parse_form(std::string_view body) {
  auto parameters = boost::urls::parse_query(body);
  if (!parameters) return std::nullopt;
  Fields fields;
  for (auto parameter : *parameters) {
    auto name = decoded(parameter.key), value = decoded(parameter.value);
    if (!is_clean_utf8(name) || !is_clean_utf8(value)) return std::nullopt;
    if (!fields.emplace(std::move(name), std::move(value)).second) return std::nullopt;
  }
  return fields;
}

std::string form_of(const Fields& fields) {
  std::string body;
  for (auto& [name, value] : fields) {
    if (!body.empty()) body += '&';
    body += encoded(name) + "=" + encoded(value);
  }
  return body;
}

std::string plainly_joined(const Fields& fields) {
  std::string text;
  for (auto& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += name + "=" + value;
  }
  return text;
}

}  // namespace expogate::paygate
