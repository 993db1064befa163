#include "edition/edition_view.h"

namespace expogate::edition {

EditionSummary summary(const Edition& e) {
  return {e.id, e.number, e.name_zh, e.name_en, e.state, e.invitation_code_use, e.replaced_id};
}

}  // namespace expogate::edition
