#pragma once
#include <filesystem>

#include "app/config.h"
#include "platform/crypto/key_ring.h"

namespace expogate {

/// The key of the audit chain; like exact search it stays when the other keys rotate.
inline std::string audit_key(const KeyRing& ring) {
  return ring.derive("audit-chain");
}

/// Where this machine keeps the end of the chain, outside the database.
inline std::filesystem::path kept_audit_end(const Config& config) {
  return std::filesystem::path(config.data_folder) / "audit_end";
}

}  // namespace expogate
