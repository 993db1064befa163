#pragma once
#include "attendee/attendee.h"
#include "platform/db/error.h"

namespace expogate::attendee {

/// ATT-03: of two people with one document the second is refused, without a word about whose the first is.
template <class Write>
auto refusing_second(Write&& write) {
  try {
    return write();
  } catch (const db::Error& error) {
    bool is_ours =
        error.fault() == db::Fault::unique && error.constraint().find("document") != std::string::npos;
    if (is_ours) throw Refusal(attendee_elsewhere);
    throw;
  }
}

}  // namespace expogate::attendee
