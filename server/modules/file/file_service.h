#pragma once
#include <filesystem>
#include <memory>

#include "base/caller.h"
#include "file/file.h"
#include "platform/db/database.h"
#include "platform/facts/facts.h"
#include "platform/storage/storage.h"

namespace expogate::file {

/// A file that nothing kept is gone; whatever still names it must let go of it in this transaction.
struct FileExpired {
  FileId id;
};

/// Takes files in, gives them back, and removes those that belong to nothing. Adding writes to the disk, so
/// it is done before the transaction that keeps the file: a route that uploads is not `.idempotent()`, a file
/// added twice expires by itself.
class FileService {
 public:
  FileService(db::Database& database, const Clock& clock, const Facts& facts, Storage& storage)
      : database_(database), clock_(clock), facts_(facts), storage_(storage) {}

  /// A picture that somebody sent, made anew; what is wrong with it is said of `field`. It expires unless
  /// something keeps it.
  File add_image(const Caller& caller, const std::string& purpose, const std::string& name,
                 std::string_view bytes, const ImageRules& rules, const std::string& field = "file");
  /// What the system made itself.
  File add_bytes(const Caller& caller, const FileDescription& description, std::string_view bytes);
  File add_path(const Caller& caller, const FileDescription& description, const std::filesystem::path& path);

  std::string get_bytes(const File& file);
  /// To send a large one piece by piece.
  std::unique_ptr<ByteSource> open(const File& file);

  static std::optional<File> find(db::Tx& tx, const FileId& id);
  /// It belongs to something now. Refuses when it has expired meanwhile.
  static void keep(db::Tx& tx, const FileId& id);
  /// It is nobody's any more and goes at that moment.
  static void release(db::Tx& tx, const FileId& id, Instant when);

  /// Periodic. A file is marked first, then its bytes go, then its row: whatever interrupts it, the next turn
  /// goes on.
  void remove_expired();

 private:
  File describe(const Caller& caller, const FileDescription& description) const;
  File add(File file);
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  Storage& storage_;
};

}  // namespace expogate::file
