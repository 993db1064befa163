#include "platform/recognition/face_counter_pool.h"

namespace expogate {
namespace {

RecognizerSettings beside(const RecognizerSettings& recognizer) {
  return {.program = recognizer.program.parent_path() / "expogate-face-counter",
          .processes = 1,
          .deadline = seconds(3),
          .start_time = seconds(5)};
}

}  // namespace

FaceCounterPool::FaceCounterPool(const RecognizerSettings& recognizer) : pool_(beside(recognizer)) {}

Outcome<int> FaceCounterPool::count(std::string_view jpeg) {
  auto answer = pool_.ask(jpeg);
  if (!answer) return answer.failure();
  if (!answer.value().faces) return Failure{answer.value().refusal, true};
  return *answer.value().faces;
}

}  // namespace expogate
