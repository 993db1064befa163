#include "saved_view/saved_view.h"

namespace expogate::saved_view {

const ErrorCode* why_no_list(const std::string& list) {
  bool is_word = list.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == list.npos;
  return is_word ? nullptr : &saved_view_list_wrong;
}

}  // namespace expogate::saved_view
