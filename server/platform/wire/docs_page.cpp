#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "platform/wire/openapi.h"

namespace expogate::wire {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string text_of(const json::object& object, std::string_view name) {
  auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

/// `AccountRow`, `string (date-time)`, `a | b`: one line for a schema, with links to the named ones.
std::string schema_words(const json::value& schema) {
  auto& object = schema.as_object();
  if (auto ref = text_of(object, "$ref"); !ref.empty()) {
    auto name = escaped(ref.substr(ref.rfind('/') + 1));
    return "<a href=\"#schema-" + name + "\">" + name + "</a>";
  }
  if (auto* choices = object.if_contains("oneOf"))
    return schema_words(choices->as_array().front()) + " | null";
  if (auto* names = object.if_contains("enum")) {
    std::string out;
    for (auto& name : names->as_array())
      out +=
          (out.empty() ? "" : " | ") + (name.is_string() ? escaped(std::string(name.as_string())) : "null");
    return out;
  }
  if (auto* item = object.if_contains("items")) return "list of " + schema_words(*item);
  auto* type = object.if_contains("type");
  std::string out = !type ? "any" : type->is_string() ? std::string(type->as_string()) : "";
  if (type && type->is_array())
    for (auto& one : type->as_array()) out += (out.empty() ? "" : " | ") + std::string(one.as_string());
  if (auto format = text_of(object, "format"); !format.empty()) out += " (" + format + ")";
  if (auto* longest = object.if_contains("maxLength"))
    out += ", at most " + json::serialize(*longest) + " characters";
  return out;
}

std::string schema_section(std::string_view name, const json::object& schema) {
  std::string out =
      "<section><h3 id=\"schema-" + escaped(name) + "\">" + escaped(name) + "</h3><table><tbody>";
  if (auto* properties = schema.if_contains("properties"))
    for (auto& property : properties->as_object())
      out += "<tr><th scope=\"row\">" + escaped(property.key()) + "</th><td>" +
             schema_words(property.value()) + "</td></tr>";
  return out + "</tbody></table></section>\n";
}

std::string operation_section(std::string_view path, std::string_view method, const json::object& operation) {
  auto id = escaped(text_of(operation, "operationId"));
  std::string out = "<section><h3 id=\"" + id + "\"><code>" + escaped(method) + " " + escaped(path) +
                    "</code> " + id + "</h3><p>" + escaped(text_of(operation, "summary")) +
                    "</p><p>Permission: <code>" + escaped(text_of(operation, "x-permission")) + "</code> " +
                    escaped(text_of(operation, "x-why")) + "</p><table><tbody>";
  if (auto* parameters = operation.if_contains("parameters"))
    for (auto& parameter : parameters->as_array()) {
      auto& object = parameter.as_object();
      out += "<tr><th scope=\"row\">" + escaped(text_of(object, "name")) + "</th><td>" +
             escaped(text_of(object, "in")) + "</td><td>" + schema_words(object.at("schema")) + "</td></tr>";
    }
  if (auto* body = operation.if_contains("requestBody"))
    for (auto& content : body->as_object().at("content").as_object())
      out += "<tr><th scope=\"row\">body</th><td>" + escaped(content.key()) + "</td><td>" +
             schema_words(content.value().as_object().at("schema")) + "</td></tr>";
  for (auto& response : operation.at("responses").as_object())
    if (auto* content = response.value().as_object().if_contains("content"))
      for (auto& kind : content->as_object())
        out += "<tr><th scope=\"row\">" + escaped(response.key()) + "</th><td>" + escaped(kind.key()) +
               "</td><td>" + schema_words(kind.value().as_object().at("schema")) + "</td></tr>";
  return out + "</tbody></table></section>\n";
}

}  // namespace

std::string docs_page(const json::value& document) {
  auto& root = document.as_object();
  std::string out =
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Expogate API</title>"
      "<meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" "
      "href=\"/api/docs.css\"></head>"
      "<body><main><h1>Expogate API</h1><p>Generated from the code that serves it. The machine-readable form "
      "is "
      "<a href=\"/api/openapi.json\">OpenAPI 3.1</a>.</p><h2>Operations</h2>\n";
  for (auto& path : root.at("paths").as_object())
    for (auto& operation : path.value().as_object()) {
      std::string method(operation.key());
      for (char& c : method) c = char(c - 'a' + 'A');
      out += operation_section(path.key(), method, operation.value().as_object());
    }
  out += "<h2>Schemas</h2>\n";
  for (auto& schema : root.at("components").as_object().at("schemas").as_object())
    out += schema_section(schema.key(), schema.value().as_object());
  out += "<h2>Error codes</h2><table><tbody>";
  for (auto* code : all_error_codes())
    out += "<tr id=\"" + escaped(code->code) + "\"><th scope=\"row\"><code>" + escaped(code->code) +
           "</code></th><td lang=\"zh-CN\">" + escaped(code->zh) + "</td><td>" + escaped(code->en) +
           "</td></tr>\n";
  return out + "</tbody></table></main></body></html>\n";
}

}  // namespace expogate::wire
