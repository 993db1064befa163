#include "platform/paygate/json_fields.h"

#include <boost/json/basic_parser_impl.hpp>
#include <limits>
#include <vector>

namespace expogate::paygate {

namespace json = boost::json;

/// What the parser calls while it reads; a false answer ends the reading.
struct JsonFields::Reader {
  static constexpr std::size_t max_object_size = 1000;
  static constexpr std::size_t max_array_size = 1000;
  static constexpr std::size_t max_key_size = 1000;
  static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();
  using Error = json::error_code;
  using View = json::string_view;
  using Value = decltype(values_)::mapped_type;

  struct Container {
    std::string path;
    bool is_array;
    std::size_t next = 0;
  };
  std::vector<Container> open;
  std::string name, text;
  JsonFields fields;

  /// Of the value that comes next.
  std::string path() {
    if (open.empty()) return {};
    auto& inner = open.back();
    if (inner.is_array) return inner.path + "[" + std::to_string(inner.next++) + "]";
    return inner.path.empty() ? name : inner.path + "." + name;
  }
  bool refuse(Error& error) {
    error = json::error::syntax;
    return false;
  }
  bool keep(Value value, Error& error) {
    return fields.values_.emplace(path(), std::move(value)).second || refuse(error);
  }
  bool begin(bool is_array, Error& error) {
    if (is_array && open.empty()) return refuse(error);
    auto where = path();
    // A name that is said twice is refused although both hold objects.
    bool is_new = fields.values_.emplace(where, NeitherTextNorWhole{}).second;
    open.push_back({std::move(where), is_array});
    return is_new || refuse(error);
  }

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error& error) { return begin(false, error); }
  bool on_object_end(std::size_t, Error&) {
    open.pop_back();
    return true;
  }
  bool on_array_begin(Error& error) { return begin(true, error); }
  bool on_array_end(std::size_t, Error&) {
    open.pop_back();
    return true;
  }
  bool on_key_part(View part, std::size_t, Error&) {
    text.append(part.data(), part.size());
    return true;
  }
  bool on_key(View part, std::size_t, Error& error) {
    name = text.append(part.data(), part.size());
    text.clear();
    // These would look like a path.
    return name.find_first_of(".[") == name.npos || refuse(error);
  }
  bool on_string_part(View part, std::size_t, Error&) {
    text.append(part.data(), part.size());
    return true;
  }
  bool on_string(View part, std::size_t, Error& error) {
    auto whole = text.append(part.data(), part.size());
    text.clear();
    return !open.empty() ? keep(std::move(whole), error) : refuse(error);
  }
  bool on_number_part(View, Error&) { return true; }
  bool on_int64(std::int64_t number, View, Error& error) {
    return !open.empty() ? keep(number, error) : refuse(error);
  }
  bool on_uint64(std::uint64_t, View, Error& error) { return on_other(error); }
  bool on_double(double, View, Error& error) { return on_other(error); }
  bool on_bool(bool, Error& error) { return on_other(error); }
  bool on_null(Error& error) { return on_other(error); }
  bool on_comment_part(View, Error&) { return true; }
  bool on_comment(View, Error&) { return true; }
  bool on_other(Error& error) { return !open.empty() ? keep(NeitherTextNorWhole{}, error) : refuse(error); }
};

std::optional<JsonFields> JsonFields::parse(std::string_view json) {
  json::basic_parser<Reader> parser({});
  json::error_code error;
  auto read = parser.write_some(false, json.data(), json.size(), error);
  if (error || read != json.size()) return std::nullopt;
  return std::move(parser.handler().fields);
}

const std::string& JsonFields::text(const std::string& path) const {
  static const std::string none;
  auto found = values_.find(path);
  auto* value = found == values_.end() ? nullptr : std::get_if<std::string>(&found->second);
  return value ? *value : none;
}

std::optional<std::int64_t> JsonFields::amount(const std::string& path) const {
  auto found = values_.find(path);
  auto* value = found == values_.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
  if (value == nullptr || *value < 0) return std::nullopt;
  return *value;
}

namespace {

/// Behind the text that begins at `at` with its quote.
std::size_t behind_text(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\') ++at;
  return at + 1;
}

/// Behind the value that begins at `at`.
std::size_t behind_value(std::string_view json, std::size_t at) {
  for (int depth = 0; at < json.size();) {
    char c = json[at];
    if (depth == 0 && (c == ',' || c == '}' || c == ']')) return at;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    at = c == '"' ? behind_text(json, at) : at + 1;
  }
  return json.size();
}

}  // namespace

std::string_view written_value(std::string_view json, std::string_view name) {
  for (auto at = json.find('"'); at < json.size(); at = json.find('"', at)) {
    auto end = behind_text(json, at);
    bool is_wanted = json.substr(at + 1, end - at - 2) == name;
    auto first = json.find_first_not_of(" \t\r\n", json.find(':', end) + 1);
    end = behind_value(json, first);
    if (is_wanted) return json.substr(first, json.find_last_not_of(" \t\r\n", end - 1) + 1 - first);
    at = end;
  }
  return {};
}

}  // namespace expogate::paygate
