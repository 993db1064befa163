#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_text.h"
#include "base/id.h"
#include "base/page.h"
#include "base/time.h"
#include "platform/wire/field_errors.h"
#include "platform/wire/text_types.h"

/// From one description of a struct (BOOST_DESCRIBE_STRUCT) come reading with all errors by field, writing,
/// and the schema in OpenAPI. Per struct the compiler builds one table; everything that walks tables is
/// ordinary code.
namespace expogate::wire {

namespace json = boost::json;

/// JSON that is passed through as it stands (audit rows keep "before" and "after" so).
struct RawJson {
  std::string text = "null";
};

/// What a query parameter's text has to be turned into before it is read.
enum class Kind { text, boolean, integer, list, object };

struct Schemas {
  json::object components;
};

struct Codec {
  void (*read)(const json::value&, void*, FieldErrors&);
  void (*write)(std::string&, const void*);
  json::value (*schema)(Schemas&);
  Kind kind;
  const Codec* item;  ///< of a list or an optional
  bool is_optional;   ///< may be absent
};

struct Field {
  const char* name;
  std::size_t offset;
  const Codec* codec;
};

struct StructTable {
  std::string name;
  std::vector<Field> fields;
};

constexpr std::size_t list_limit = 10'000;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsIdType : std::false_type {};
template <class N>
struct IsIdType<Id<N>> : std::true_type {};
template <class T>
concept Described = boost::describe::has_describe_members<T>::value;
template <class T>
concept CheckedText = requires(std::string& value) {
  { T::check(value) } -> std::same_as<const ErrorCode*>;
};
template <class T>
concept SizedText = std::derived_from<T, std::string> && requires {
  { T::min } -> std::convertible_to<std::size_t>;
};

template <class T>
struct CodecOf {
  static const Codec value;
};

template <class T>
constexpr std::string_view type_name() {
  std::string_view text = __PRETTY_FUNCTION__;
  auto first = text.find("T = ") + 4;
  auto name = text.substr(first, text.find_first_of(";]", first) - first);
  // Page<expogate::X> becomes Page_X: a schema's name has no brackets
  auto bracket = name.find('<');
  auto scope = name.substr(0, bracket).rfind("::");
  return scope == name.npos ? name : name.substr(scope + 2);
}
std::string schema_name(std::string_view type_name);

template <class T, template <class...> class L, class... D>
std::vector<Field> fields_of(const T& object, L<D...>) {
  auto base = reinterpret_cast<const char*>(&object);
  return {Field{D::name, std::size_t(reinterpret_cast<const char*>(&(object.*D::pointer)) - base),
                &CodecOf<std::remove_cvref_t<decltype(object.*D::pointer)>>::value}...};
}

template <class T>
const StructTable& table_of() {
  static const StructTable table{
      schema_name(type_name<T>()),
      fields_of(T{}, boost::describe::describe_members<T, boost::describe::mod_public |
                                                              boost::describe::mod_inherited>{})};
  return table;
}

// The walkers, in codec.cpp.
void read_struct(const json::value&, void*, const StructTable&, FieldErrors&);
void write_struct(std::string&, const void*, const StructTable&);
json::value schema_of_struct(const StructTable&, Schemas&);
void read_bool(const json::value&, bool&, FieldErrors&);
void read_integer(const json::value&, std::int64_t& out, std::int64_t min, std::int64_t max, FieldErrors&);
void read_real(const json::value&, double&, FieldErrors&);
void read_text(const json::value&, std::string&, FieldErrors&);
void read_sized_text(const json::value&, std::string&, std::size_t min, std::size_t max, FieldErrors&);
void read_checked_text(const json::value&, std::string&, const ErrorCode* (*check)(std::string&),
                       FieldErrors&);
void read_id(const json::value&, std::string&, FieldErrors&);
void read_instant(const json::value&, Instant&, FieldErrors&);
void read_date(const json::value&, CivilDate&, FieldErrors&);
int read_choice(const json::value&, std::span<const std::string_view> names, FieldErrors&);
const json::array* read_list(const json::value&, FieldErrors&);
/// Bytes that are no UTF-8 are marked (U+FFFD): an answer is always JSON.
void write_text(std::string&, std::string_view);
void write_integer(std::string&, std::int64_t);
void write_real(std::string&, double);
json::value schema_of_type(const char* type, std::string_view format = {});
json::value schema_of_text(std::size_t min, std::size_t max);
json::value schema_of_choice(std::span<const std::string_view> names, std::span<const EnumLabel> labels);
json::value schema_or_null(json::value schema);
json::value schema_of_list(json::value item);

template <class E>
constexpr auto enum_names() {
  using List = boost::describe::describe_enumerators<E>;
  std::array<std::string_view, boost::mp11::mp_size<List>::value> names{};
  std::size_t i = 0;
  boost::mp11::mp_for_each<List>([&](auto item) { names[i++] = item.name; });
  return names;
}
template <class E>
constexpr E enum_at(std::size_t index) {
  using List = boost::describe::describe_enumerators<E>;
  E found{};
  std::size_t i = 0;
  boost::mp11::mp_for_each<List>([&](auto item) {
    if (i++ == index) found = item.value;
  });
  return found;
}
template <class E>
std::span<const EnumLabel> labels_of() {
  if constexpr (std::is_same_v<std::remove_cvref_t<decltype(enum_labels<E>)>, std::nullptr_t>)
    return {};
  else
    return enum_labels<E>;
}
template <class E>
inline constexpr auto names_of = enum_names<E>();

template <class T>
struct Ops {
  static T& at(void* p) { return *static_cast<T*>(p); }
  static const T& at(const void* p) { return *static_cast<const T*>(p); }

