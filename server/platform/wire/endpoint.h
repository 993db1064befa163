#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "platform/http/server.h"
#include "platform/wire/call.h"

namespace expogate::wire {

/// Who may call a route. Exactly one must be said; a route that says nothing stops the server at start.
struct Access {
  enum class Kind { unsaid, permission, oneself, everyone };
  Kind kind = Kind::unsaid;
  std::size_t permission = 0;
  std::string permission_name;
  std::string reason;  ///< why everyone may
};

/// What a handler's signature says about the route, for OpenAPI.
struct Signature {
  const StructTable* input = nullptr;
  const Codec* output = nullptr;  ///< null: 204
  bool has_if_match = false;
  bool has_raw_body = false;
  bool has_raw_answer = false;
};

template <class T>
concept Versioned = requires(const T& value) {
  { value.version } -> std::convertible_to<std::int64_t>;
};

/// A route: pattern, who may call it, how it is run, and the handler with its types taken from its signature.
class Endpoint {
 public:
  Endpoint(http::Method method, std::string pattern, std::string name)
      : method(method), pattern(std::move(pattern)), name(std::move(name)) {}

  /// This permission is needed (ACC-06).
  template <class Permission>
  requires std::is_enum_v<Permission> Endpoint& allow(Permission permission) {
    access = {Access::Kind::permission, std::size_t(permission), std::string(enum_name(permission)), {}};
    return *this;
  }
  /// Any signed-in account, for what belongs to itself.
  Endpoint& for_oneself() {
    access.kind = Access::Kind::oneself;
    return *this;
  }
  /// No sign-in needed; the reason stands in the documentation.
  Endpoint& for_everyone(std::string why) {
    access.kind = Access::Kind::everyone;
    access.reason = std::move(why);
    return *this;
  }
  /// Creates or pays: an Idempotency-Key is required of signed-in callers and honoured for 24 hours (API-01).
  Endpoint& idempotent() {
    is_idempotent = true;
    return *this;
  }
  /// May be called although the request shows a past edition: it writes nothing of an edition.
  Endpoint& outside_editions() {
    is_outside_editions = true;
    return *this;
  }
  /// Ends what was begun in an edition that is past by now: money that is due, badges that were approved
  /// (EDN-02).
  Endpoint& also_in_past_editions() {
    is_also_in_past_editions = true;
    return *this;
  }
  /// Providers of ours call it, many times a minute from one address: what proves them limits them.
  Endpoint& called_by_machines() {
    is_called_by_machines = true;
    return *this;
  }
  Endpoint& in_lane(http::Lane where) {
    lane = where;
    return *this;
  }
  Endpoint& with_body_limit(std::size_t bytes) {
    body_limit = bytes;
    return *this;
  }
  /// For a handler that makes its Response itself (to set a cookie): what its body is. `void`: 204 without
  /// one.
  template <class T>
  Endpoint& answers() {
    if constexpr (!std::is_void_v<T>) signature.output = &CodecOf<T>::value;
    is_answer_said = true;
    return *this;
  }
  /// For a handler with a RawBody: the only type that it takes; others are refused with 415.
  Endpoint& takes(std::string_view content_type) {
    raw_body_type = content_type;
    return *this;
  }
  /// For a handler that answers a file: its type.
  Endpoint& answers_file(std::string_view content_type) {
    raw_answer_type = content_type;
    return *this;
  }
  /// A token that the handler reads from a header of its own: addresses are written down in many places, by
  /// proxies, browsers and whoever is sent one, and bodies belong to what is asked.
  Endpoint& with_token(std::string_view header, std::string what, bool is_required = true) {
    token = {std::string(header), std::move(what), is_required};
    return *this;
  }
  Endpoint& summary(std::string text) {
    summary_text = std::move(text);
    return *this;
  }

  /// Parameters, in this order: `const Caller&`, then per `{…}` of the pattern an Id (or std::string), then
  /// at most one described struct (body or query), IfMatch, RawBody, `const http::Request&` or `Call&`.
  template <class Handler>
  void handle(Handler handler) {
    bind(std::move(handler), &Handler::operator());
  }

