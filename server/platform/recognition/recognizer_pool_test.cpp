#include "platform/recognition/recognizer_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

namespace expogate {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// How a shell script says a message: its length, then its bytes.
const std::string greets = "printf '\\000\\000\\000\\005ready'\n";
const std::string takes_a_picture = "head -c 7 >/dev/null\n";  // "jpg" and its length
const std::string refuses =
    R"(printf '\000\000\000\103{"recognition":null,"faces":null,"document":null,"refusal":"blank"}')"
    "\n";
const std::string talks_nonsense = "printf '\\000\\000\\000\\004{oh}'\n";
const std::string falls_silent = "exec sleep 1000\n";

std::size_t open_files() {
  return std::size_t(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

/// Programs that behave like expogate-recognizer, or do not.
class RecognizerPoolTest : public testing::Test {
 protected:
  RecognizerPoolTest() { std::filesystem::create_directory(folder_); }
  ~RecognizerPoolTest() override { std::filesystem::remove_all(folder_); }

  void TearDown() override {
    EXPECT_EQ(open_files(), open_files_before_);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a process was left behind";
  }

  /// Notes each of its starts.
  RecognizerSettings played_by(const std::string& script) {
    auto path = folder_ / "recognizer";
    std::ofstream(path) << "#!/bin/sh\necho >>" << starts_path().string() << "\n" << script;
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return {.program = path, .processes = 1, .deadline = milliseconds(400), .start_time = milliseconds(400)};
  }

  std::size_t starts() const {
    return std::filesystem::exists(starts_path()) ? std::filesystem::file_size(starts_path()) : 0;
  }
  std::filesystem::path path_of(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path starts_path() const { return folder_ / "starts"; }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("expogate_pool_" + std::to_string(::getpid()));
  std::size_t open_files_before_ = open_files();
};

TEST_F(RecognizerPoolTest, KeepsAProcessForTheNextPicture) {
  RecognizerPool pool(played_by(greets + "while " + takes_a_picture + "do " + refuses + "done\n"));
  EXPECT_EQ(starts(), 0u);
  for (int i = 0; i < 3; ++i) {
    auto outcome = pool.recognize("jpg");
    EXPECT_EQ(outcome.failure().reason, "blank");
    EXPECT_TRUE(outcome.failure().is_permanent);
  }
  EXPECT_EQ(starts(), 1u);
  EXPECT_EQ(pool.idle_pids().size(), 1u);
}

TEST_F(RecognizerPoolTest, CannotStartAProgramThatIsMissing) {
  auto settings = played_by("");
  settings.program += "_elsewhere";
  auto outcome = RecognizerPool(settings).recognize("jpg");
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
  EXPECT_THAT(outcome.failure().reason, HasSubstr("No such file"));
}

TEST_F(RecognizerPoolTest, TakesNoProgramThatDoesNotSayThatItIsReady) {
  for (const auto& script : {std::string("exit 1\n"), talks_nonsense, falls_silent}) {
    auto outcome = RecognizerPool(played_by(script)).recognize("jpg");
    ASSERT_FALSE(outcome);
    EXPECT_FALSE(outcome.failure().is_permanent) << script;
  }
}

TEST_F(RecognizerPoolTest, EndsAndReplacesAProcessThatIsTooSlow) {
  RecognizerPool pool(played_by(greets + falls_silent));
  auto started = std::chrono::steady_clock::now();
  auto outcome = pool.recognize("jpg");
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::milliseconds(1500));
  ASSERT_FALSE(outcome);
  EXPECT_TRUE(outcome.failure().is_permanent);
  EXPECT_EQ(starts(), 1u) << "a picture that takes too long once is not tried again";
  EXPECT_TRUE(pool.idle_pids().empty());
  EXPECT_FALSE(pool.recognize("jpg"));
  EXPECT_EQ(starts(), 2u);
}

TEST_F(RecognizerPoolTest, TriesAPictureTwiceWhenTheProcessDiesOrTalksNonsense) {
  const auto before_the_answer = greets + takes_a_picture;
  auto too_long = "printf '\\177\\000\\000\\000'\n", another_form = "printf '\\000\\000\\000\\002[]'\n";
  for (const auto& answer :
       {std::string("exit 1\n"), talks_nonsense, std::string(too_long), std::string(another_form)}) {
    auto starts_before = starts();
    auto outcome = RecognizerPool(played_by(before_the_answer + answer)).recognize("jpg");
    ASSERT_FALSE(outcome);
    EXPECT_TRUE(outcome.failure().is_permanent) << answer;
    EXPECT_EQ(starts() - starts_before, 2u) << answer;
  }
}

TEST_F(RecognizerPoolTest, GoesOnWithAFreshProcessWhenTheOldOneWasKilled) {
  RecognizerPool pool(played_by(greets + "while " + takes_a_picture + "do " + refuses + "done\n"));
  pool.recognize("jpg");
  ::kill(pool.idle_pids().front(), SIGKILL);
  EXPECT_EQ(pool.recognize("jpg").failure().reason, "blank");
  EXPECT_EQ(starts(), 2u);
}

TEST_F(RecognizerPoolTest, GivesAProcessNothingOfItsOwn) {
  auto files = path_of("files"), environment = path_of("environment");
  ::setenv("EXPOGATE_SECRET_OF_A_TEST", "1", 1);
  constexpr auto inheritable = "42";
  ::dup2(STDERR_FILENO, std::stoi(inheritable));
  RecognizerPool pool(played_by("ls /proc/$$/fd >" + files.string() + "\ntr '\\0' '\\n' </proc/$$/environ >" +
                                environment.string() + "\n" + greets + takes_a_picture + refuses));
  pool.recognize("jpg");
  auto lines_of = [](auto& path) {
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
  };
  EXPECT_THAT(lines_of(environment), ElementsAre("OMP_THREAD_LIMIT=1", "LC_ALL=C.UTF-8"));
  EXPECT_THAT(lines_of(files), AllOf(Contains("2"), Not(Contains(inheritable))));
  ::close(std::stoi(inheritable));
}

TEST_F(RecognizerPoolTest, ServesAsManyAtOnceAsThereAreProcessesAndLetsTheOthersWait) {
  auto settings = played_by(greets + "while " + takes_a_picture + "do " + refuses + "done\n");
  settings.processes = 2;
  settings.deadline = seconds(10);
  RecognizerPool pool(settings);
  std::atomic<int> answered = 0;
  std::vector<std::jthread> callers(8);
  for (auto& caller : callers)
    caller = std::jthread([&] { answered += pool.recognize("jpg").failure().reason == "blank" ? 1 : 0; });
  callers.clear();
  EXPECT_EQ(answered, 8);
  EXPECT_LE(starts(), 2u);
}

TEST_F(RecognizerPoolTest, RefusesAPictureThatNoMessageHolds) {
  auto outcome = RecognizerPool(played_by(greets)).recognize(std::string(max_frame_bytes + 1, ' '));
  EXPECT_TRUE(outcome.failure().is_permanent);
  EXPECT_EQ(starts(), 0u);
}

}  // namespace
}  // namespace expogate
