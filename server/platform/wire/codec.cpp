#include "platform/wire/codec.h"

#include <algorithm>
#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/characters.h"
#include "base/text.h"

namespace expogate::wire {

inline const ErrorCode body_not_json{"request.not_json", "请求内容不是有效的 JSON",
                                     "The body is not valid JSON"};

inline const ErrorCode whole_number_needed{"field.whole_number", "请填写整数，例如 35",
                                           "Enter a whole number, e.g. 35"};
inline const ErrorCode date_needed{"field.date", "日期格式应为 2025-11-06",
                                   "Enter a date such as 2025-11-06"};
inline const ErrorCode instant_needed{"field.instant", "时间格式应为 2025-10-20T16:00:00Z",
                                      "Enter a time such as 2025-10-20T16:00:00Z"};

std::string schema_name(std::string_view type_name) {
  // expogate::Page<expogate::account::AccountRow> -> Page_AccountRow
  std::string out;
  std::string_view rest = type_name;
  while (!rest.empty()) {
    auto end = rest.find_first_of("<>, ");
    auto word = rest.substr(0, end);
    if (auto scope = word.rfind("::"); scope != word.npos) word = word.substr(scope + 2);
    if (!word.empty()) out += (out.empty() ? "" : "_") + std::string(word);
    if (end == rest.npos) break;
    rest.remove_prefix(end + 1);
  }
  return out;
}

void read_struct(const json::value& v, void* p, const StructTable& table, FieldErrors& errors) {
  auto* object = v.if_object();
  if (!object) return errors.add(field_type, {{"expected", "object"}});
  std::size_t used = 0;
  for (auto& field : table.fields) {
    FieldErrors::At here(errors, field.name);
    if (auto* member = object->if_contains(field.name)) {
      ++used;
      if (member->is_null() && !field.codec->is_optional) {
        errors.add(field_required);
        continue;
      }
      field.codec->read(*member, static_cast<char*>(p) + field.offset, errors);
    } else if (!field.codec->is_optional) {
      errors.add(field_required);
    }
  }
  if (used == object->size()) return;
  for (auto& member : *object) {
    auto is_known = [&](auto& field) { return member.key() == field.name; };
    if (std::any_of(table.fields.begin(), table.fields.end(), is_known)) continue;
    FieldErrors::At here(errors, beginning_of(member.key(), 60));
    errors.add(field_unknown);
  }
}

void write_struct(std::string& out, const void* p, const StructTable& table) {
  char before = '{';
  for (auto& field : table.fields) {
    out += std::exchange(before, ',');
    out.append("\"").append(field.name).append("\":");
    field.codec->write(out, static_cast<const char*>(p) + field.offset);
  }
  out += before == '{' ? "{}" : "}";
}

namespace {

/// Two types of one name are one schema, so the document would be wrong about one of them.
bool is_of(const json::value& schema, const StructTable& table) {
  if (schema.is_null()) return true;  // still being written
  auto& properties = schema.at("properties").as_object();
  return properties.size() == table.fields.size() &&
         std::all_of(table.fields.begin(), table.fields.end(),
                     [&](auto& field) { return properties.contains(field.name); });
}

}  // namespace

json::value schema_of_struct(const StructTable& table, Schemas& schemas) {
  if (auto* known = schemas.components.if_contains(table.name)) {
    expect(is_of(*known, table), "two shapes are called " + table.name);
  } else {
    schemas.components[table.name] = nullptr;  // stops recursion of a type into itself
    json::object properties;
    json::array required;
    for (auto& field : table.fields) {
      properties[field.name] = field.codec->schema(schemas);
      if (!field.codec->is_optional) required.emplace_back(field.name);
    }
    json::object schema{{"type", "object"}, {"properties", properties}};
    if (!required.empty()) schema["required"] = required;
    schemas.components[table.name] = schema;
  }
  return json::object{{"$ref", "#/components/schemas/" + table.name}};
}

namespace {

/// What a form sends of a field where nothing was typed or chosen.
bool is_empty_text(const json::value& v) {
  auto* text = v.if_string();
  return text && trimmed({text->data(), text->size()}).empty();
}

bool has_fraction(const json::value& v) {
  auto* number = v.if_double();
  return number && std::trunc(*number) != *number;
}

}  // namespace

void read_bool(const json::value& v, bool& out, FieldErrors& errors) {
  if (v.is_bool())
    out = v.get_bool();
  else
    errors.add(field_type, {{"expected", "true/false"}});
}

void read_integer(const json::value& v, std::int64_t& out, std::int64_t min, std::int64_t max,
                  FieldErrors& errors) {
  if (auto* integer = v.if_int64(); integer && *integer >= min && *integer <= max)
    out = *integer;
  else if (v.is_number() && !has_fraction(v))
    errors.add(field_range, {{"min", min}, {"max", max}});
  else
    errors.add(is_empty_text(v) ? field_required : whole_number_needed);
}

void read_real(const json::value& v, double& out, FieldErrors& errors) {
  if (v.is_number())
    out = v.to_number<double>();
  else
    errors.add(field_type, {{"expected", "number"}});
}

namespace {

/// False when it is no text at all.
bool take_text(const json::value& v, std::string& out, FieldErrors& errors) {
  auto* text = v.if_string();
  if (!text) return errors.add(field_type, {{"expected", "string"}}), false;
  out.assign(text->data(), text->size());
  return true;
}

}  // namespace

void read_text(const json::value& v, std::string& out, FieldErrors& errors) {
  if (!take_text(v, out, errors) || errors.is_own()) return;
  if (auto fault = admit(out, text_kind_of(errors.field()))) errors.add(*fault.code, fault.details);
}

void read_sized_text(const json::value& v, std::string& out, std::size_t min, std::size_t max,
                     FieldErrors& errors) {
  auto known = errors.list().size();
  read_text(v, out, errors);
  if (errors.list().size() != known) return;
  out = std::string(trimmed(out));
  auto count = code_points(out);
  if (count == 0 && min > 0) return errors.add(field_required);
  if (count < min) errors.add(field_too_short, {{"min", min}});
  if (count > max) errors.add(field_too_long, {{"max", max}});
}

void read_checked_text(const json::value& v, std::string& out, const ErrorCode* (*check)(std::string&),
                       FieldErrors& errors) {
  auto known = errors.list().size();
  if (check != &Secret::check)
    read_text(v, out, errors);
  else if (take_text(v, out, errors) && !is_clean_utf8(out))
    errors.add(field_encoding);
  if (errors.list().size() != known) return;
  if (trimmed(out).empty()) return errors.add(field_required);
  if (auto* wrong = check(out)) errors.add(*wrong, {{"max", 200}});
}

void read_id(const json::value& v, std::string& out, FieldErrors& errors) {
  auto known = errors.list().size();
  read_text(v, out, errors);
  if (errors.list().size() != known || is_acceptable_id(out)) return;
  errors.add(trimmed(out).empty() ? field_required : field_format);
}

void read_instant(const json::value& v, Instant& out, FieldErrors& errors) {
  auto* text = v.if_string();
  auto instant = text ? parse_rfc3339({text->data(), text->size()}) : std::nullopt;
  if (instant)
    out = *instant;
  else
    errors.add(is_empty_text(v) ? field_required : instant_needed);
}

void read_date(const json::value& v, CivilDate& out, FieldErrors& errors) {
  auto* text = v.if_string();
  auto date = text ? parse_civil_date({text->data(), text->size()}) : std::nullopt;
  if (date)
    out = *date;
  else
    errors.add(is_empty_text(v) ? field_required : date_needed);
}

int read_choice(const json::value& v, std::span<const std::string_view> names, FieldErrors& errors) {
  if (auto* text = v.if_string()) {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (*text == names[i]) return int(i);
    errors.add(is_empty_text(v) ? field_required : field_choice);
  } else {
    errors.add(field_type, {{"expected", "string"}});
  }
  return -1;
}

const json::array* read_list(const json::value& v, FieldErrors& errors) {
  auto* list = v.if_array();
  if (!list) errors.add(field_type, {{"expected", "list"}});
  if (list && list->size() > list_limit) {
    errors.add(field_too_many, {{"max", list_limit}});
    return nullptr;
  }
  return list;
}

void write_text(std::string& out, std::string_view text) {
  if (!is_clean_utf8(text))
    if (auto mended = well_formed(text); mended != text) return write_text(out, mended);
  out += '"';
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, from, i - from);
    from = i + 1;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += char(c);
    } else {
      std::array<char, 8> escaped;
      std::snprintf(escaped.data(), escaped.size(), "\\u%04x", unsigned(c));
      out += escaped.data();
    }
  }
  out.append(text, from);
  out += '"';
}

