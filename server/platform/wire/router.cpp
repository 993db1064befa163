#include "platform/wire/router.h"

#include <set>

namespace expogate::wire {
namespace {

/// Between the slashes; `/a/` has an empty segment behind `a`.
std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (path.starts_with('/')) {
    path.remove_prefix(1);
    segments.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(segments.back().size());
  }
  return segments;
}

}  // namespace

std::string full_path(const std::string& pattern) {
  return pattern.starts_with("//") ? pattern.substr(1) : "/api/v1" + pattern;
}

std::string_view method_name(http::Method method) {
  switch (method) {
    case http::Method::get:
      return "GET";
    case http::Method::head:
      return "HEAD";
    case http::Method::post:
      return "POST";
    case http::Method::put:
      return "PUT";
    case http::Method::patch:
      return "PATCH";
    case http::Method::delete_:
      return "DELETE";
    case http::Method::options:
      return "OPTIONS";
    case http::Method::other:
      return "OTHER";
  }
  return "OTHER";
}

Endpoint& Router::add(http::Method method, const std::string& pattern, const std::string& name) {
  auto& endpoint = endpoints_.emplace_back(method, full_path(pattern), name);
  auto* node = &root_;
  for (auto segment : segments_of(endpoint.pattern)) {
    auto& slot = segment.starts_with('{') ? node->any : node->children[std::string(segment)];
    if (!slot) slot = std::make_unique<Node>();
    node = slot.get();
  }
  expect(node->endpoints.emplace(method, &endpoint).second, "each method of a path has one endpoint");
  return endpoint;
}

void Router::refuse_method(Match& match, const Node& node) {
  match.status = 405;
  auto allow = [&](std::string_view name) {
    match.allowed.append(match.allowed.empty() ? "" : ", ").append(name);
  };
  for (auto& [method, endpoint] : node.endpoints) {
    allow(method_name(method));
    if (method == http::Method::get) allow("HEAD");
  }
  allow("OPTIONS");
}

Match Router::match(http::Method method, std::string_view path) const {
  Match match;
  auto* node = &root_;
  for (auto segment : segments_of(path)) {
    if (auto child = node->children.find(segment); child != node->children.end()) {
      node = child->second.get();
    } else if (node->any && !segment.empty()) {
      node = node->any.get();
      auto value = http::percent_decoded(segment);
      if (!value) return match;
      match.path_values.push_back(std::move(*value));
    } else {
      return match;
    }
  }
  auto wanted = method == http::Method::head ? http::Method::get : method;
  auto found = node->endpoints.find(wanted);
  if (found != node->endpoints.end())
    match.endpoint = found->second;
  else if (!node->endpoints.empty())
    refuse_method(match, *node);
  return match;
}

std::vector<std::string> Router::mistakes() const {
  std::vector<std::string> mistakes;
  std::set<std::string> names;
  for (auto& endpoint : endpoints_) {
    auto which = std::string(method_name(endpoint.method)) + " " + endpoint.pattern;
    if (endpoint.access.kind == Access::Kind::unsaid)
      mistakes.push_back(which + " does not say who may call it");
    bool takes_uploads = endpoint.signature.has_raw_body && !endpoint.is_called_by_machines;
    if (takes_uploads && endpoint.access.kind == Access::Kind::everyone &&
        endpoint.lane != http::Lane::anonymous)
      mistakes.push_back(which + " takes uploads of strangers outside their lane");
    if (!endpoint.run) mistakes.push_back(which + " has no handler");
    if (!names.insert(endpoint.name).second)
      mistakes.push_back(which + " has a name that another route has: " + endpoint.name);
  }
  return mistakes;
}

}  // namespace expogate::wire
