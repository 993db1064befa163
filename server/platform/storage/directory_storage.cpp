#include "platform/storage/directory_storage.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/id.h"

namespace expogate {
namespace {

constexpr std::size_t name_digits = 32;
constexpr std::size_t folders_size = 6;  // "3f/a9/"
constexpr std::size_t copied_at_once = 256 * 1024;

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> extensions{{
    {"image/jpeg", ".jpg"},
    {"image/png", ".png"},
    {"application/pdf", ".pdf"},
    {"application/zip", ".zip"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
}};

std::string_view extension_of(std::string_view content_type) {
  for (auto& [type, extension] : extensions)
    if (type == content_type) return extension;
  return "";
}

[[noreturn]] void give_up(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void require(bool is_done, const char* what) {
  if (!is_done) give_up(what);
}

/// A file descriptor that is closed in the end; negative when the opening failed.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

/// The parts of a key that has exactly our form: whatever else comes from outside never meets the file
/// system.
struct Key {
  std::string first, second, name;

  static std::optional<Key> parse(std::string_view text) {
    if (text.size() < folders_size + name_digits || text[2] != '/' || text[5] != '/') return std::nullopt;
    auto name = text.substr(folders_size), digits = name.substr(0, name_digits),
         rest = name.substr(name_digits);
    bool is_hex = digits.find_first_not_of("0123456789abcdef") == digits.npos;
    bool is_ours = rest.empty() || std::any_of(extensions.begin(), extensions.end(),
                                               [&](auto& known) { return known.second == rest; });
    if (!is_hex || !is_ours || text.substr(0, 2) != name.substr(0, 2) ||
        text.substr(3, 2) != name.substr(2, 2))
      return std::nullopt;
    return Key{std::string(text.substr(0, 2)), std::string(text.substr(3, 2)), std::string(name)};
  }

  std::string text() const { return first + "/" + second + "/" + name; }
};

bool is_absent() {
  return errno == ENOENT;
}

// No symbolic link is ever followed: not by a folder, not by a file.
Descriptor open_folder(int parent, const std::string& name) {
  return Descriptor(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Descriptor make_folder(int parent, const std::string& name) {
  if (::mkdirat(parent, name.c_str(), 0700) == 0)
    require(::fsync(parent) == 0, "the new folder cannot be kept");
  else
    require(errno == EEXIST, "no folder can be made in the file store");
  auto folder = open_folder(parent, name);
  require(bool(folder), "a folder of the file store cannot be opened");
  return folder;
}

/// The folder of a key; without one, neither is there a file.
std::optional<Descriptor> find_folder(int root, const Key& key) {
  auto first = open_folder(root, key.first);
  auto second = first ? open_folder(first.number(), key.second) : Descriptor(-1);
  if (second) return second;
  require(is_absent(), "a folder of the file store cannot be opened");
  return std::nullopt;
}

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    require(written >= 0, "the file store cannot be written");
    bytes.remove_prefix(std::size_t(written));
  }
}

/// An open file of the disk, whoever gives it another name or none meanwhile.
class OpenFile final : public ByteSource {
 public:
  explicit OpenFile(Descriptor file) : file_(std::move(file)) {
    struct stat state;
    require(::fstat(file_.number(), &state) == 0, "a stored file cannot be read");
    size_ = std::uint64_t(state.st_size);
  }
  std::uint64_t size() const override { return size_; }
  std::size_t read(char* to, std::size_t most) override {
    for (;;) {
      auto count = ::read(file_.number(), to, most);
      if (count < 0 && errno == EINTR) continue;
      require(count >= 0, "a stored file cannot be read");
      return std::size_t(count);
    }
  }

 private:
  Descriptor file_;
  std::uint64_t size_;
};

std::string read_all(ByteSource& source) {
  std::string bytes(source.size(), '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    auto count = source.read(bytes.data() + done, bytes.size() - done);
    if (count == 0) throw std::runtime_error("a stored file ended early");
    done += count;
  }
  return bytes;
}

void copy_all(ByteSource& source, int file) {
  std::string piece(copied_at_once, '\0');
  while (auto count = source.read(piece.data(), piece.size()))
    write_all(file, std::string_view(piece).substr(0, count));
}

/// Complete and on the disk under a passing name first, so that the real name never stands for half a file.
void write_durably(int folder, const std::string& name, const std::function<void(int file)>& write) {
  auto part = name + ".part";
  Descriptor file(::openat(folder, part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  require(bool(file), "no file can be made in the file store");
  try {
    write(file.number());
    require(::fsync(file.number()) == 0, "the file store cannot keep a file");
    require(::renameat(folder, part.c_str(), folder, name.c_str()) == 0, "a stored file cannot get its name");
    require(::fsync(folder) == 0, "the file store cannot keep a name");
  } catch (...) {
    ::unlinkat(folder, part.c_str(), 0);
    throw;
  }
}

}  // namespace

DirectoryStorage::DirectoryStorage(const std::filesystem::path& root) {
  std::filesystem::create_directories(root);
  root_ = ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  require(root_ >= 0, "the file store cannot be opened");
}

DirectoryStorage::~DirectoryStorage() {
  ::close(root_);
}

std::string DirectoryStorage::put_written(std::string_view content_type,
                                          const std::function<void(int file)>& write) {
  auto digits = random_hex(name_digits / 2);
  Key key{digits.substr(0, 2), digits.substr(2, 2), digits + std::string(extension_of(content_type))};
  auto first = make_folder(root_, key.first);
  auto second = make_folder(first.number(), key.second);
  write_durably(second.number(), key.name, write);
  return key.text();
}

std::string DirectoryStorage::put(std::string_view bytes, std::string_view content_type) {
  return put_written(content_type, [&](int file) { write_all(file, bytes); });
}

std::string DirectoryStorage::put_file(const std::filesystem::path& path, std::string_view content_type) {
  Descriptor from(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  require(bool(from), "the file to be stored cannot be opened");
  OpenFile source(std::move(from));
  return put_written(content_type, [&](int file) { copy_all(source, file); });
}

std::unique_ptr<ByteSource> DirectoryStorage::open(std::string_view text) const {
  auto key = Key::parse(text);
  auto folder = key ? find_folder(root_, *key) : std::nullopt;
  if (!folder) return nullptr;
  Descriptor file(::openat(folder->number(), key->name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  if (file) return std::make_unique<OpenFile>(std::move(file));
  require(is_absent(), "a stored file cannot be opened");
  return nullptr;
}

std::optional<std::string> DirectoryStorage::get(std::string_view text) const {
  auto source = open(text);
  if (!source) return std::nullopt;
  return read_all(*source);
}

bool DirectoryStorage::exists(std::string_view text) const {
  auto key = Key::parse(text);
  auto folder = key ? find_folder(root_, *key) : std::nullopt;
  return folder && ::faccessat(folder->number(), key->name.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

namespace {

/// The names in a folder of the store, but not `.` and `..`.
std::vector<std::string> names_in(int folder) {
  auto copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  require(copy >= 0, "a folder of the file store cannot be opened");
  std::unique_ptr<DIR, int (*)(DIR*)> list(::fdopendir(copy), ::closedir);
  require(list != nullptr, "a folder of the file store cannot be read");
  std::vector<std::string> names;
  while (auto* entry = ::readdir(list.get()))
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  return names;
}

bool is_older(int folder, const std::string& name, std::int64_t unix_seconds) {
  struct stat state;
  return ::fstatat(folder, name.c_str(), &state, AT_SYMLINK_NOFOLLOW) == 0 && state.st_mtime < unix_seconds;
}

}  // namespace

void DirectoryStorage::each_key_before(std::int64_t unix_seconds,
                                       const std::function<void(const std::string& key)>& see) const {
  for (auto& first : names_in(root_)) {
    auto outer = open_folder(root_, first);
    if (!outer) continue;  // no folder of ours
    for (auto& second : names_in(outer.number())) {
      auto inner = open_folder(outer.number(), second);
      if (!inner) continue;
      for (auto& name : names_in(inner.number())) {
        if (!is_older(inner.number(), name, unix_seconds)) continue;
        auto key = Key::parse(first + "/" + second + "/" + name);
        if (key)
          see(key->text());
        else if (name.ends_with(".part"))
          ::unlinkat(inner.number(), name.c_str(), 0);
      }
    }
  }
}

bool DirectoryStorage::remove(std::string_view text) {
  auto key = Key::parse(text);
  auto folder = key ? find_folder(root_, *key) : std::nullopt;
  if (!folder) return false;
  if (::unlinkat(folder->number(), key->name.c_str(), 0) == 0) {
    require(::fsync(folder->number()) == 0, "the file store cannot keep a removal");
    return true;
  }
  require(is_absent(), "a stored file cannot be removed");
  return false;
}

}  // namespace expogate