void write_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), end.ptr);
}

void write_real(std::string& out, double value) {
  if (!std::isfinite(value)) {  // JSON has no word for it
    out += "null";
    return;
  }
  std::array<char, 40> buffer;
  auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), end.ptr);
}

json::value schema_of_type(const char* type, std::string_view format) {
  json::object schema{{"type", type}};
  if (!format.empty()) schema["format"] = format;
  return schema;
}

json::value schema_of_text(std::size_t min, std::size_t max) {
  return json::object{{"type", "string"}, {"minLength", min}, {"maxLength", max}};
}

json::value schema_of_choice(std::span<const std::string_view> names, std::span<const EnumLabel> labels) {
  json::array choices;
  for (auto name : names) choices.emplace_back(name);
  json::object schema{{"type", "string"}, {"enum", choices}};
  if (!labels.empty()) {
    json::object words;
    for (auto& label : labels) words[label.name] = json::object{{"zh", label.zh}, {"en", label.en}};
    schema["x-labels"] = words;
  }
  return schema;
}

json::value schema_or_null(json::value schema) {
  auto& object = schema.as_object();
  if (object.contains("$ref"))
    return json::object{{"oneOf", json::array{schema, json::object{{"type", "null"}}}}};
  if (object.contains("enum")) {
    object["enum"].as_array().emplace_back(nullptr);
    object["type"] = json::array{"string", "null"};
    return schema;
  }
  object["type"] = json::array{object["type"], "null"};
  return schema;
}

