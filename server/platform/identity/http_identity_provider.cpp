#include "platform/identity/http_identity_provider.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace expogate {
namespace {

namespace json = boost::json;

/// Without the answer's text, which may repeat what was asked.
Failure refusal_in(const HttpAnswer& answer) {
  auto failure = failure_of(answer);
  failure.reason = "the identity provider answered HTTP " + std::to_string(answer.status);
  return failure;
}

Outcome<IdentityFinding> finding_in(const HttpAnswer& answer) {
  json::error_code error;
  auto value = json::parse(answer.body, error);
  auto* finding = !error && value.is_object() ? value.get_object().if_contains("finding") : nullptr;
  auto known = finding && finding->is_string()
                   ? enum_value<IdentityFinding>(std::string(finding->get_string()))
                   : std::nullopt;
  if (!known) return Failure{"the identity provider's answer is not understood"};
  return *known;
}

}  // namespace

HttpIdentityProvider::HttpIdentityProvider(HttpIdentitySettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), client_(settings_.gateway) {}

Outcome<IdentityFinding> HttpIdentityProvider::check(const IdentityClaim& claim) {
  auto body = json::serialize(json::object{{"name", claim.name},
                                           {"document_type", enum_name(claim.document_type)},
                                           {"document_number", claim.document_number}});
  auto headers = signed_headers(settings_.shared, body, clock_.now());
  auto answer = client_.post_json(body, headers);
  if (!answer) return answer.failure();
  if (answer.value().status < 200 || answer.value().status > 299) return refusal_in(answer.value());
  if (!is_signed_answer(settings_.shared, headers, answer.value()))
    return Failure{"the answer is not signed by the identity provider"};
  return finding_in(answer.value());
}

}  // namespace expogate
