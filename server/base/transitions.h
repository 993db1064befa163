#pragma once
#include <array>
#include <cstddef>
#include <optional>

namespace expogate {

/// One line of a state table: in state `from`, `action` leads to `to`.
template <class State, class Action>
struct Transition {
  State from;
  Action action;
  State to;
};

/// Where an action leads from a state; nothing when the table does not allow it.
template <class State, class Action, std::size_t N>
constexpr std::optional<State> next_state(const std::array<Transition<State, Action>, N>& table, State from,
                                          Action action) {
  for (auto& line : table)
    if (line.from == from && line.action == action) return line.to;
  return std::nullopt;
}

/// A table in which a state and an action appear twice has no single meaning.
template <class State, class Action, std::size_t N>
constexpr bool has_no_duplicates(const std::array<Transition<State, Action>, N>& table) {
  for (std::size_t i = 0; i < N; ++i)
    for (std::size_t j = i + 1; j < N; ++j)
      if (table[i].from == table[j].from && table[i].action == table[j].action) return false;
  return true;
}

}  // namespace expogate
