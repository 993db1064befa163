#include "file/file_store.h"

namespace expogate::file::store {

void add(db::Tx& tx, const File& f) {
  tx.exec(R"(
      insert into files (id, purpose, name, content_type, bytes, width, height, sha256, storage_key, uploaded_by, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
          f.id, f.purpose, f.name, f.content_type, f.bytes, f.width, f.height, f.sha256, f.storage_key,
          f.uploaded_by, f.created_at, f.expires_at);
}

std::optional<File> find(db::Tx& tx, const FileId& id) {
  return tx.one<File>(R"(
      select id, purpose, name, content_type, storage_key, sha256, bytes, width, height, uploaded_by, created_at, expires_at
      from files where id = $1 and removed_at is null)",
                      id);
}

bool change_expiry(db::Tx& tx, const FileId& id, std::optional<Instant> expires_at) {
  return tx.exec("update files set expires_at = $2 where id = $1 and removed_at is null", id, expires_at) ==
         1;
}

std::vector<LeavingFile> mark_expired(db::Tx& tx, Instant now, int limit) {
  return tx.query<LeavingFile>(R"(
      update files set removed_at = $1
      where id in (select id from files where expires_at <= $1 order by expires_at limit $2) and expires_at <= $1
      returning id, storage_key)",
                               now, limit);
}

std::int64_t count_expired(db::Tx& tx, Instant now) {
  return tx.value<std::int64_t>("select count(*) from files where expires_at <= $1", now);
}

std::vector<std::string> list_storage_keys(db::Tx& tx) {
  return tx.query<std::string>("select storage_key from files");
}

void remove(db::Tx& tx, const FileId& id) {
  tx.exec("delete from files where id = $1", id);
}

}  // namespace expogate::file::store
