#include "platform/recognition/recognizer_process.h"

#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "platform/recognition/recognizer_answer.h"

namespace expogate {
namespace {

/// What the new program is like before its first instruction. posix_spawn and not fork: we have threads.
class SpawnPlan {
 public:
  explicit SpawnPlan(int its_end) {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawn_file_actions_adddup2(&files_, its_end, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, its_end, STDOUT_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setflags(&attributes_,
                               POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    ::posix_spawnattr_setpgroup(&attributes_, 0);  // a group of its own: Ctrl-C is for us alone
    sigset_t signals;
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes_, &signals);
    ::sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&attributes_, &signals);
  }
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&files_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  const posix_spawn_file_actions_t* files() const { return &files_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

RecognizerProcess::RecognizerProcess(const std::filesystem::path& program, FrameDeadline deadline) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw FrameFault(std::string("no socket: ") + std::strerror(errno));
  socket_ = ends[0];
  try {
    start(program, ends[1]);
    if (receive_frame(socket_, deadline) != recognizer_greeting)
      throw FrameFault(program.string() + " is not the recognizer");
  } catch (...) {
    end();
    throw;
  }
}

RecognizerProcess::~RecognizerProcess() {
  end();
}

std::string RecognizerProcess::ask(std::string_view picture, FrameDeadline deadline) {
  send_frame(socket_, picture, deadline);
  return receive_frame(socket_, deadline);
}

void RecognizerProcess::start(const std::filesystem::path& program, int its_end) {
  SpawnPlan plan(its_end);
  auto path = program.string();
  std::array<char*, 2> arguments{path.data(), nullptr};
  // Four times slower without the limit: OpenMP reads it when the library is loaded.
  std::string threads = "OMP_THREAD_LIMIT=1", locale = "LC_ALL=C.UTF-8";
  std::array<char*, 3> environment{threads.data(), locale.data(), nullptr};
  int error = ::posix_spawn(&pid_, path.c_str(), plan.files(), plan.attributes(), arguments.data(),
                            environment.data());
  ::close(its_end);
  if (error == 0) return;
  pid_ = 0;
  throw FrameFault("cannot start " + path + ": " + std::strerror(error));
}

void RecognizerProcess::end() noexcept {
  ::close(socket_);
  if (pid_ == 0) return;
  ::kill(-pid_, SIGKILL);  // its whole group
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) continue;
}

}  // namespace expogate
