#include "file/file_service.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "platform/image/jpeg.h"
#include "platform/storage/directory_storage.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::file {
namespace {

namespace fs = std::filesystem;

class FileServiceTest : public OnEachEngine {
 protected:
  void TearDown() override { fs::remove_all(folder_); }

  File add(std::string_view bytes = "bytes") {
    return files_.add_bytes(nobody_, {"test", "名单.txt", "text/plain"}, bytes);
  }
  std::optional<File> find(const FileId& id) {
    return read([&](db::Tx& tx) { return FileService::find(tx, id); });
  }
  void keep(const FileId& id) {
    write([&](db::Tx& tx) { FileService::keep(tx, id); });
  }

  fs::path folder_ = fs::path(testing::TempDir()) / ("expogate_files_" + std::to_string(::getpid()));
  TestClock clock_;
  DirectoryStorage storage_{folder_};
  Facts facts_;
  FileService files_{database(), clock_, facts_, storage_};
  Caller nobody_;
};

TEST_P(FileServiceTest, AFileIsGivenBackWithWhatIsKnownOfIt) {
  auto file = add("hello");
  EXPECT_EQ(find(file.id)->name, "名单.txt");
  EXPECT_EQ(find(file.id)->sha256, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  EXPECT_EQ(find(file.id)->bytes, 5);
  EXPECT_EQ(files_.get_bytes(file), "hello");
}

TEST_P(FileServiceTest, AFileOfTheDiskIsTakenInPieceByPiece) {
  std::ofstream(folder_ / "made") << "hello";
  auto file = files_.add_path(nobody_, {"test", "made", "text/plain"}, folder_ / "made");
  EXPECT_EQ(file.bytes, 5);
  EXPECT_EQ(file.sha256, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  EXPECT_EQ(files_.get_bytes(file), "hello");
}

TEST_P(FileServiceTest, WhatNobodyKeepsGoesAfterADayAndTakesItsBytesAlong) {
  auto left = add(), kept = add();
  keep(kept.id);
  clock_.advance(hours(23));
  files_.remove_expired();
  EXPECT_TRUE(find(left.id));
  clock_.advance(hours(1));
  files_.remove_expired();
  EXPECT_FALSE(find(left.id));
  EXPECT_FALSE(storage_.exists(left.storage_key));
  EXPECT_EQ(files_.get_bytes(find(kept.id).value()), "bytes");
}

TEST_P(FileServiceTest, WhatIsReleasedGoesWhenItsTimeHasCome) {
  auto file = add();
  keep(file.id);
  write([&](db::Tx& tx) { FileService::release(tx, file.id, clock_.now() + days(7)); });
  files_.remove_expired();
  EXPECT_TRUE(find(file.id));
  clock_.advance(days(7));
  files_.remove_expired();
  EXPECT_FALSE(find(file.id));
}

TEST_P(FileServiceTest, WhatIsGoneCannotBeKept) {
  auto file = add();
  clock_.advance(unkept_limit);
  files_.remove_expired();
  EXPECT_THROW(keep(file.id), Refusal);
}

TEST_P(FileServiceTest, KeepingAndRemovingThatMeetLeaveAllOrNothing) {
  for (int round = 0; round < 20; ++round) {
    auto file = add();
    clock_.advance(unkept_limit);
    std::atomic<bool> is_kept = true;
    run_together(2, [&](int who) {
      if (who == 0) return files_.remove_expired();
      try {
        keep(file.id);
      } catch (const Refusal&) {
        is_kept = false;
      }
    });
    EXPECT_EQ(find(file.id).has_value(), is_kept);
    EXPECT_EQ(storage_.exists(file.storage_key), is_kept);
  }
}

/// A store whose machine dies while a file is being removed.
class DyingStorage final : public Storage {
 public:
  explicit DyingStorage(Storage& real) : real_(real) {}
  std::string put(std::string_view bytes, std::string_view type) override { return real_.put(bytes, type); }
  std::string put_file(const fs::path& file, std::string_view type) override {
    return real_.put_file(file, type);
  }
  std::optional<std::string> get(std::string_view key) const override { return real_.get(key); }
  std::unique_ptr<ByteSource> open(std::string_view key) const override { return real_.open(key); }
  bool exists(std::string_view key) const override { return real_.exists(key); }
  bool remove(std::string_view) override { throw std::runtime_error("the power is cut"); }

 private:
  Storage& real_;
};

TEST_P(FileServiceTest, ARemovalThatWasCutOffIsEndedByTheNext) {
  auto file = add();
  clock_.advance(unkept_limit);
  DyingStorage dying(storage_);
  EXPECT_THROW(FileService(database(), clock_, facts_, dying).remove_expired(), std::runtime_error);
  EXPECT_FALSE(find(file.id)) << "nobody is given a file that is going";
  EXPECT_THROW(keep(file.id), Refusal);
  files_.remove_expired();
  EXPECT_FALSE(storage_.exists(file.storage_key));
}

TEST_P(FileServiceTest, ARowThatCannotBeWrittenLeavesNoBytes) {
  Caller stranger;
  stranger.account = {"nobody's account"};
  EXPECT_THROW(files_.add_bytes(stranger, {"test", "x", "text/plain"}, "x"), db::Error);
  for (auto& entry : fs::recursive_directory_iterator(folder_)) EXPECT_FALSE(entry.is_regular_file());
}

TEST_P(FileServiceTest, AFileIsNotAddedInsideOfATransaction) {
  EXPECT_THROW(write([&](db::Tx&) { add(); }), std::exception);
}

TEST_P(FileServiceTest, WhatIsNoPictureIsRefusedForItsField) {
  ImageRules rules;
  try {
    files_.add_image(nobody_, "photo", "x.jpg", "not a picture", rules, "photo");
    FAIL();
  } catch (const ValidationError& error) {
    EXPECT_EQ(error.fields().at(0).field, "photo");
    EXPECT_EQ(error.fields().at(0).code->code, "file.not_an_image");
  }
}

TEST_P(FileServiceTest, APictureIsMadeAnew) {
  Raster raster(20, 10);
  auto file = files_.add_image(nobody_, "photo", "x.jpg", encode_jpeg(raster, 90), {});
  EXPECT_EQ(file.width, 20);
  EXPECT_EQ(file.height, 10);
  EXPECT_EQ(file.content_type, "image/jpeg");
}

TEST(ImageRefusal, TellsTheLimits) {
  auto words = [](ImageRefusal refusal, const ImageRules& rules) {
    auto error = refusal_of("file", refusal, rules).fields().at(0);
    return message_of(*error.code, Locale::en, error.details);
  };
  EXPECT_EQ(words(ImageRefusal::too_large, {}), "The file must not exceed 2 MB");
  EXPECT_EQ(words(ImageRefusal::too_large, {.max_bytes = 500'000}), "The file must not exceed 500 KB");
  EXPECT_EQ(words(ImageRefusal::too_many_pixels, {}),
            "The image is too large: maximum 12000 pixels per side and 40 megapixels in total");
  EXPECT_EQ(words(ImageRefusal::unsupported, {}), "Please use a JPEG or PNG image");
  EXPECT_THAT(words(ImageRefusal::heic, {}), testing::HasSubstr("Most Compatible"));
  EXPECT_EQ(words(ImageRefusal::broken, {}), "The image is damaged or incomplete; please choose another one");
}

EXPOGATE_ON_EACH_ENGINE(FileServiceTest);

}  // namespace
}  // namespace expogate::file
