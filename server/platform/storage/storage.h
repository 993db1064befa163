#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"

namespace expogate {

/// Keeps files by a key that it chooses. Who may read a file, its name and its type are rows of the database;
/// here are only bytes. A store on several machines (S3 and its kin) can stand behind the same five promises:
///
/// 1. When `put` returns, the bytes survive a power cut; before that, nobody sees a part of them.
/// 2. A key cannot be guessed and says nothing of its owner. It is opaque: at most 64 characters of a-z, 0-9,
/// `/`, `.`.
/// 3. What a key names never changes. A new version is a new key.
/// 4. A text that is no key of this store names nothing; it is no error and reaches no other file.
/// 5. Any number of threads and processes may use one store. Trouble of the store itself is thrown.
class Storage {
 public:
  virtual ~Storage() = default;

  /// `content_type` is what the store would tell somebody who fetches the file without us.
  virtual std::string put(std::string_view bytes, std::string_view content_type) = 0;

  /// The same for a file that may be too large for memory; the file itself stays where it is.
  virtual std::string put_file(const std::filesystem::path& file, std::string_view content_type) = 0;

  virtual std::optional<std::string> get(std::string_view key) const = 0;

  /// To read it piece by piece; null when there is none. Once open, it can be read to its end although it is
  /// removed.
  virtual std::unique_ptr<ByteSource> open(std::string_view key) const = 0;

  virtual bool exists(std::string_view key) const = 0;

  /// False when there was nothing to remove.
  virtual bool remove(std::string_view key) = 0;
};

}  // namespace expogate
