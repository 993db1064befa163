#include "file/file_service.h"

#include "file/file_store.h"
#include "platform/crypto/digest.h"

namespace expogate::file {
namespace {

constexpr int removed_at_once = 100;

}  // namespace

File FileService::describe(const Caller& caller, const FileDescription& description) const {
  expect(db::JoinedWrite::current() == nullptr, "a file is added outside of a transaction");
  File file;
  auto now = clock_.now();
  file.id = new_id<FileId>(now);
  file.purpose = description.purpose;
  file.name = description.name;
  file.content_type = description.content_type;
  if (caller.is_signed_in()) file.uploaded_by = caller.account;
  file.created_at = now;
  file.expires_at = now + unkept_limit;
  return file;
}

File FileService::add(File file) {
  try {
    database_.write([&](db::Tx& tx) { store::add(tx, file); });
  } catch (const std::exception&) {
    storage_.remove(file.storage_key);
    throw;
  }
  return file;
}

File FileService::add_image(const Caller& caller, const std::string& purpose, const std::string& name,
                            std::string_view bytes, const ImageRules& rules, const std::string& field) {
  auto taken = take_in_image(bytes, rules);
  if (auto* refusal = std::get_if<ImageRefusal>(&taken)) throw refusal_of(field, *refusal, rules);
  auto& image = std::get<TakenImage>(taken);
  auto file = describe(caller, {purpose, name, "image/jpeg"});
  file.width = image.width;
  file.height = image.height;
  file.bytes = std::int64_t(image.jpeg.size());
  file.sha256 = sha256_hex(image.jpeg);
  file.storage_key = storage_.put(image.jpeg, file.content_type);
  return add(std::move(file));
}

File FileService::add_bytes(const Caller& caller, const FileDescription& description,
                            std::string_view bytes) {
  auto file = describe(caller, description);
  file.bytes = std::int64_t(bytes.size());
  file.sha256 = sha256_hex(bytes);
  file.storage_key = storage_.put(bytes, file.content_type);
  return add(std::move(file));
}

File FileService::add_path(const Caller& caller, const FileDescription& description,
                           const std::filesystem::path& path) {
  auto file = describe(caller, description);
  file.storage_key = storage_.put_file(path, file.content_type);
  auto stored = open(file);
  file.bytes = std::int64_t(stored->size());
  file.sha256 = sha256_hex(*stored);
  return add(std::move(file));
}

std::string FileService::get_bytes(const File& file) {
  auto bytes = storage_.get(file.storage_key);
  expect(bytes.has_value(), "a file that has a row has its bytes");
  return *std::move(bytes);
}

std::unique_ptr<ByteSource> FileService::open(const File& file) {
  auto source = storage_.open(file.storage_key);
  expect(source != nullptr, "a file that has a row has its bytes");
  return source;
}

std::optional<File> FileService::find(db::Tx& tx, const FileId& id) {
  return store::find(tx, id);
}

void FileService::keep(db::Tx& tx, const FileId& id) {
  if (!store::change_expiry(tx, id, std::nullopt)) throw Refusal(file_gone);
}

void FileService::release(db::Tx& tx, const FileId& id, Instant when) {
  store::change_expiry(tx, id, when);
}

void FileService::remove_expired() {
  auto leaving =
      database_.write([&](db::Tx& tx) { return store::mark_expired(tx, clock_.now(), removed_at_once); });
  for (auto& file : leaving) storage_.remove(file.storage_key);
  database_.write([&](db::Tx& tx) {
    for (auto& file : leaving) {
      facts_.publish(tx, FileExpired{file.id});
      store::remove(tx, file.id);
    }
  });
}

}  // namespace expogate::file
