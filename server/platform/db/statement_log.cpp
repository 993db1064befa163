#include "platform/db/statement_log.h"

#include <cstdlib>
#include <fstream>
#include <mutex>
#include <set>

namespace expogate::db {

std::string squeezed(std::string_view sql) {
  std::string out;
  for (char c : sql) {
    bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void log_statement(std::string_view sql) {
  static const char* path = std::getenv("EXPOGATE_STATEMENT_LOG");
  if (!path) return;
  static std::mutex mutex;
  static std::set<std::string> seen;
  auto text = squeezed(sql);
  std::lock_guard lock(mutex);
  if (!seen.insert(text).second) return;
  std::ofstream(path, std::ios::app) << text + "\n";
}

}  // namespace expogate::db
