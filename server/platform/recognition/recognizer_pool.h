#pragma once
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "base/time.h"
#include "platform/recognition/recognizer.h"
#include "platform/recognition/recognizer_answer.h"
#include "platform/recognition/recognizer_process.h"

namespace expogate {

/// expogate-recognizer in the folder of the running program.
std::filesystem::path recognizer_beside_this_program();

struct RecognizerSettings {
  std::filesystem::path program = recognizer_beside_this_program();
  std::size_t processes = 1;          ///< about 250 MB and one core each
  Duration deadline = seconds(60);    ///< for one picture; the program gives up after 12 s of computing
  Duration start_time = seconds(30);  ///< for loading what it knows of the script
};

/// Reads pictures in processes of their own: what a picture may do to a decoder stays there, and dies with
/// it. Processes are started when they are needed, kept, and replaced when they die, fall silent or talk
/// nonsense. Any thread may ask; as many are served at once as there are processes.
class RecognizerPool final : public Recognizer {
 public:
  explicit RecognizerPool(RecognizerSettings settings);
  ~RecognizerPool() override;

  Outcome<Recognition> recognize(std::string_view jpeg) override;
  /// The whole answer of its program; a failure when there was none.
  Outcome<RecognizerAnswer> ask(std::string_view jpeg);

  /// The processes that wait for a picture.
  std::vector<pid_t> idle_pids() const;

 private:
  class Place;
  Outcome<RecognizerAnswer> ask_at(Place& place, std::string_view jpeg) const;

  RecognizerSettings settings_;
  mutable std::mutex mutex_;
  std::condition_variable place_was_left_;
  std::size_t places_taken_ = 0;
  std::vector<std::unique_ptr<RecognizerProcess>> idle_;
};

}  // namespace expogate
