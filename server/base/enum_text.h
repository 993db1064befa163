#pragma once
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace expogate {

/// The text of an enumerator in the database and on the wire: its own name.
template <class E>
std::string_view enum_name(E value) {
  return boost::describe::enum_to_string(value, "");
}

template <class E>
std::optional<E> enum_value(const std::string& name) {
  E value{};
  if (boost::describe::enum_from_string(name.c_str(), value)) return value;
  return std::nullopt;
}

/// The words on the screen for one enumerator.
struct EnumLabel {
  std::string_view name, zh, en;
  std::string_view words(Locale locale) const { return locale == Locale::en ? en : zh; }
};

/// Specialised beside an enum to give its labels, in the order of its enumerators:
///   template <> inline constexpr auto enum_labels<Role> = std::to_array<EnumLabel>({…});
/// OpenAPI carries them as `x-labels`, and the web takes its words from there.
template <class E>
inline constexpr auto enum_labels = nullptr;

template <class E>
std::string_view enum_words(E value, Locale locale) {
  for (auto& label : enum_labels<E>)
    if (label.name == enum_name(value)) return label.words(locale);
  return enum_name(value);
}

}  // namespace expogate
