#include "recognizer/confinement.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <vector>

namespace expogate::recognizer {
namespace {

/// Whether it succeeds in a process that may be confined.
bool succeeds(bool is_confined, const std::function<bool()>& attempt) {
  pid_t pid = ::fork();
  if (pid == 0) {
    if (is_confined) confine();
    ::_exit(attempt() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void expect_possible_only_outside(const std::function<bool()>& attempt) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "a sanitized process is not confined";
#endif
  EXPECT_TRUE(succeeds(false, attempt)) << "the control: nothing else stands in the way";
  EXPECT_FALSE(succeeds(true, attempt));
}

TEST(Confinement, AllowsToCompute) {
  EXPECT_TRUE(succeeds(true, [] { return std::vector<char>(100'000'000).size() > 0; }));
}

TEST(Confinement, OpensNoFile) {
  expect_possible_only_outside([] { return ::open("/etc/hostname", O_RDONLY) >= 0; });
}

TEST(Confinement, OpensNoSocket) {
  expect_possible_only_outside([] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; });
}

TEST(Confinement, StartsNoProcess) {
  expect_possible_only_outside([] {
    pid_t pid = ::fork();
    if (pid == 0) ::_exit(0);
    return pid > 0;
  });
}

TEST(Confinement, RunsNoProgram) {
  expect_possible_only_outside([] {
    ::execl("/bin/true", "true", nullptr);
    return false;
  });
}

TEST(Confinement, SignalsNoOtherProcess) {
  expect_possible_only_outside([] { return ::kill(::getppid(), 0) == 0; });
}

TEST(Confinement, TakesNoMoreThanItsMemory) {
  expect_possible_only_outside([] {
    constexpr std::size_t much = std::size_t{2} << 30;
    return ::mmap(nullptr, much, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
  });
}

}  // namespace
}  // namespace expogate::recognizer
