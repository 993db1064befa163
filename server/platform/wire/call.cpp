#include "platform/wire/call.h"

#include <fmt/format.h>

#include <cctype>
#include <charconv>

#include "base/text.h"
#include "platform/wire/sought.h"

namespace expogate::wire {
namespace {

bool has_body(http::Method method) {
  return method == http::Method::post || method == http::Method::put || method == http::Method::patch;
}

}  // namespace

void require_media_type(const Call& call, std::string_view expected) {
  auto header = call.request.header("content-type");
  auto content_type = ascii_lower(trimmed(header.substr(0, header.find(';'))));
  // `image/*`: any of a kind.
  bool is_kind =
      expected.ends_with("/*") && content_type.starts_with(expected.substr(0, expected.size() - 1));
  if (!is_kind && content_type != expected)
    throw Problem(415, media_type_wrong, {{"expected", std::string(expected)}});
}

namespace {

/// Moves what headers say among the parameters; the same in the address is refused by its name.
void take_what_is_sought(const http::Request& request, const StructTable& table, http::Pairs& query,
                         FieldErrors& errors) {
  for (auto& field : table.fields) {
    if (!is_sought(field.name)) continue;
    auto is_this = [&](auto& parameter) { return parameter.first == field.name; };
    if (std::erase_if(query, is_this) > 0) {
      FieldErrors::At here(errors, field.name);
      errors.add(sought_in_address, {{"header", sought_header(field.name)}});
    }
    auto header = request.header(sought_header(field.name));
    if (header.empty()) continue;
    auto value = http::percent_decoded(header);
    if (!value || !is_clean_utf8(*value)) throw Problem(400, query_malformed);
    query.emplace_back(field.name, *value);
  }
}

}  // namespace

void read_input(Call& call, void* out, const Codec& codec, const StructTable& table) {
  FieldErrors errors;
  if (has_body(call.request.method())) {
    require_media_type(call, "application/json");
    read_json(call.request.body(), out, codec, errors);
  } else {
    auto query = call.request.query();
    if (!query) throw Problem(400, query_malformed);
    take_what_is_sought(call.request, table, *query, errors);
    read_query(*query, out, table, errors);
  }
  errors.refuse();
}

IfMatch read_if_match(const Call& call) {
  auto text = call.request.header("if-match");
  if (text.empty()) throw Problem(428, if_match_required);
  if (text.starts_with("W/")) text.remove_prefix(2);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  if (text.ends_with("-gzip")) text.remove_suffix(5);  // the tag of the compressed form, see http::compress
  IfMatch match;
  auto end = std::from_chars(text.data(), text.data() + text.size(), match.version);
  if (end.ec != std::errc{} || end.ptr != text.data() + text.size()) throw Stale();
  return match;
}

std::string take_path_value(Call& call) {
  expect(call.next_path_value < call.path_values.size(),
         "a handler takes no more path values than its pattern has");
  auto value = call.path_values[call.next_path_value++];
  if (!is_acceptable_id(value)) throw NotFound();
  return value;
}

namespace {

/// RFC 6266: the name as it is for browsers of today, and in ASCII for all others.
std::string disposition_of(std::string_view name) {
  constexpr std::string_view marks = "-._~";
  std::string plain, encoded;
  for (unsigned char c : name) {
    bool is_bare = c < 0x80 && (std::isalnum(c) || marks.find(char(c)) != marks.npos);
    plain += is_bare ? char(c) : '_';
    encoded += is_bare ? std::string(1, char(c)) : fmt::format("%{:02X}", c);
  }
  auto disposition = "attachment; filename=\"" + plain + "\"";
  return plain == name ? disposition : disposition + "; filename*=UTF-8''" + encoded;
}

http::Response saved_as(std::string_view content_type, std::string_view name) {
  http::Response response;
  response.content_type = content_type;
  response.headers.emplace_back("Content-Disposition", disposition_of(name));
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace

http::Response file_response(std::string bytes, std::string_view content_type, std::string_view name) {
  auto response = saved_as(content_type, name);
  response.body = std::move(bytes);
  return response;
}

http::Response file_response(std::unique_ptr<ByteSource> source, std::string_view content_type,
                             std::string_view name) {
  auto response = saved_as(content_type, name);
  response.source = std::move(source);
  return response;
}

void answer_json(Call& call, std::string body, std::int64_t version) {
  call.response.body = std::move(body);
  if (version > 0) call.response.headers.emplace_back("ETag", "\"" + std::to_string(version) + "\"");
}

}  // namespace expogate::wire
