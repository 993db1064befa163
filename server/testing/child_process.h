#pragma once
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace expogate {

/// A program that a test runs beside itself: read from its standard output, ended with the test.
class ChildProcess {
 public:
  explicit ChildProcess(std::vector<std::string> words) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0) become(std::move(words), ends[1]);
    ::close(ends[1]);
    output_ = ::fdopen(ends[0], "r");
    if (pid_ < 0 || output_ == nullptr) throw std::runtime_error("cannot start " + words.front());
  }
  ~ChildProcess() {
    kill();
    wait();
    std::fclose(output_);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// The next line without its end; throws when the program has closed its output.
  std::string read_line() {
    char line[4096];
    if (std::fgets(line, sizeof line, output_) == nullptr)
      throw std::runtime_error("the program said nothing more");
    std::string text(line);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text;
  }

  /// Everything up to the end of its output.
  std::string read_all() {
    std::string text;
    for (int c; (c = std::fgetc(output_)) != EOF;) text += char(c);
    return text;
  }

  pid_t pid() const { return pid_; }

  /// Ends it without a word of warning; what it had said before can still be read.
  void kill() const {
    if (pid_ > 0) ::kill(pid_, SIGKILL);
  }

  /// Waits for the program's end and gives its exit code; -1 when it was killed.
  int wait() {
    int status = 0;
    if (pid_ > 0 && ::waitpid(pid_, &status, 0) == pid_)
      exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    pid_ = 0;
    return exit_code_;
  }

 private:
  [[noreturn]] static void become(std::vector<std::string> words, int output) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(output, STDOUT_FILENO);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }

  pid_t pid_ = 0;
  std::FILE* output_ = nullptr;
  int exit_code_ = -1;
};

/// server/testing: where the counterparts of the tests live.
std::filesystem::path testing_folder();

}  // namespace expogate
