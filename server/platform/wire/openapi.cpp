#include "platform/wire/openapi.h"

#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "platform/wire/sought.h"

namespace expogate::wire {
namespace {

json::object path_parameter(std::string_view name) {
  return {{"name", name}, {"in", "path"}, {"required", true}, {"schema", json::object{{"type", "string"}}}};
}

json::object header_parameter(std::string_view name, bool is_required, std::string_view what) {
  return {{"name", name},
          {"in", "header"},
          {"required", is_required},
          {"description", what},
          {"schema", json::object{{"type", "string"}}}};
}

void add_path_parameters(const std::string& pattern, json::array& parameters) {
  for (std::size_t at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1))
    parameters.emplace_back(
        path_parameter(std::string_view(pattern).substr(at + 1, pattern.find('}', at) - at - 1)));
}

void add_query_parameters(const StructTable& table, Schemas& schemas, json::array& parameters) {
  for (auto& field : table.fields) {
    if (is_sought(field.name)) {
      parameters.emplace_back(
          header_parameter(sought_header(field.name), false, "Percent-encoded; never in the address"));
      continue;
    }
    bool is_required = !field.codec->is_optional && field.codec->kind != Kind::list;
    auto schema = field.codec->schema(schemas);
    // An absent parameter is how a query says null.
    if (auto* type = schema.as_object().if_contains("type"); type && type->is_array())
      *type = type->as_array().front();
    parameters.emplace_back(
        json::object{{"name", field.name}, {"in", "query"}, {"required", is_required}, {"schema", schema}});
  }
}

json::object json_content(json::value schema) {
  return {{"application/json", json::object{{"schema", std::move(schema)}}}};
}

json::object file_content(std::string_view content_type) {
  auto schema = content_type == "application/json" ? json::object{{"type", "object"}}
                                                   : json::object{{"type", "string"}, {"format", "binary"}};
  return {{content_type, json::object{{"schema", std::move(schema)}}}};
}

bool takes_body(const Endpoint& endpoint) {
  return endpoint.method == http::Method::post || endpoint.method == http::Method::put ||
         endpoint.method == http::Method::patch;
}

json::object responses_of(const Endpoint& endpoint, Schemas& schemas) {
  json::object responses;
  if (endpoint.signature.output)
    responses["200"] = json::object{{"description", "OK"},
                                    {"content", json_content(endpoint.signature.output->schema(schemas))}};
  else if (!endpoint.raw_answer_type.empty())
    responses["200"] =
        json::object{{"description", "A file"}, {"content", file_content(endpoint.raw_answer_type)}};
  else if (endpoint.signature.has_raw_answer)
    responses["200"] = json::object{{"description", "OK"}};
  else
    responses["204"] = json::object{{"description", "Done, nothing to show"}};
  responses["default"] = json::object{
      {"description", "Problem details"},
      {"content",
       json::object{{"application/problem+json",
                     json::object{{"schema", json::object{{"$ref", "#/components/schemas/Problem"}}}}}}}};
  return responses;
}

json::object operation_of(const Endpoint& endpoint, Schemas& schemas) {
  json::array parameters;
  add_path_parameters(endpoint.pattern, parameters);
  if (endpoint.signature.input && !takes_body(endpoint))
    add_query_parameters(*endpoint.signature.input, schemas, parameters);
  if (endpoint.signature.has_if_match)
    parameters.emplace_back(header_parameter("If-Match", true, "the version that was read, in quotes"));
  if (!endpoint.token.header.empty())
    parameters.emplace_back(
        header_parameter(endpoint.token.header, endpoint.token.is_required, endpoint.token.what));
  if (endpoint.is_idempotent)
    parameters.emplace_back(header_parameter(
        "Idempotency-Key", true, "one key per intent; a repetition is answered from the record for 24 h"));
  json::object operation{{"operationId", endpoint.name}, {"summary", endpoint.summary_text}};
  // Tags group the documentation by the noun that the operation's name begins with.
  auto rest = std::string_view(endpoint.pattern);
  if (rest.starts_with("/api/v1/")) rest.remove_prefix(8);
  operation["tags"] = json::array{std::string(rest.substr(0, rest.find('/')))};
  if (!parameters.empty()) operation["parameters"] = parameters;
  if (endpoint.signature.input && takes_body(endpoint))
    operation["requestBody"] = json::object{
        {"required", true}, {"content", json_content(schema_of_struct(*endpoint.signature.input, schemas))}};
  if (endpoint.signature.has_raw_body)
    operation["requestBody"] =
        json::object{{"required", true}, {"content", file_content(endpoint.raw_body_type)}};
  operation["responses"] = responses_of(endpoint, schemas);
  switch (endpoint.access.kind) {
    case Access::Kind::permission:
      operation["x-permission"] = endpoint.access.permission_name;
      break;
    case Access::Kind::oneself:
      operation["x-permission"] = "oneself";
      break;
    default:
      operation["x-permission"] = "everyone";
      operation["x-why"] = endpoint.access.reason;
      operation["security"] = json::array{};
  }
  return operation;
}

json::object problem_schema() {
  auto text = json::object{{"type", "string"}};
  json::object field_error{{"type", "object"},
                           {"properties", json::object{{"field", text}, {"code", text}, {"message", text}}},
                           {"required", json::array{"field", "code", "message"}}};
  return {{"type", "object"},
          {"properties",
           json::object{{"type", text},
                        {"title", text},
                        {"status", json::object{{"type", "integer"}}},
                        {"code", text},
                        {"detail", text},
                        {"request_id", text},
                        {"details", json::object{{"type", "object"}, {"additionalProperties", true}}},
                        {"errors", json::object{{"type", "array"}, {"items", field_error}}}}},
          {"required",
           json::array{"type", "title", "status", "code", "detail", "request_id", "details", "errors"}}};
}

void append_pretty(std::string& out, const json::value& value, std::size_t depth) {
  auto indent = [&](std::size_t d) { out.append("\n").append(d * 2, ' '); };
  if (auto* object = value.if_object(); object && !object->empty()) {
    char before = '{';
    for (auto& member : *object) {
      out += std::exchange(before, ',');
      indent(depth + 1);
      out += json::serialize(json::value(member.key())) + ": ";
      append_pretty(out, member.value(), depth + 1);
    }
    indent(depth);
    out += '}';
  } else if (auto* list = value.if_array(); list && !list->empty() && !list->front().is_primitive()) {
    char before = '[';
    for (auto& item : *list) {
      out += std::exchange(before, ',');
      indent(depth + 1);
      append_pretty(out, item, depth + 1);
    }
    indent(depth);
    out += ']';
  } else {
    out += json::serialize(value);
  }
}

}  // namespace

