#pragma once
#include <boost/describe/class.hpp>
#include <string>

#include "base/error.h"
#include "base/id.h"

/// 常用筛选: the filters of a list under a name, for the account that saved them.
namespace expogate::saved_view {

using SavedViewId = Id<struct SavedViewNoun>;

struct SavedView {
  SavedViewId id;
  std::string list;  ///< `organizations`: a word of the screen
  std::string name;
  std::string query;  ///< the address's query that opens the list so
  int position = 0;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(SavedView, (), (id, list, name, query, position, version))

constexpr int most_views = 30;

inline const ErrorCode saved_view_too_many{
    "saved_view.too_many", "每个列表最多保存 {most} 个常用筛选，请先删除不用的",
    "Maximum {most} saved views per list; please delete one you no longer use"};
inline const ErrorCode saved_view_name_taken{"saved_view.name_taken", "此列表已有同名的常用筛选",
                                             "This list already has a saved view with this name"};
inline const ErrorCode saved_view_list_wrong{
    "saved_view.list_wrong", "列表名只能由小写字母和下划线组成",
    "The list name may contain lower-case letters and underscores only"};

/// What is wrong with the name of a list; null when nothing is.
const ErrorCode* why_no_list(const std::string& list);

}  // namespace expogate::saved_view
