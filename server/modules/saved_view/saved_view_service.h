#pragma once
#include <vector>

#include "base/caller.h"
#include "platform/db/database.h"
#include "saved_view/saved_view.h"

namespace expogate::saved_view {

/// Everybody's own views; nobody sees another's.
class SavedViewService {
 public:
  SavedViewService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  std::vector<SavedView> list_views(const Caller& caller, const std::string& list);
  /// Behind the others of its list.
  SavedView add_view(const Caller& caller, const std::string& list, const std::string& name,
                     const std::string& query);
  SavedView change_view(const Caller& caller, const SavedViewId& id, const std::string& name,
                        const std::string& query, int position, std::int64_t version);
  void remove_view(const Caller& caller, const SavedViewId& id);

 private:
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::saved_view
