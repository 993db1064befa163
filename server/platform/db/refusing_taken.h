#pragma once
#include <string>

#include "base/error.h"
#include "platform/db/error.h"

namespace expogate::db {

/// Runs a write; when the unique index whose name or columns hold `index_word` refuses its row, names the
/// field with its words. Any other fault goes through: it would be told about the wrong field.
template <class Write>
auto refusing_taken(const char* index_word, const char* field, const ErrorCode& taken, Write&& write) {
  try {
    return write();
  } catch (const Error& error) {
    bool is_ours = error.fault() == Fault::unique && error.constraint().find(index_word) != std::string::npos;
    if (is_ours) throw ValidationError(field, taken);
    throw;
  }
}

}  // namespace expogate::db
