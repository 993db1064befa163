#include "platform/registry/http_registry.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace expogate {
namespace {

namespace json = boost::json;

Outcome<RegistryRecord> record_in(const HttpAnswer& answer) {
  if (answer.status < 200 || answer.status > 299) return failure_of(answer);
  json::error_code error;
  auto value = json::parse(answer.body, error);
  Failure unknown_words{"the registry's answer is not understood: " + answer.body.substr(0, 200)};
  if (error || !value.is_object()) return unknown_words;
  auto& object = value.get_object();
  auto* registered = object.if_contains("registered");
  auto* active = object.if_contains("active");
  auto* name = object.if_contains("name");
  if (!registered || !registered->is_bool()) return unknown_words;
  if (!registered->get_bool()) return RegistryRecord{};
  if (!active || !active->is_bool() || !name || !name->is_string()) return unknown_words;
  return RegistryRecord{true, active->get_bool(), std::string(name->get_string())};
}

}  // namespace

HttpRegistry::HttpRegistry(HttpRegistrySettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), client_(settings_.gateway) {}

Outcome<RegistryRecord> HttpRegistry::look_up(const std::string& uscc) {
  auto body = json::serialize(json::object{{"uscc", uscc}});
  auto answer = client_.post_json(body, signed_headers(settings_.shared, body, clock_.now()));
  if (!answer) return answer.failure();
  return record_in(answer.value());
}

}  // namespace expogate
