#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/enum_text.h"
#include "base/id.h"
#include "base/time.h"

namespace expogate::db {

/// One bound value of a statement. Text is not copied: it must live until the statement has run.
using Param = std::variant<std::nullptr_t, std::int64_t, double, bool, std::string_view>;
using Params = std::span<const Param>;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
struct IsId : std::false_type {};
template <class Noun>
struct IsId<Id<Noun>> : std::true_type {};

template <class T>
Param to_param(const T& value) {
  if constexpr (IsOptional<T>::value) {
    return value ? to_param(*value) : Param(nullptr);
  } else if constexpr (std::is_same_v<T, bool>) {
    return value;
  } else if constexpr (std::is_same_v<T, Instant>) {
    return value.ms;
  } else if constexpr (std::is_same_v<T, CivilDate> || IsId<T>::value) {
    return std::string_view(value.text);
  } else if constexpr (std::is_integral_v<T>) {
    return std::int64_t(value);
  } else if constexpr (std::is_floating_point_v<T>) {
    return double(value);
  } else if constexpr (std::is_enum_v<T>) {
    return enum_name(value);
  } else if constexpr (std::is_same_v<T, std::nullptr_t> || std::is_same_v<T, Param>) {
    return value;
  } else {
    return std::string_view(value);
  }
}

}  // namespace expogate::db
