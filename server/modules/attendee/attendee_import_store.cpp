#include "attendee/attendee_import_service.h"
#include "platform/db/list_query.h"

namespace expogate::attendee::store {

std::set<std::string> list_registered_documents(db::Tx& tx, const EditionId& edition,
                                                const std::vector<std::string>& indexes) {
  if (indexes.empty()) return {};
  db::ListQuery query("attendees a",
                      "a.document_index || ' ' || case when a.document_type = 'passport' then "
                      "coalesce(a.nationality_code, '') else '' end");
  query.where("a.edition_id = ?", edition)
      .where("a.state <> 'voided'")
      .where_in("a.document_index", indexes)
      .order_by("", {}, "a.document_index", "a.document_index");
  auto found = query.all<std::string>(tx);
  return {found.begin(), found.end()};
}

}  // namespace expogate::attendee::store
