#include "platform/log/log.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>

#include "base/time.h"

namespace expogate::log {
namespace {

std::atomic<Level> least_level{Level::info};
thread_local std::string request_id;

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += char(c);
    } else if (c < 0x20) {
      out += fmt::format("\\u{:04x}", c);
    } else {
      out += char(c);
    }
  }
  out += '"';
}

std::string_view name_of(Level level) {
  switch (level) {
    case Level::debug:
      return "debug";
    case Level::info:
      return "info";
    case Level::warn:
      return "warn";
    case Level::error:
      return "error";
  }
  return "";
}

void write_line(Level level, std::string_view event, Fields fields) {
  if (level < least_level.load(std::memory_order_relaxed)) return;
  std::string line = R"({"at":")" + to_rfc3339(SystemClock().now()) + R"(","level":")";
  line.append(name_of(level)).append(R"(","event":)");
  append_quoted(line, event);
  if (!request_id.empty()) {
    line += R"(,"request_id":)";
    append_quoted(line, request_id);
  }
  for (auto& [name, value] : fields) {
    line += ',';
    append_quoted(line, name);
    line.append(":").append(value.json());
  }
  line += "}\n";
  // One write per line keeps lines of different threads whole; a reader that has gone away is no reason to
  // fail.
  [[maybe_unused]] auto written = ::write(STDOUT_FILENO, line.data(), line.size());
}

}  // namespace

Value::Value(std::string_view text) {
  append_quoted(json_, text);
}
Value::Value(double number) : json_(fmt::format("{:.3f}", number)) {}

void set_level(Level least) {
  least_level = least;
}
void debug(std::string_view event, Fields fields) {
  write_line(Level::debug, event, fields);
}
void info(std::string_view event, Fields fields) {
  write_line(Level::info, event, fields);
}
void warn(std::string_view event, Fields fields) {
  write_line(Level::warn, event, fields);
}
void error(std::string_view event, Fields fields) {
  write_line(Level::error, event, fields);
}

RequestContext::RequestContext(std::string id) : outer_(std::exchange(request_id, std::move(id))) {}
RequestContext::~RequestContext() {
  request_id = std::move(outer_);
}
const std::string& current_request_id() {
  return request_id;
}

}  // namespace expogate::log
