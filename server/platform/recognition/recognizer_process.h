#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/recognition/frame.h"

namespace expogate {

/// One running expogate-recognizer: started with an environment of its own, so that no secret of ours is in
/// it, and with nothing open but the socket to us. It ends when the socket closes.
class RecognizerProcess {
 public:
  /// Returns when the program is ready; throws FrameFault when it could not be started.
  RecognizerProcess(const std::filesystem::path& program, FrameDeadline deadline);
  /// Ends it without a word of warning and waits for its end.
  ~RecognizerProcess();
  RecognizerProcess(const RecognizerProcess&) = delete;
  RecognizerProcess& operator=(const RecognizerProcess&) = delete;

  /// Throws FrameFault when it died, fell silent or talks nonsense; then it is of no use any more.
  std::string ask(std::string_view picture, FrameDeadline deadline);

  pid_t pid() const { return pid_; }

 private:
  void start(const std::filesystem::path& program, int its_end);
  void end() noexcept;

  int socket_ = -1;
  pid_t pid_ = 0;
};

}  // namespace expogate
