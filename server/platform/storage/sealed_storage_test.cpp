#include "platform/storage/sealed_storage.h"

#include <gtest/gtest.h>

#include <fstream>

#include "platform/storage/directory_storage.h"
#include "testing/temporary_folder.h"

namespace expogate {
namespace {

class SealedStorageTest : public testing::Test {
 protected:
  std::unique_ptr<Storage> plain() { return std::make_unique<DirectoryStorage>(folder_.path() / "files"); }
  std::string on_disk(const std::string& key) {
    std::ifstream file(folder_.path() / "files" / key, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write_on_disk(const std::string& key, const std::string& bytes) {
    std::ofstream(folder_.path() / "files" / key, std::ios::binary) << bytes;
  }

  TemporaryFolder folder_;
  SealedStorage storage_{plain(), std::string(32, 'k'), folder_.path() / "working"};
};

TEST_F(SealedStorageTest, GivesBackWhatItTookWhateverItsLength) {
  for (std::size_t size : {0u, 1u, 65535u, 65536u, 65537u, 200'000u}) {
    std::string bytes(size, 'x');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = char(i * 31);
    auto key = storage_.put(bytes, "image/jpeg");
    EXPECT_EQ(storage_.get(key), bytes) << size;
    EXPECT_EQ(storage_.open(key)->size(), size);
    auto file = folder_.path() / "large";
    std::ofstream(file, std::ios::binary) << bytes;
    EXPECT_EQ(storage_.get(storage_.put_file(file, "application/pdf")), bytes) << size;
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path() / "working"));
}

TEST_F(SealedStorageTest, LeavesNothingReadableOnTheDisk) {
  auto key = storage_.put("a face and a name", "image/jpeg");
  EXPECT_EQ(on_disk(key).find("face"), std::string::npos);
  auto other = SealedStorage(plain(), std::string(32, 'o'), folder_.path() / "working");
  EXPECT_THROW(other.get(key), std::runtime_error);
}

TEST_F(SealedStorageTest, NoticesWhatWasChangedExchangedOrCut) {
  auto key = storage_.put(std::string(150'000, 'x'), "image/jpeg");
  auto whole = on_disk(key);
  constexpr std::size_t head = 12, chunk = 64 * 1024 + 16;
  auto changed = whole;
  changed[head + 5] ^= 1;
  auto exchanged = whole.substr(0, head) + whole.substr(head + chunk, chunk) + whole.substr(head, chunk) +
                   whole.substr(head + 2 * chunk);
  for (auto& wrong :
       {changed, exchanged, whole.substr(0, head + 2 * chunk), whole.substr(0, whole.size() - 1)}) {
    write_on_disk(key, wrong);
    EXPECT_THROW(storage_.get(key), std::runtime_error);
  }
}

TEST_F(SealedStorageTest, ReadsFilesOfBefore) {
  auto key = plain()->put("\xff\xd8 an old picture", "image/jpeg");
  EXPECT_EQ(storage_.get(key), "\xff\xd8 an old picture");
}

}  // namespace
}  // namespace expogate
