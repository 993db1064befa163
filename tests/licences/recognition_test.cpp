// The pool with the true expogate-recognizer, on pictures that are drawn here.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <fstream>
#include <sstream>

#include "base/uscc.h"
#include "degradation.h"
#include "licence.h"
#include "platform/image/jpeg.h"
#include "platform/recognition/name_match.h"
#include "platform/recognition/recognizer_pool.h"

namespace expogate {
namespace {

using licences::Degradation, licences::Dice, licences::Kind, licences::Licence;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Licence acme(Kind kind, std::string name) {
  Dice dice(7);
  auto licence = licences::invented_licence(kind, dice);
  licence.name = std::move(name);
  licence.font = licences::value_fonts().front();
  return licence;
}

std::string picture_of(const Licence& licence, Degradation degradation) {
  Dice dice(7);
  return licences::degraded_jpeg(licences::drawn(licence), degradation, dice);
}

Raster noise(int side) {
  Dice dice(1);
  Raster raster(side, side);
  for (auto& byte : raster.rgb) byte = std::uint8_t(dice.below(256));
  return raster;
}

Raster plain(int width, int height, std::uint8_t grey) {
  Raster raster(width, height);
  std::fill(raster.rgb.begin(), raster.rgb.end(), grey);
  return raster;
}

std::string status_line(pid_t pid, const std::string& name) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(name + ":")) return line.substr(line.find_first_not_of("\t ", name.size() + 1));
  return {};
}

class RecognitionTest : public testing::Test {
 protected:
  static void TearDownTestSuite() {
    pool().reset();
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a process was left behind";
  }

  static Recognition recognized(std::string_view jpeg) {
    auto outcome = pool()->recognize(jpeg);
    if (!outcome) ADD_FAILURE() << outcome.failure().reason;
    return outcome ? outcome.value() : Recognition{};
  }

  /// One for all tests here: loading takes longer than most of them.
  static std::unique_ptr<RecognizerPool>& pool() {
    static auto shared = std::make_unique<RecognizerPool>(RecognizerSettings{.program = EXPOGATE_RECOGNIZER});
    return shared;
  }
};

TEST_F(RecognitionTest, ReadsCodeAndNameOfACleanLicence) {
  auto licence = acme(Kind::business, "阿克米（上海）医疗器械有限公司");
  auto recognition = recognized(picture_of(licence, Degradation::clean));
  EXPECT_EQ(recognition.uscc, licence.uscc);
  EXPECT_THAT(recognition.codes, ElementsAre(licence.uscc));
  EXPECT_TRUE(recognition.has_qr);
  EXPECT_TRUE(names_agree(licence.name, recognition.name_symbols)) << recognition.name;
  EXPECT_FALSE(names_agree("阿克米（上海）医疗器械股份有限公司", recognition.name_symbols));
  EXPECT_FALSE(names_agree("阿克米（北京）医疗器械有限公司", recognition.name_symbols));
}

TEST_F(RecognitionTest, ReadsAPhotoThatLiesOnItsSide) {
  auto licence = acme(Kind::institution, "上海市第一人民医院");
  auto recognition = recognized(picture_of(licence, Degradation::turned));
  EXPECT_EQ(recognition.uscc, licence.uscc);
  EXPECT_TRUE(names_agree(licence.name, recognition.name_symbols)) << recognition.name;
}

TEST_F(RecognitionTest, ReadsANameThatTakesTwoLines) {
  auto licence = acme(Kind::business, "佛山市顺德区宏达新能源科技供应链管理有限责任公司");
  auto recognition = recognized(picture_of(licence, Degradation::combo));
  EXPECT_EQ(recognition.uscc, licence.uscc);
  EXPECT_TRUE(names_agree(licence.name, recognition.name_symbols)) << recognition.name;
}

