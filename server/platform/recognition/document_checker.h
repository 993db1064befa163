#pragma once
#include <string_view>

#include "base/outcome.h"
#include "platform/recognition/document_finding.h"

namespace expogate {

/// Whether a PDF does anything but show itself. A failure: it could not be looked at.
class DocumentChecker {
 public:
  virtual ~DocumentChecker() = default;
  virtual Outcome<DocumentFinding> check(std::string_view pdf) = 0;
};

}  // namespace expogate
