#pragma once
#include <string>

#include "base/enum_text.h"
#include "base/identity_document.h"
#include "base/outcome.h"

namespace expogate {

/// What somebody says of oneself.
struct IdentityClaim {
  std::string name;
  DocumentType document_type = DocumentType::resident_id;
  std::string document_number;
};

/// What a provider says of it.
enum class IdentityFinding {
  matched,           ///< the document is in force and belongs to that name
  name_differs,      ///< it belongs to another name
  no_such_document,  ///< nobody has it
  document_invalid,  ///< cancelled, lost or expired
  not_covered,       ///< this kind of document cannot be checked there
};
BOOST_DESCRIBE_ENUM(IdentityFinding, matched, name_differs, no_such_document, document_invalid, not_covered)

/// Somebody who knows whether names and documents belong together (ATT-09).
class IdentityProvider {
 public:
  virtual ~IdentityProvider() = default;
  /// The reason of a failure holds nothing of the claim: it is written down and logged.
  virtual Outcome<IdentityFinding> check(const IdentityClaim& claim) = 0;
};

template <>
inline constexpr auto enum_labels<IdentityFinding> = std::to_array<EnumLabel>({
    {"matched", "姓名与证件一致", "Name and document match"},
    {"name_differs", "姓名与证件不一致", "Name and document do not match"},
    {"no_such_document", "查无此证件", "No such document on record"},
    {"document_invalid", "证件已失效", "The document is no longer valid"},
    {"not_covered", "该证件类型不支持在线验证", "This document type cannot be checked online"},
});

}  // namespace expogate