  static void read(const json::value& v, void* p, FieldErrors& errors) {
    if constexpr (IsOptional<T>::value) {
      using Inner = typename T::value_type;
      if (v.is_null())
        at(p).reset();
      else
        CodecOf<Inner>::value.read(v, &at(p).emplace(), errors);
    } else if constexpr (IsVector<T>::value) {
      read_items(v, at(p), errors);
    } else if constexpr (std::same_as<T, bool>) {
      read_bool(v, at(p), errors);
    } else if constexpr (std::integral<T>) {
      std::int64_t value = 0;
      read_integer(v, value, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), errors);
      at(p) = T(value);
    } else if constexpr (std::floating_point<T>) {
      read_real(v, at(p), errors);
    } else if constexpr (std::is_enum_v<T>) {
      int index = read_choice(v, names_of<T>, errors);
      if (index >= 0) at(p) = enum_at<T>(std::size_t(index));
    } else if constexpr (IsIdType<T>::value) {
      read_id(v, at(p).text, errors);
    } else if constexpr (std::same_as<T, Instant>) {
      read_instant(v, at(p), errors);
    } else if constexpr (std::same_as<T, CivilDate>) {
      read_date(v, at(p), errors);
    } else if constexpr (CheckedText<T>) {
      read_checked_text(v, at(p), &T::check, errors);
    } else if constexpr (SizedText<T>) {
      read_sized_text(v, at(p), T::min, T::max, errors);
    } else if constexpr (std::same_as<T, std::string>) {
      read_text(v, at(p), errors);
    } else if constexpr (std::same_as<T, RawJson>) {
      errors.add(field_unknown);  // answers only
    } else {
      static_assert(Described<T>, "describe this type, or give it a codec");
      read_struct(v, p, table_of<T>(), errors);
    }
  }

  static void read_items(const json::value& v, T& items, FieldErrors& errors) requires IsVector<T>::value {
    auto* list = read_list(v, errors);
    if (!list) return;
    items.resize(list->size());
    for (std::size_t i = 0; i < list->size(); ++i) {
      FieldErrors::At here(errors, i);
      CodecOf<typename T::value_type>::value.read((*list)[i], &items[i], errors);
    }
  }

