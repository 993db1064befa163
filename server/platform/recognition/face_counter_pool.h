#pragma once
#include "platform/recognition/face_counter.h"
#include "platform/recognition/recognizer_pool.h"

namespace expogate {

/// Counts in processes of their own, expogate-face-counter, as licences are read. Somebody waits for the answer: it
/// comes soon or not at all.
class FaceCounterPool final : public FaceCounter {
 public:
  /// `program` of the recognizer: the face counter lies beside it.
  explicit FaceCounterPool(const RecognizerSettings& recognizer);
  Outcome<int> count(std::string_view jpeg) override;

 private:
  RecognizerPool pool_;
};

}  // namespace expogate
