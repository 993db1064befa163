#pragma once
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/wire/endpoint.h"

namespace expogate::wire {

/// What a request's method and path lead to.
struct Match {
  const Endpoint* endpoint = nullptr;
  int status = 404;     ///< without an endpoint: 404, or 405 when only the method is wrong
  std::string allowed;  ///< with 405: what `Allow` names
  std::vector<std::string> path_values;
};

/// All routes of the program. Patterns stand below `/api/v1`; a leading `//` stands outside of it
/// (`//healthz`).
class Router {
 public:
  Endpoint& get(std::string pattern, std::string name) { return add(http::Method::get, pattern, name); }
  Endpoint& post(std::string pattern, std::string name) { return add(http::Method::post, pattern, name); }
  Endpoint& put(std::string pattern, std::string name) { return add(http::Method::put, pattern, name); }
  Endpoint& patch(std::string pattern, std::string name) { return add(http::Method::patch, pattern, name); }
  Endpoint& remove(std::string pattern, std::string name) {
    return add(http::Method::delete_, pattern, name);
  }

  /// Paths are taken to the letter: whoever guards `/metrics` in front of us guards all its spellings.
  Match match(http::Method method, std::string_view path) const;
  const std::deque<Endpoint>& endpoints() const { return endpoints_; }

  /// What is wrong with the routes themselves: no access said, no handler, a name used twice. Empty when all
  /// is well.
  std::vector<std::string> mistakes() const;

 private:
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> children;
    std::unique_ptr<Node> any;  ///< `{…}`
    std::map<http::Method, const Endpoint*> endpoints;
  };
  static void refuse_method(Match& match, const Node& node);
  Endpoint& add(http::Method method, const std::string& pattern, const std::string& name);
  std::deque<Endpoint> endpoints_;
  Node root_;
};

/// The full path of a pattern: `/api/v1` in front unless it stands outside.
std::string full_path(const std::string& pattern);
std::string_view method_name(http::Method method);

}  // namespace expogate::wire
