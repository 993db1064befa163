#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// The fields of a message in the order in which they are signed.
namespace expogate::paygate {

using Fields = std::map<std::string, std::string>;

/// Empty when there is none.
const std::string& field(const Fields& fields, const std::string& name);

/// `a=1&b=%E5%85%83`; nothing when it is malformed, no clean UTF-8, or says a field twice.
std::optional<Fields> parse_form(std::string_view body);
std::string form_of(const Fields& fields);

/// `a=1&b=元`: what Alipay and UnionPay sign. Nothing in it is encoded.
std::string plainly_joined(const Fields& fields);

}  // namespace expogate::paygate