  static void write(std::string& out, const void* p) {
    if constexpr (IsOptional<T>::value) {
      if (at(p))
        CodecOf<typename T::value_type>::value.write(out, &*at(p));
      else
        out += "null";
    } else if constexpr (IsVector<T>::value) {
      char before = '[';
      for (auto& item : at(p)) {
        out += std::exchange(before, ',');
        CodecOf<typename T::value_type>::value.write(out, &item);
      }
      out += before == '[' ? "[]" : "]";
    } else if constexpr (std::same_as<T, bool>) {
      out += at(p) ? "true" : "false";
    } else if constexpr (std::integral<T>) {
      write_integer(out, std::int64_t(at(p)));
    } else if constexpr (std::floating_point<T>) {
      write_real(out, at(p));
    } else if constexpr (std::is_enum_v<T>) {
      write_text(out, enum_name(at(p)));
    } else if constexpr (IsIdType<T>::value || std::same_as<T, CivilDate>) {
      write_text(out, at(p).text);
    } else if constexpr (std::same_as<T, Instant>) {
      write_text(out, to_rfc3339(at(p)));
    } else if constexpr (std::derived_from<T, std::string>) {
      write_text(out, at(p));
    } else if constexpr (std::same_as<T, RawJson>) {
      out += at(p).text;
    } else {
      write_struct(out, p, table_of<T>());
    }
  }

  static json::value schema(Schemas& schemas) {
    if constexpr (IsOptional<T>::value)
      return schema_or_null(CodecOf<typename T::value_type>::value.schema(schemas));
    else if constexpr (IsVector<T>::value)
      return schema_of_list(CodecOf<typename T::value_type>::value.schema(schemas));
    else if constexpr (std::same_as<T, bool>)
      return schema_of_type("boolean");
    else if constexpr (std::integral<T>)
      return schema_of_type("integer", sizeof(T) > 4 ? "int64" : "int32");
    else if constexpr (std::floating_point<T>)
      return schema_of_type("number");
    else if constexpr (std::is_enum_v<T>)
      return schema_of_choice(names_of<T>, labels_of<T>());
    else if constexpr (std::same_as<T, Instant>)
      return schema_of_type("string", "date-time");
    else if constexpr (std::same_as<T, CivilDate>)
      return schema_of_type("string", "date");
    else if constexpr (CheckedText<T>)
      return schema_of_type("string", T::format);
    else if constexpr (SizedText<T>)
      return schema_of_text(T::min, T::max);
    else if constexpr (IsIdType<T>::value || std::derived_from<T, std::string>)
      return schema_of_type("string");
    else if constexpr (std::same_as<T, RawJson>)
      return json::object{};
    else
      return schema_of_struct(table_of<T>(), schemas);
  }

  static constexpr Kind kind() {
    if constexpr (IsVector<T>::value) return Kind::list;
    if constexpr (IsOptional<T>::value) return Ops<typename T::value_type>::kind();
    if constexpr (std::same_as<T, bool>) return Kind::boolean;
    if constexpr (std::integral<T>) return Kind::integer;
    if constexpr (Described<T> && !IsIdType<T>::value && !std::same_as<T, Instant>) return Kind::object;
    return Kind::text;
  }

  static constexpr const Codec* item() {
    if constexpr (IsVector<T>::value || IsOptional<T>::value)
      return &CodecOf<typename T::value_type>::value;
    else
      return nullptr;
  }
};

template <class T>
constexpr Codec CodecOf<T>::value{&Ops<T>::read,  &Ops<T>::write, &Ops<T>::schema,
                                  Ops<T>::kind(), Ops<T>::item(), IsOptional<T>::value};

/// Parses a body; throws Problem 400 when it is not JSON, gathers wrong fields otherwise.
void read_json(std::string_view text, void* out, const Codec& codec, FieldErrors& errors);

/// The parameters of a query as the members of a struct; repeated ones make a list.
void read_query(const std::vector<std::pair<std::string, std::string>>& query, void* out,
                const StructTable& table, FieldErrors& errors);

template <class T>
std::string to_json(const T& value) {
  std::string out;
  out.reserve(512);
  CodecOf<T>::value.write(out, &value);
  return out;
}

/// Reads JSON that this program has written itself (job payloads); a mismatch is a bug.
template <class T>
T from_json(std::string_view text) {
  T out{};
  FieldErrors errors(FieldErrors::Writer::this_program);
  read_json(text, &out, CodecOf<T>::value, errors);
  errors.refuse();
  return out;
}

}  // namespace expogate::wire
