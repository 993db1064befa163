#pragma once
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_text.h"
#include "platform/db/error.h"
#include "platform/db/param.h"

namespace expogate::db {

/// The row at hand; valid only inside the callback that receives it.
class Row {
 public:
  virtual int columns() const = 0;
  virtual std::string_view name(int column) const = 0;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual double real(int column) const = 0;
  virtual std::string_view text(int column) const = 0;

 protected:
  ~Row() = default;
};

/// Which column holds which member, worked out once per prepared statement and row type.
struct ColumnMap {
  const void* row_type = nullptr;
  std::vector<int> column_of;
};

[[noreturn]] inline void fail_row(std::string_view what, std::string_view column) {
  throw Error(Fault::other, std::string(what) + " " + std::string(column));
}

template <class T>
T decode(const Row& row, int column) {
  if constexpr (IsOptional<T>::value) {
    if (row.is_null(column)) return std::nullopt;
    return decode<typename T::value_type>(row, column);
  } else {
    if (row.is_null(column)) fail_row("unexpected NULL in column", row.name(column));
    if constexpr (std::is_same_v<T, bool>) {
      return row.integer(column) != 0;
    } else if constexpr (std::is_same_v<T, Instant>) {
      return Instant{row.integer(column)};
    } else if constexpr (std::is_same_v<T, CivilDate> || IsId<T>::value) {
      return T{std::string(row.text(column))};
    } else if constexpr (std::is_integral_v<T>) {
      return T(row.integer(column));
    } else if constexpr (std::is_floating_point_v<T>) {
      return T(row.real(column));
    } else if constexpr (std::is_enum_v<T>) {
      auto value = enum_value<T>(std::string(row.text(column)));
      if (!value) fail_row("unknown word in column", row.name(column));
      return *value;
    } else {
      return T(row.text(column));
    }
  }
}

template <class T>
using MembersOf =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
void map_columns(const Row& row, ColumnMap& map) {
  map.column_of.clear();
  boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
    int found = -1;
    for (int c = 0; c < row.columns(); ++c)
      if (row.name(c) == member.name) found = c;
    if (found < 0) fail_row("no column for member", member.name);
    map.column_of.push_back(found);
  });
}

/// A described struct takes every member from the column of the same name; any other type takes the first
/// column.
template <class T>
T decode_row(const Row& row, ColumnMap& map) {
  if constexpr (boost::describe::has_describe_members<T>::value && !IsId<T>::value) {
    static const char type_mark = 0;
    if (map.row_type != &type_mark) {
      map_columns<T>(row, map);
      map.row_type = &type_mark;
    }
    T out{};
    std::size_t i = 0;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
      using Member = std::remove_reference_t<decltype(out.*member.pointer)>;
      out.*member.pointer = decode<Member>(row, map.column_of[i++]);
    });
    return out;
  } else {
    return decode<T>(row, 0);
  }
}

}  // namespace expogate::db
