#include "file/file_sweep.h"

#include <algorithm>
#include <ctime>
#include <iterator>

#include "file/file_store.h"

namespace expogate::file {

std::int64_t FileSweep::count_leaving() {
  return database_.read([&](db::Tx& tx) { return store::count_expired(tx, clock_.now()); });
}

void FileSweep::remove_leaving() {
  while (count_leaving() > 0) files_.remove_expired();
}

std::vector<std::string> FileSweep::list_unowned() {
  std::vector<std::string> stored, unowned;
  auto an_hour_ago = std::time(nullptr) - 3600;  // of the machine, which dates the files
  storage_.each_key_before(an_hour_ago, [&](const std::string& key) { stored.push_back(key); });
  std::sort(stored.begin(), stored.end());
  auto owned = database_.read([](db::Tx& tx) { return store::list_storage_keys(tx); });
  std::sort(owned.begin(), owned.end());
  std::set_difference(stored.begin(), stored.end(), owned.begin(), owned.end(), std::back_inserter(unowned));
  return unowned;
}

}  // namespace expogate::file
