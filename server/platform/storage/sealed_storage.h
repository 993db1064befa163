#pragma once
#include "platform/storage/storage.h"

namespace expogate {

/// Encrypts what it gives to another store: portraits, licences, vouchers and made files are readable by
/// nobody who has the disk or the bucket alone.
///
/// A stored file is `EXS1`, 8 random bytes, and chunks of 64 KiB, each sealed by AES-256-GCM under its number
/// and whether it is the last: chunks cannot be changed, exchanged, left out or cut off. Files of before are
/// read as they are.
class SealedStorage final : public Storage {
 public:
  /// `key`: 32 bytes that stay as long as the files. `working_folder`: where large files are encrypted.
  SealedStorage(std::unique_ptr<Storage> inner, std::string key, std::filesystem::path working_folder);

  std::string put(std::string_view bytes, std::string_view content_type) override;
  std::string put_file(const std::filesystem::path& file, std::string_view content_type) override;
  std::optional<std::string> get(std::string_view key) const override;
  std::unique_ptr<ByteSource> open(std::string_view key) const override;
  bool exists(std::string_view key) const override { return inner_->exists(key); }
  bool remove(std::string_view key) override { return inner_->remove(key); }

 private:
  std::unique_ptr<Storage> inner_;
  std::string key_;
  std::filesystem::path working_folder_;
};

}  // namespace expogate
