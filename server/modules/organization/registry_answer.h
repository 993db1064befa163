#pragma once
#include <optional>
#include <string>

#include "base/enum_text.h"
#include "base/id.h"
#include "base/time.h"
#include "platform/db/tx.h"
#include "platform/registry/registry.h"

/// What the public register said of an organization's code, where one is configured (ORG-05).
namespace expogate::organization {

enum class RegistryStanding {
  confirms,  ///< the code belongs to the typed name, and is in force
  name_differs,
  ceased,   ///< cancelled, revoked or dissolved
  unknown,  ///< the register has no such code
};
BOOST_DESCRIBE_ENUM(RegistryStanding, confirms, name_differs, ceased, unknown)

struct RegistryAnswer {
  OrganizationId organization_id;
  std::string uscc;  ///< that was asked for
  RegistryStanding standing = RegistryStanding::unknown;
  std::string name;  ///< as the register has it
  Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(RegistryAnswer, (), (organization_id, uscc, standing, name, asked_at))

/// How a record stands to what was typed; spelling of brackets, spaces and width does not matter.
RegistryStanding standing_of(const RegistryRecord& record, const std::string& typed_name);

namespace store {
void keep_registry_answer(db::Tx& tx, const RegistryAnswer& answer);
std::optional<RegistryAnswer> find_registry_answer(db::Tx& tx, const OrganizationId& organization);
}  // namespace store

}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::RegistryStanding> = std::to_array<EnumLabel>({
    {"confirms", "代码与名称一致，存续", "USCC and name match, active"},
    {"name_differs", "该代码登记的是其他名称", "The USCC is registered under a different name"},
    {"ceased", "已注销或吊销", "Deregistered or revoked"},
    {"unknown", "查无此代码", "No such USCC"},
});
}  // namespace expogate
