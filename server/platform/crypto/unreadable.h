#pragma once
#include <string>
#include <utility>

#include "platform/crypto/field_cipher.h"

namespace expogate {

/// What stands in a list for a value whose key is gone or that was damaged: one row never stops all others.
inline const std::string unreadable = "\uFFFD";

/// What `read` opens, or the mark.
template <class Read>
std::string readable(Read&& read) {
  try {
    return std::forward<Read>(read)();
  } catch (const CannotOpen&) {
    return unreadable;
  }
}

}  // namespace expogate