json::value schema_of_list(json::value item) {
  return json::object{{"type", "array"}, {"items", item}};
}

void read_json(std::string_view text, void* out, const Codec& codec, FieldErrors& errors) {
  std::array<unsigned char, 16 * 1024> buffer;
  json::monotonic_resource memory(buffer.data(), buffer.size());
  boost::system::error_code wrong;
  json::parse_options options;
  options.max_depth = 16;
  auto value = json::parse({text.data(), text.size()}, wrong, &memory, options);
  if (wrong) throw Problem(400, body_not_json, {{"reason", wrong.message()}});
  codec.read(value, out, errors);
}

namespace {

/// A parameter's text as the JSON value its codec reads; what does not convert stays text and is told as a
/// wrong type.
const ErrorCode field_repeated{"field.repeated", "参数只能出现一次", "This parameter can be given only once"};

json::value query_value(const Codec& codec, const std::string& text) {
  if (codec.kind == Kind::boolean && (text == "true" || text == "false")) return text == "true";
  if (codec.kind == Kind::integer) {
    std::int64_t number = 0;
    auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec == std::errc{} && end.ptr == text.data() + text.size()) return number;
  }
  return json::string(text);
}

}  // namespace

void read_query(const std::vector<std::pair<std::string, std::string>>& query, void* out,
                const StructTable& table, FieldErrors& errors) {
  json::object object;
  std::vector<std::string_view> blank, repeated;
  for (auto& field : table.fields)
    if (field.codec->kind == Kind::list) object[field.name] = json::array{};
  for (auto& parameter : query) {
    auto& [name, text] = parameter;
    auto field = std::find_if(table.fields.begin(), table.fields.end(),
                              [&](auto& f) { return f.name == parameter.first; });
    if (field == table.fields.end()) {
      object[name] = text;  // told as unknown below
    } else if (field->codec->kind == Kind::list) {
      object[name].as_array().push_back(query_value(*field->codec->item, text));
    } else if (object.contains(name)) {
      repeated.push_back(field->name);
    } else if (!text.empty()) {  // an empty filter is no filter
      if (trimmed(text).empty()) blank.push_back(field->name);
      object[name] = query_value(*field->codec, text);
    }
  }
  // What was given is never dropped, also when nothing of it can be seen.
  for (auto name : blank) {
    FieldErrors::At here(errors, name);
    errors.add(text_invisible);
    object.erase(name);
  }
  // Neither of two values is the one that was meant, and a proxy may have judged the other.
  for (auto name : repeated) {
    FieldErrors::At here(errors, name);
    errors.add(field_repeated);
  }
  read_struct(object, out, table, errors);
}

}  // namespace expogate::wire
