#pragma once
#include <vector>

#include "file/file.h"
#include "platform/db/tx.h"

namespace expogate::file::store {

/// A file whose bytes are going.
struct LeavingFile {
  FileId id;
  std::string storage_key;
};
BOOST_DESCRIBE_STRUCT(LeavingFile, (), (id, storage_key))

void add(db::Tx& tx, const File& file);
std::optional<File> find(db::Tx& tx, const FileId& id);
/// False when the file is gone or going.
bool change_expiry(db::Tx& tx, const FileId& id, std::optional<Instant> expires_at);
/// From now on nobody finds them, and nothing can keep them any more. Those that an earlier call marked and
/// nobody finished are among them.
std::vector<LeavingFile> mark_expired(db::Tx& tx, Instant now, int limit);
void remove(db::Tx& tx, const FileId& id);
std::int64_t count_expired(db::Tx& tx, Instant now);
std::vector<std::string> list_storage_keys(db::Tx& tx);

}  // namespace expogate::file::store
