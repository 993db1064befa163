#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "base/id.h"
#include "platform/db/tx.h"

namespace expogate::organization {

/// Who is registered with a code in an edition, rejected ones not counted: their name goes before whatever
/// others type for that code (ORG-02).
struct RegisteredName {
  std::string name_zh, name_en;
  std::optional<TradingGroupId> trading_group_id;
  const std::string& text() const { return name_zh.empty() ? name_en : name_zh; }
};
BOOST_DESCRIBE_STRUCT(RegisteredName, (), (name_zh, name_en, trading_group_id))

std::optional<RegisteredName> find_registered_name(db::Tx& tx, const EditionId& edition,
                                                   const std::string& uscc);

/// The same in a statement that has joined the organization as `o`; `otherwise` is what was typed.
std::string shown_name(std::string_view otherwise);

}  // namespace expogate::organization