json::value openapi_document(const Router& router, const std::string& version) {
  Schemas schemas;
  json::object paths;
  for (auto& endpoint : router.endpoints()) {
    auto path = endpoint.pattern;
    if (!paths.contains(path)) paths[path] = json::object{};
    paths[path].as_object()[ascii_lower(method_name(endpoint.method))] = operation_of(endpoint, schemas);
  }
  schemas.components["Problem"] = problem_schema();
  json::object security{
      {"cookie", json::object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-expogate_session"}}},
      {"bearer", json::object{{"type", "http"}, {"scheme", "bearer"}}}};
  return json::object{
      {"openapi", "3.1.0"},
      {"info", json::object{{"title", "Expogate"},
                            {"version", version},
                            {"description", "The professional-visitor system of a great trade fair."}}},
      {"servers", json::array{json::object{{"url", "/"}}}},
      {"security",
       json::array{json::object{{"cookie", json::array{}}}, json::object{{"bearer", json::array{}}}}},
      {"paths", paths},
      {"components", json::object{{"schemas", schemas.components}, {"securitySchemes", security}}}};
}

std::string pretty(const json::value& value) {
  std::string out;
  append_pretty(out, value, 0);
  return out + "\n";
}

std::string error_code_list() {
  std::string out;
  for (auto* code : all_error_codes())
    out.append(code->code).append("\t").append(code->zh).append("\t").append(code->en).append("\n");
  return out;
}

}  // namespace expogate::wire
