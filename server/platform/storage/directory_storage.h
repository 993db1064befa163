#pragma once
#include <functional>

#include "platform/storage/storage.h"
#include "platform/storage/storage_listing.h"

namespace expogate {

/// Files in a folder of this machine, spread over two levels of folders: `3f/a9/3fa9….jpg`. A file that ends
/// in
/// `.part` was interrupted by a crash; nothing refers to it.
class DirectoryStorage final : public Storage, public StorageListing {
 public:
  /// Makes the folder when it is missing.
  explicit DirectoryStorage(const std::filesystem::path& root);
  ~DirectoryStorage() override;
  DirectoryStorage(const DirectoryStorage&) = delete;
  DirectoryStorage& operator=(const DirectoryStorage&) = delete;

  std::string put(std::string_view bytes, std::string_view content_type) override;
  std::string put_file(const std::filesystem::path& file, std::string_view content_type) override;
  std::optional<std::string> get(std::string_view key) const override;
  std::unique_ptr<ByteSource> open(std::string_view key) const override;
  bool exists(std::string_view key) const override;
  bool remove(std::string_view key) override;
  /// Half files that a crash left behind go on the way.
  void each_key_before(std::int64_t unix_seconds,
                       const std::function<void(const std::string& key)>& see) const override;

 private:
  std::string put_written(std::string_view content_type, const std::function<void(int file)>& write);
  int root_;  ///< descriptor: the folder stays ours even if its name is given to another
};

}  // namespace expogate
