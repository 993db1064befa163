#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// One JSON line per event on standard output: `{"at":…,"level":…,"event":"order_paid","request_id":…,…}`.
/// Events are named in the past tense. Personal data and secrets never go into a log.
namespace expogate::log {

/// A field's value, already written as JSON.
class Value {
 public:
  Value(std::string_view text);
  Value(const char* text) : Value(std::string_view(text)) {}
  Value(const std::string& text) : Value(std::string_view(text)) {}
  Value(bool truth) : json_(truth ? "true" : "false") {}
  Value(double number);
  template <class N>
  requires std::is_integral_v<N> Value(N number) : json_(std::to_string(number)) {}
  const std::string& json() const { return json_; }

 private:
  std::string json_;
};

using Fields = std::initializer_list<std::pair<std::string_view, Value>>;

enum class Level { debug, info, warn, error };

/// Lines below this level are not written; `info` unless the configuration says otherwise.
void set_level(Level least);

void debug(std::string_view event, Fields fields = {});
void info(std::string_view event, Fields fields = {});
void warn(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});

/// While it lives, every line of this thread carries the request's id.
class RequestContext {
 public:
  explicit RequestContext(std::string request_id);
  ~RequestContext();
  RequestContext(const RequestContext&) = delete;

 private:
  std::string outer_;
};

/// The id of the request this thread works on; empty outside requests.
const std::string& current_request_id();

}  // namespace expogate::log
