#include "order/holdings.h"

namespace expogate::order {
namespace {

using namespace erasure;

constexpr Spine all{"orders", "orders", "id", "edition_id = $1"};

}  // namespace

Holdings holdings() {
  Holding documents{Kind::identity, &all, "order_items", "order_id"};
  documents.columns = {{"document_masked", "''"}};
  documents.person = "attendee_id";

  // What was paid for how many stays in the books; for whom does not.
  Holding names{Kind::person, &all, "order_items", "order_id"};
  names.columns = {{"name_zh", "'已清除'"}, {"name_en", "'Erased'"}};
  names.person = "attendee_id";

  return {{documents, names},
          {{"orders", "id edition_id number organization_id state channel created_by"},
           {"order_items",
            "order_id attendee_id attendee_number badge_type collection entry_option_zh entry_option_en"}}};
}

}  // namespace expogate::order
