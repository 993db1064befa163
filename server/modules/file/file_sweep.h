#pragma once
#include <string>
#include <vector>

#include "file/file_service.h"
#include "platform/storage/storage_listing.h"

namespace expogate::file {

/// Looks for what should be gone: for the erasure report and for operators (RET-02).
class FileSweep {
 public:
  FileSweep(db::Database& database, const Clock& clock, FileService& files, const StorageListing& storage)
      : database_(database), clock_(clock), files_(files), storage_(storage) {}

  /// Files whose time is over and whose bytes are still there.
  std::int64_t count_leaving();
  /// All of them go.
  void remove_leaving();
  /// What the store holds for longer than an hour and no row knows: a crash came between the two.
  std::vector<std::string> list_unowned();

 private:
  db::Database& database_;
  const Clock& clock_;
  FileService& files_;
  const StorageListing& storage_;
};

}  // namespace expogate::file