  http::Method method;
  std::string pattern, name, summary_text;
  Access access;
  bool is_idempotent = false;
  bool is_outside_editions = false;
  bool is_also_in_past_editions = false;
  bool is_called_by_machines = false;
  bool is_answer_said = false;
  http::Lane lane = http::Lane::fast;
  std::size_t body_limit = 64 * 1024;
  std::string raw_body_type = "application/octet-stream";
  std::string raw_answer_type;  ///< empty: whatever the handler says
  struct Token {
    std::string header, what;
    bool is_required = true;
  } token;  ///< none: an empty header
  Signature signature;
  std::function<void(Call&)> run;

 private:
  template <class T>
  static T argument(Call& call) {
    using Plain = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<Plain, Caller>) {
      return call.caller;
    } else if constexpr (std::is_same_v<Plain, Call>) {
      return call;
    } else if constexpr (std::is_same_v<Plain, http::Request>) {
      return call.request;
    } else if constexpr (std::is_same_v<Plain, IfMatch>) {
      return read_if_match(call);
    } else if constexpr (std::is_same_v<Plain, RawBody>) {
      return RawBody{call.request.body(), call.request.header("content-type")};
    } else if constexpr (std::is_same_v<Plain, std::string>) {
      return take_path_value(call);
    } else if constexpr (IsIdType<Plain>::value) {
      return Plain{take_path_value(call)};
    } else {
      static_assert(Described<Plain>,
                    "a handler takes ids, described structs, IfMatch, RawBody, Request or Call");
    }
  }

  /// Structs are made by value and live through the call; everything else is made in place.
  template <class T>
  using Held =
      std::conditional_t<Described<std::remove_cvref_t<T>> && !IsIdType<std::remove_cvref_t<T>>::value,
                         std::remove_cvref_t<T>, T>;

  template <class T>
  static Held<T> held(Call& call) {
    using Plain = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<Plain, NoInput>) {
      return {};  // whatever came is ignored: the address says everything
    } else if constexpr (Described<Plain> && !IsIdType<Plain>::value) {
      Plain input{};
      read_input(call, &input, CodecOf<Plain>::value, table_of<Plain>());
      return input;
    } else if constexpr (std::is_reference_v<T> &&
                         (IsIdType<Plain>::value || std::is_same_v<Plain, std::string>)) {
      static_assert(!std::is_reference_v<T>, "take ids and path values by value");
    } else {
      return argument<T>(call);
    }
  }

  template <class Handler, class Result, class... Args>
  void bind(Handler handler, Result (Handler::*)(Args...) const) {
    (note_argument<std::remove_cvref_t<Args>>(), ...);
    note_result<Result>();
    run = [handler = std::move(handler)](Call& call) {
      // Braces: the arguments are read from left to right, so path values keep their order.
      std::tuple<Held<Args>...> arguments{held<Args>(call)...};
      auto invoke = [&](auto&... each) -> Result { return handler(static_cast<Args>(each)...); };
      if constexpr (std::is_void_v<Result>) {
        std::apply(invoke, arguments);
        call.response.status = 204;
      } else if constexpr (std::is_same_v<Result, http::Response>) {
        call.response = std::apply(invoke, arguments);
      } else {
        Result result = std::apply(invoke, arguments);
        std::int64_t version = 0;
        if constexpr (Versioned<Result>) version = std::int64_t(result.version);
        answer_json(call, to_json(result), version);
      }
    };
  }

  template <class T>
  void note_argument() {
    if constexpr (std::is_same_v<T, IfMatch>) signature.has_if_match = true;
    if constexpr (std::is_same_v<T, RawBody>) signature.has_raw_body = true;
    if constexpr (Described<T> && !IsIdType<T>::value && !std::is_same_v<T, NoInput>)
      signature.input = &table_of<T>();
  }

  template <class Result>
  void note_result() {
    if constexpr (std::is_same_v<Result, http::Response>)
      signature.has_raw_answer = !is_answer_said;
    else if constexpr (!std::is_void_v<Result>)
      signature.output = &CodecOf<Result>::value;
  }
};

}  // namespace expogate::wire