TEST_F(RecognitionTest, NoticesThatTheQrCodeSaysAnotherCode) {
  auto licence = acme(Kind::business, "上海阿克米有限公司");
  auto other = complete_uscc("91330100", "79965505");
  licence.qr = "http://www.gsxt.gov.cn/index.html?uniscid=" + other;
  auto recognition = recognized(picture_of(licence, Degradation::low));
  EXPECT_THAT(recognition.codes, testing::UnorderedElementsAre(licence.uscc, other));
}

TEST_F(RecognitionTest, FindsNothingOnPicturesThatAreNoLicence) {
  for (auto& picture :
       {plain(900, 600, 255), plain(900, 600, 0), plain(1, 1, 128), plain(2000, 3, 200), noise(500)}) {
    auto recognition = recognized(encode_jpeg(picture, 85));
    EXPECT_FALSE(recognition.uscc);
    EXPECT_THAT(recognition.codes, IsEmpty());
    EXPECT_THAT(recognition.name, IsEmpty());
  }
}

TEST_F(RecognitionTest, RefusesWhatIsNoPicture) {
  auto jpeg = encode_jpeg(noise(200), 85);
  for (const auto& bytes : {std::string(), std::string("no picture"), jpeg.substr(0, jpeg.size() / 2)}) {
    auto outcome = pool()->recognize(bytes);
    ASSERT_FALSE(outcome);
    EXPECT_TRUE(outcome.failure().is_permanent);
    EXPECT_THAT(outcome.failure().reason, HasSubstr("no JPEG"));
  }
}

TEST_F(RecognitionTest, KeepsTheSameProcessWhateverItWasShown) {
  recognized(encode_jpeg(plain(100, 100, 255), 85));
  auto before = pool()->idle_pids();
  pool()->recognize("no picture");
  recognized(encode_jpeg(noise(100), 85));
  EXPECT_EQ(pool()->idle_pids(), before);
}

TEST_F(RecognitionTest, SurvivesThatItsProcessIsKilled) {
  recognized(encode_jpeg(plain(100, 100, 255), 85));
  auto killed = pool()->idle_pids().front();
  ::kill(killed, SIGKILL);
  recognized(encode_jpeg(plain(100, 100, 255), 85));
  EXPECT_NE(pool()->idle_pids().front(), killed);
}

TEST_F(RecognitionTest, ConfinesTheProcess) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "a sanitized process is not confined";
#endif
  recognized(encode_jpeg(plain(100, 100, 255), 85));
  auto pid = pool()->idle_pids().front();
  EXPECT_EQ(status_line(pid, "Seccomp"), "2") << "system calls are filtered";
  EXPECT_EQ(status_line(pid, "NoNewPrivs"), "1");
  EXPECT_EQ(status_line(pid, "Threads"), "1");
  std::ifstream limits("/proc/" + std::to_string(pid) + "/limits");
  std::stringstream text;
  text << limits.rdbuf();
  EXPECT_THAT(text.str(), testing::ContainsRegex("Max open files +3 +3"));
  EXPECT_THAT(text.str(), testing::ContainsRegex("Max core file size +0 +0"));
}

TEST_F(RecognitionTest, GivesUpAPictureThatTakesTooLongAndEndsTheProcess) {
  RecognizerPool hasty({.program = EXPOGATE_RECOGNIZER, .deadline = milliseconds(100)});
  auto licence = acme(Kind::duplicate, "上海阿克米有限公司");
  auto outcome = hasty.recognize(picture_of(licence, Degradation::clean));
  ASSERT_FALSE(outcome);
  EXPECT_TRUE(outcome.failure().is_permanent);
  EXPECT_THAT(hasty.idle_pids(), IsEmpty());
}

TEST_F(RecognitionTest, StartsNoProgramThatWouldBeFourTimesSlower) {
  pid_t pid = ::fork();
  if (pid == 0) {
    int silence = ::open("/dev/null", O_RDWR);
    ::dup2(silence, STDERR_FILENO);
    ::execle(EXPOGATE_RECOGNIZER, EXPOGATE_RECOGNIZER, nullptr, std::array<char*, 1>{nullptr}.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 2);
}

}  // namespace
}  // namespace expogate
