#include "platform/storage/directory_storage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <set>
#include <system_error>
#include <thread>

namespace expogate {
namespace {

namespace fs = std::filesystem;

class DirectoryStorageTest : public testing::Test {
 protected:
  void TearDown() override { fs::remove_all(folder_); }

  std::size_t file_count() const {
    std::size_t count = 0;
    for (auto& entry : fs::recursive_directory_iterator(folder_ / "store")) count += entry.is_regular_file();
    return count;
  }

  fs::path folder_ = fs::path(testing::TempDir()) / ("expogate_storage_" + std::to_string(::getpid()));
  DirectoryStorage storage_{folder_ / "store"};
};

TEST_F(DirectoryStorageTest, GivesBackWhatWasPut) {
  std::string all_bytes;
  for (int i = 0; i < 256; ++i) all_bytes += char(i);
  for (auto& bytes : {std::string(), all_bytes, std::string(3'000'000, 'x')}) {
    auto key = storage_.put(bytes, "application/octet-stream");
    EXPECT_TRUE(storage_.exists(key));
    EXPECT_EQ(storage_.get(key), bytes);
  }
}

TEST_F(DirectoryStorageTest, TakesAFileAndGivesItInPieces) {
  std::string bytes;
  for (int i = 0; i < 200'000; ++i) bytes += std::to_string(i);
  std::ofstream(folder_ / "large") << bytes;
  auto key = storage_.put_file(folder_ / "large", "application/zip");
  EXPECT_TRUE(fs::exists(folder_ / "large")) << "it stays where it is";
  auto source = storage_.open(key);
  EXPECT_TRUE(storage_.remove(key));
  EXPECT_EQ(source->size(), bytes.size());
  std::string got, piece(65'536, '\0');
  while (auto count = source->read(piece.data(), piece.size())) got.append(piece, 0, count);
  EXPECT_EQ(got, bytes) << "also when it was removed meanwhile";
  EXPECT_EQ(storage_.open(key), nullptr);
  EXPECT_THROW(storage_.put_file(folder_ / "missing", "application/zip"), std::system_error);
}

TEST_F(DirectoryStorageTest, KeysAreRandomWithTheEndingOfTheirType) {
  auto key = storage_.put("x", "image/jpeg");
  EXPECT_THAT(key, testing::MatchesRegex("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/[0-9a-f]*\\.jpg"));
  EXPECT_EQ(key.substr(0, 2) + key.substr(3, 2), key.substr(6, 4));
  EXPECT_NE(key, storage_.put("x", "image/jpeg"));
  EXPECT_TRUE(fs::exists(folder_ / "store" / key));
}

TEST_F(DirectoryStorageTest, RemovesOnce) {
  auto key = storage_.put("x", "image/png");
  EXPECT_TRUE(storage_.remove(key));
  EXPECT_FALSE(storage_.exists(key));
  EXPECT_EQ(storage_.get(key), std::nullopt);
  EXPECT_FALSE(storage_.remove(key));
}

TEST_F(DirectoryStorageTest, AKeyOfAnotherFormNamesNothing) {
  std::ofstream(folder_ / "secret") << "outside";
  std::ofstream(folder_ / "store" / "inside") << "no key";
  auto key = storage_.put("x", "image/png");
  for (std::string text :
       {std::string("../secret"), std::string("inside"), (folder_ / "secret").string(), std::string(""),
        std::string("00/00/../../../secret"), key.substr(0, key.size() - 4), key + "/",
        key + std::string(1, '\0'), "/" + key, key.substr(3), key + ".part",
        std::string(fs::path(key).replace_extension(".exe"))}) {
    EXPECT_EQ(storage_.get(text), std::nullopt) << text;
    EXPECT_FALSE(storage_.exists(text)) << text;
    EXPECT_FALSE(storage_.remove(text)) << text;
  }
  EXPECT_EQ(file_count(), 2u);
}

TEST_F(DirectoryStorageTest, FollowsNoLinkOutOfTheStore) {
  auto key = storage_.put("x", "image/png");
  std::ofstream(folder_ / "secret") << "outside";
  fs::remove(folder_ / "store" / key);
  fs::create_symlink(folder_ / "secret", folder_ / "store" / key);
  EXPECT_THROW(storage_.get(key), std::system_error);

  fs::remove_all(folder_ / "store" / key.substr(0, 2));
  fs::create_directories(folder_ / "elsewhere" / key.substr(3, 2));
  std::ofstream(folder_ / "elsewhere" / key.substr(3)) << "outside";
  fs::create_directory_symlink(folder_ / "elsewhere", folder_ / "store" / key.substr(0, 2));
  EXPECT_THROW(storage_.get(key), std::system_error);
}

TEST_F(DirectoryStorageTest, AFullDiskLeavesNothingBehind) {
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  rlimit small{1000, before.rlim_max};
  auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  EXPECT_THROW(storage_.put(std::string(2000, 'x'), "image/png"), std::system_error);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(file_count(), 0u);
}

TEST_F(DirectoryStorageTest, ManyThreadsMayPutAtOnce) {
  std::vector<std::vector<std::string>> keys(4);
  {
    std::vector<std::jthread> threads;
    for (auto& own : keys)
      threads.emplace_back([&] {
        for (int n = 0; n < 25; ++n) own.push_back(storage_.put(std::to_string(n), "image/png"));
      });
  }
  std::set<std::string> different;
  for (auto& own : keys) {
    different.insert(own.begin(), own.end());
    EXPECT_EQ(storage_.get(own[7]), "7");
  }
  EXPECT_EQ(different.size(), 100u);
}

}  // namespace
}  // namespace expogate
