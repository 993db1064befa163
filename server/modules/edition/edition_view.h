#pragma once
#include "edition/edition.h"

namespace expogate::edition {

/// An edition in one line: for the selector, and beside an account.
struct EditionSummary {
  EditionId id;
  int number = 0;
  std::string name_zh, name_en;
  EditionState state = EditionState::current;
  InvitationCodeUse invitation_code_use = InvitationCodeUse::overseas;
  std::optional<EditionId> replaced_id;
};
BOOST_DESCRIBE_STRUCT(EditionSummary, (),
                      (id, number, name_zh, name_en, state, invitation_code_use, replaced_id))

EditionSummary summary(const Edition& edition);

}  // namespace expogate::edition
