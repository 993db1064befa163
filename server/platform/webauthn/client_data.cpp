#include "platform/webauthn/client_data.h"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"

namespace expogate::webauthn {
namespace {

constexpr std::size_t longest = 4096;

std::string text_of(const boost::json::object& object, std::string_view name) {
  auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

std::optional<std::string> fault_of_client_data(const std::string& json, std::string_view type,
                                                const std::string& challenge, const RelyingParty& party) {
  boost::system::error_code error;
  auto parsed = json.size() > longest ? boost::json::value() : boost::json::parse(json, error);
  auto* data = error ? nullptr : parsed.if_object();
  if (!data) return "the client data is no object";
  if (text_of(*data, "type") != type) return "the client data is of another ceremony";
  if (!equal_in_constant_time(text_of(*data, "challenge"), base64url_encode(challenge)))
    return "another challenge was answered";
  if (text_of(*data, "origin") != party.origin) return "a page of another origin asked";
  auto* crossed = data->if_contains("crossOrigin");
  bool is_crossed = crossed && !(crossed->is_bool() && !crossed->get_bool());
  if (is_crossed || data->contains("topOrigin")) return "a page inside another one asked";
  return std::nullopt;
}

}  // namespace expogate::webauthn
