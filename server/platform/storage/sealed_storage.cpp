#include "platform/storage/sealed_storage.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "base/id.h"
#include "platform/crypto/aes_gcm.h"
#include "platform/crypto/random_bytes.h"

namespace expogate {
namespace {

constexpr std::string_view magic = "EXS1";
constexpr std::size_t prefix_size = 8, head_size = magic.size() + prefix_size, chunk_size = 64 * 1024,
                      sealed_chunk_size = chunk_size + aes_gcm::tag_size;

/// As many bytes as asked for, or as the source still has.
std::size_t read_fully(ByteSource& source, char* to, std::size_t most) {
  std::size_t have = 0;
  while (have < most) {
    auto count = source.read(to + have, most - have);
    if (count == 0) break;
    have += count;
  }
  return have;
}

std::string nonce_of(std::string_view prefix, std::uint32_t number) {
  std::string nonce(prefix);
  for (int shift = 24; shift >= 0; shift -= 8) nonce += char(number >> shift & 0xff);
  return nonce;
}

std::string_view context_of(bool is_last) {
  return is_last ? "stored file, last chunk" : "stored file, chunk";
}

/// Chunk by chunk to whoever writes them down; an empty file is one empty chunk.
class Sealer {
 public:
  explicit Sealer(const std::string& key) : key_(key), prefix_(random_bytes(prefix_size)) {}
  std::string head() const { return std::string(magic) + prefix_; }
  std::string seal(std::string_view chunk, bool is_last) {
    return aes_gcm::seal(key_, nonce_of(prefix_, number_++), context_of(is_last), chunk);
  }

 private:
  const std::string& key_;
  std::string prefix_;
  std::uint32_t number_ = 0;
};

/// What another source holds, decrypted on the way; whoever has changed it gets nothing but a fault.
class UnsealedSource final : public ByteSource {
 public:
  UnsealedSource(std::unique_ptr<ByteSource> inner, std::string head, const std::string& key)
      : inner_(std::move(inner)), key_(key), prefix_(head.substr(magic.size())) {
    auto sealed = inner_->size() - head_size;
    chunks_ = std::max<std::uint64_t>(1, (sealed + sealed_chunk_size - 1) / sealed_chunk_size);
    if (sealed < chunks_ * aes_gcm::tag_size) throw std::runtime_error("a stored file was cut");
    size_ = sealed - chunks_ * aes_gcm::tag_size;
  }

  std::uint64_t size() const override { return size_; }

  std::size_t read(char* to, std::size_t most) override {
    if (at_ == chunk_.size() && !next()) return 0;
    auto count = std::min(most, chunk_.size() - at_);
    std::copy_n(chunk_.data() + at_, count, to);
    at_ += count;
    return count;
  }

 private:
  bool next() {
    if (number_ == chunks_) return false;
    std::string sealed(sealed_chunk_size, '\0');
    sealed.resize(read_fully(*inner_, sealed.data(), sealed.size()));
    bool is_last = number_ + 1 == chunks_;
    auto opened = aes_gcm::open(key_, nonce_of(prefix_, std::uint32_t(number_)), context_of(is_last), sealed);
    if (!opened) throw std::runtime_error("a stored file was changed, or its key is another");
    ++number_;
    chunk_ = std::move(*opened);
    at_ = 0;
    return !chunk_.empty();
  }

  std::unique_ptr<ByteSource> inner_;
  const std::string& key_;
  std::string prefix_, chunk_;
  std::size_t at_ = 0;
  std::uint64_t chunks_ = 0, number_ = 0, size_ = 0;
};

std::string read_all(ByteSource& source) {
  std::string bytes(source.size(), '\0');
  if (read_fully(source, bytes.data(), bytes.size()) < bytes.size())
    throw std::runtime_error("a stored file was cut");
  return bytes;
}

/// Gone again whatever happens.
struct TemporaryFile {
  std::filesystem::path path;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }
};

}  // namespace

SealedStorage::SealedStorage(std::unique_ptr<Storage> inner, std::string key,
                             std::filesystem::path working_folder)
    : inner_(std::move(inner)), key_(std::move(key)), working_folder_(std::move(working_folder)) {}

std::string SealedStorage::put(std::string_view bytes, std::string_view content_type) {
  Sealer sealer(key_);
  auto sealed = sealer.head();
  sealed.reserve(head_size + bytes.size() + (bytes.size() / chunk_size + 1) * aes_gcm::tag_size);
  for (std::size_t from = 0; from == 0 || from < bytes.size(); from += chunk_size)
    sealed += sealer.seal(bytes.substr(from, chunk_size), from + chunk_size >= bytes.size());
  return inner_->put(sealed, content_type);
}

std::string SealedStorage::put_file(const std::filesystem::path& file, std::string_view content_type) {
  std::filesystem::create_directories(working_folder_);
  TemporaryFile temporary{working_folder_ / ("sealed-" + random_hex(8))};
  std::ifstream in(file, std::ios::binary);
  std::ofstream out(temporary.path, std::ios::binary);
  auto size = std::filesystem::file_size(file);
  Sealer sealer(key_);
  out << sealer.head();
  std::string chunk(chunk_size, '\0');
  for (std::uint64_t from = 0; from == 0 || from < size; from += chunk_size) {
    in.read(chunk.data(), std::streamsize(chunk_size));
    out << sealer.seal(std::string_view(chunk.data(), std::size_t(in.gcount())), from + chunk_size >= size);
  }
  out.close();
  if (in.bad() || !out) throw std::runtime_error("a file could not be encrypted");
  return inner_->put_file(temporary.path, content_type);
}

std::unique_ptr<ByteSource> SealedStorage::open(std::string_view key) const {
  auto source = inner_->open(key);
  if (!source || source->size() < head_size) return source;
  std::string head(head_size, '\0');
  if (read_fully(*source, head.data(), head_size) < head_size)
    throw std::runtime_error("a stored file was cut");
  if (!head.starts_with(magic)) return inner_->open(key);
  return std::make_unique<UnsealedSource>(std::move(source), head, key_);
}

std::optional<std::string> SealedStorage::get(std::string_view key) const {
  auto source = open(key);
  if (!source) return std::nullopt;
  return read_all(*source);
}

}  // namespace expogate
