#include "organization/registry_answer.h"

#include "platform/text/folding.h"

namespace expogate::organization {

RegistryStanding standing_of(const RegistryRecord& record, const std::string& typed_name) {
  if (!record.is_registered) return RegistryStanding::unknown;
  if (!record.is_active) return RegistryStanding::ceased;
  return folded_name(record.name) == folded_name(typed_name) ? RegistryStanding::confirms
                                                             : RegistryStanding::name_differs;
}

}  // namespace expogate::organization
