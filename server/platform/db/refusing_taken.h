#pragma once
#include <string>

#include "base/error.h"
#include "platform/db/error.h"

namespace expogate::db {

/// Runs a write; when the unique index whose name or columns hold `index_word` refuses its row, answers with
/// `refusal`. Any other fault goes through: it would be told in the wrong words.
template <class Refused, class Write>
auto refusing_taken(const char* index_word, const Refused& refusal, Write&& write) {
  try {
    return write();
  } catch (const Error& error) {
    bool is_ours = error.fault() == Fault::unique && error.constraint().find(index_word) != std::string::npos;
    if (is_ours) throw refusal;
    throw;
  }
}

/// The same, told at the field that holds what is taken.
template <class Write>
auto refusing_taken(const char* index_word, const char* field, const ErrorCode& taken, Write&& write) {
  return refusing_taken(index_word, ValidationError(field, taken), write);
}

}  // namespace expogate::db
